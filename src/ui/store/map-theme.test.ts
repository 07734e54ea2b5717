import { expect, it } from 'vitest';
import { mapTheme } from './map-theme.ts';

it('is the scene’s on the wall, the projector’s without one, and the page’s everywhere else', () => {
  const page = { theme: 'light' } as const;
  const browsing = { presenting: false, mode: 'browse', sceneTheme: undefined } as const;
  expect(mapTheme(browsing, page)).toBe('light');
  expect(mapTheme({ ...browsing, sceneTheme: 'dark' }, page)).toBe('light');
  expect(mapTheme({ ...browsing, mode: 'brief', sceneTheme: 'dark' }, page)).toBe('dark');
  expect(mapTheme({ ...browsing, mode: 'brief', sceneTheme: 'projector' }, page)).toBe('light');
  expect(mapTheme({ ...browsing, mode: 'brief', presenting: true }, page)).toBe('projector');
  expect(mapTheme({ ...browsing, mode: 'brief', presenting: true, sceneTheme: 'light' }, page)).toBe('light');
});
