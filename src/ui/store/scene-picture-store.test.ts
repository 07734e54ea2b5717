import { expect, it } from 'vitest';
import { createScenePictureStore, forgetScenePictures, keepScenePicture, showsSame } from './scene-picture-store.ts';

it('keeps the last picture of each, and no more than a briefing has', () => {
  const store = createScenePictureStore();
  const picture = (text: string) => new Blob([text]);
  for (let number = 0; number < 60; number++) keepScenePicture(store, `scene ${number}`, picture('first'));
  const second = picture('second');
  keepScenePicture(store, 'scene 0', second);
  expect(store.getState().pictures.size).toBe(60);
  expect(store.getState().pictures.get('scene 0')).toBe(second);
  keepScenePicture(store, 'another', picture('first'));
  expect(store.getState().pictures.size).toBe(60);
  // The oldest is gone, and scene 0 is no longer that.
  expect(store.getState().pictures.has('scene 1')).toBe(false);
  expect(store.getState().pictures.has('scene 0')).toBe(true);
  forgetScenePictures(store);
  expect(store.getState().pictures.size).toBe(0);
});

it('tells an edit of the layers or the rules from one of the scenes', () => {
  const [soil, zones] = [{}, {}] as never[];
  const rulePack = {} as never;
  const document = { layers: [soil!, zones!], rulePack, asOf: '2026-11-23' };
  expect(showsSame(document, { ...document, layers: [...document.layers] })).toBe(true);
  expect(showsSame(document, { ...document, layers: [soil!, {} as never] })).toBe(false);
  expect(showsSame(document, { ...document, layers: [soil!] })).toBe(false);
  expect(showsSame(document, { ...document, rulePack: {} as never })).toBe(false);
  expect(showsSame(document, { ...document, asOf: '2026-11-24' })).toBe(false);
  expect(showsSame(undefined, document)).toBe(false);
  expect(showsSame(undefined, undefined)).toBe(true);
});
