/** Where a picture without a place is put first: in the middle of what is looked at, upright, in its own proportions. */
import { fromMercator, toMercator } from '../../geo/web-mercator.ts';
import type { Corners } from '../../model/base-map.ts';

/** Panels stand at both sides of the view: so much of it is free in any case. */
const SHARE = 0.3;

/** @param view west, south, east, north; cut to the map. Three tenths of its width or height, whichever fits. */
export function firstCorners(
  [west, south, east, north]: readonly [number, number, number, number],
  width: number,
  height: number,
): Corners {
  const [left, bottom] = toMercator(west, south).map(inSquare) as [number, number];
  const [right, top] = toMercator(east, north).map(inSquare) as [number, number];
  const scale = SHARE * Math.min((right - left) / width, (bottom - top) / height);
  const [x, y] = [(left + right) / 2, (top + bottom) / 2];
  const at = (dx: number, dy: number) => fromMercator(x + (dx * scale * width) / 2, y + (dy * scale * height) / 2);
  return [at(-1, -1), at(1, -1), at(1, 1), at(-1, 1)];
}

const inSquare = (at: number) => Math.min(1, Math.max(0, at));
