import { expect, it } from 'vitest';
import { mergeNotes } from './merge-notes.ts';

it('adds counts and unites lists of one code, and names the layer only where it is one', () => {
  const left = (layer: string, columns: string) => ({ code: 'left-out', params: { columns }, at: { layer } });
  expect(
    mergeNotes([
      left('soil', 'person, phone'),
      { code: 'outlines', params: { count: 3 }, at: { layer: 'soil' } },
      { code: 'outlines', params: { count: 4 }, at: { layer: 'soil' } },
      left('sites', 'phone, note'),
      { code: 'split', params: { names: 'a_point' }, at: { layer: 'sites' } },
    ]),
  ).toEqual([
    { code: 'left-out', params: { columns: 'person, phone, note' } },
    { code: 'outlines', params: { count: 7 }, at: { layer: 'soil' } },
    { code: 'split', params: { names: 'a_point' }, at: { layer: 'sites' } },
  ]);
  expect(mergeNotes([])).toEqual([]);
});
