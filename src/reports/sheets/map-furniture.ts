/**
 * Scale bar, north arrow and neat line. Their few letters are drawn as strokes, so that a PNG without fonts has
 * them too. Pure.
 */
import type { Drawn, Ink, Path } from './drawing.ts';
import { CASING, INK } from './map-symbols.ts';
import type { MapWindow } from './map-window.ts';

const DARK: Ink = { color: INK, opacity: 1 };
const MARGIN = 10;
const LETTER_HEIGHT = 8;
/** Strokes on a field 4 wide and 6 high, y downwards. */
const LETTERS: Readonly<Record<string, readonly Path[]>> = {
  '0': [[1, 0, 3, 0, 4, 1, 4, 5, 3, 6, 1, 6, 0, 5, 0, 1, 1, 0]],
  '1': [[0.6, 1.4, 2.2, 0, 2.2, 6]],
  '2': [[0, 1, 1, 0, 3, 0, 4, 1, 4, 2.2, 0, 6, 4, 6]],
  '5': [[3.8, 0, 0.5, 0, 0.2, 2.7, 1.2, 2.2, 3, 2.2, 4, 3.2, 4, 5, 3, 6, 1, 6, 0, 5.2]],
  k: [
    [0.4, 0, 0.4, 6],
    [3.4, 2.2, 0.4, 4.6],
    [1.5, 3.7, 3.8, 6],
  ],
  m: [
    [0, 6, 0, 2.2],
    [0, 3.2, 0.9, 2.2, 1.7, 2.6, 2, 3.4, 2, 6],
    [2, 3.4, 2.9, 2.2, 3.7, 2.6, 4, 3.4, 4, 6],
  ],
  N: [[0, 6, 0, 0, 4, 6, 4, 0]],
};

/** The largest 1, 2 or 5 × 10ⁿ metres that fit. */
export function niceMeters(limit: number): number {
  const power = 10 ** Math.floor(Math.log10(limit));
  return ([5, 2, 1].find((step) => step * power <= limit) ?? 1) * power;
}

/** At the bottom left; a third of the width at most. */
export function drawScaleBar({ widthPixels, heightPixels, metersPerPixel }: MapWindow): Drawn[] {
  const meters = niceMeters(metersPerPixel * (widthPixels / 3));
  const length = meters / metersPerPixel;
  const [left, bottom] = [MARGIN, heightPixels - MARGIN];
  const bar = [left, bottom - 5, left, bottom, left + length, bottom, left + length, bottom - 5];
  const text = meters >= 1000 ? `${meters / 1000} km` : `${meters} m`;
  return [
    ...onCasing([bar], 1.6),
    ...onCasing(write(text, left + length / 2 - widthOf(text) / 2, bottom - 6 - LETTER_HEIGHT), 1.2),
  ];
}

/** At the top right. North is up on these maps. */
export function drawNorthArrow({ widthPixels }: MapWindow): Drawn[] {
  const [x, top] = [widthPixels - MARGIN - 8, MARGIN];
  const arrow = [x, top, x + 6, top + 18, x, top + 14, x - 6, top + 18];
  return [
    { type: 'paths', paths: [arrow], fill: { color: CASING, opacity: 1 }, stroke: casing(3), closed: true },
    { type: 'paths', paths: [arrow], fill: DARK, closed: true },
    ...onCasing(write('N', x - widthOf('N') / 2, top + 22), 1.3),
  ];
}

export function drawNeatLine({ widthPixels: w, heightPixels: h }: MapWindow): Drawn[] {
  const line = [0.5, 0.5, w - 0.5, 0.5, w - 0.5, h - 0.5, 0.5, h - 0.5];
  return [{ type: 'paths', paths: [line], stroke: { ...DARK, width: 1 }, closed: true }];
}

const UNIT = LETTER_HEIGHT / 6;
const ADVANCE = 6 * UNIT;
const widthOf = (text: string) => text.length * ADVANCE - 2 * UNIT;

function write(text: string, left: number, top: number): Path[] {
  return [...text].flatMap((letter, index) =>
    (LETTERS[letter] ?? []).map((path) =>
      path.map((value, at) => (at % 2 === 0 ? left + index * ADVANCE : top) + value * UNIT),
    ),
  );
}

const casing = (width: number) => ({ color: CASING, opacity: 0.85, width });
function onCasing(paths: readonly Path[], width: number): Drawn[] {
  return [
    { type: 'paths', paths, stroke: casing(width + 3), closed: false },
    { type: 'paths', paths, stroke: { ...DARK, width }, closed: false },
  ];
}
