/**
 * Scale bar, north arrow and neat line. Their few letters are drawn as strokes, so that a PNG without fonts has
 * them too. Pure.
 */
import type { Drawn, Ink, Path } from './drawing.ts';
import { CASING, INK } from './map-symbols.ts';
import type { MapWindow } from './map-window.ts';
import { strokesWidth, writeStrokes } from './stroke-letters.ts';

const DARK: Ink = { color: INK, opacity: 1 };
const MARGIN = 10;
const LETTER_HEIGHT = 8;
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
  return [...onCasing([bar], 1.6), ...onCasing(written(text, left + length / 2, bottom - 6 - LETTER_HEIGHT), 1.2)];
}

/** At the top right. North is up on these maps. */
export function drawNorthArrow({ widthPixels }: MapWindow): Drawn[] {
  const [x, top] = [widthPixels - MARGIN - 8, MARGIN];
  const arrow = [x, top, x + 6, top + 18, x, top + 14, x - 6, top + 18];
  return [
    { type: 'paths', paths: [arrow], fill: { color: CASING, opacity: 1 }, stroke: casing(3), closed: true },
    { type: 'paths', paths: [arrow], fill: DARK, closed: true },
    ...onCasing(written('N', x, top + 22), 1.3),
  ];
}

export function drawNeatLine({ widthPixels: w, heightPixels: h }: MapWindow): Drawn[] {
  const line = [0.5, 0.5, w - 0.5, 0.5, w - 0.5, h - 0.5, 0.5, h - 0.5];
  return [{ type: 'paths', paths: [line], stroke: { ...DARK, width: 1 }, closed: true }];
}

const written = (text: string, middle: number, top: number) =>
  writeStrokes(text, middle - strokesWidth(text, LETTER_HEIGHT) / 2, top, LETTER_HEIGHT);

const casing = (width: number) => ({ color: CASING, opacity: 0.85, width });
function onCasing(paths: readonly Path[], width: number): Drawn[] {
  return [
    { type: 'paths', paths, stroke: casing(width + 3), closed: false },
    { type: 'paths', paths, stroke: { ...DARK, width }, closed: false },
  ];
}
