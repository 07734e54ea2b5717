/** The part of the map that no panel covers: where its middle lies, and what stands there. Pure. */
import { fromMercator, toMercator, WORLD_PIXELS } from '../geo/web-mercator.ts';
import type { LonLat } from '../model/lon-lat.ts';
import type { Camera, Padding } from './map-types.ts';

/** How far the middle of the free part lies from the middle of the map, in CSS pixels. */
export function middleOfFreePart({ top, right, bottom, left }: Padding): [rightPixels: number, downPixels: number] {
  return [(left - right) / 2, (top - bottom) / 2];
}

/**
 * The place that many CSS pixels right and down of a camera's centre, for a camera that looks straight down. Going
 * there and back by the same pixels is the identity: the Mercator plane has one scale.
 */
export function placeBeside(
  { center, zoom, bearing }: Pick<Camera, 'center' | 'zoom' | 'bearing'>,
  rightPixels: number,
  downPixels: number,
): LonLat {
  // To the last bit where nothing covers the map.
  if (rightPixels === 0 && downPixels === 0) return center;
  const [x, y] = toMercator(center[0], center[1]);
  const pixels = WORLD_PIXELS * 2 ** zoom;
  const [sine, cosine] = [Math.sin((bearing * Math.PI) / 180), Math.cos((bearing * Math.PI) / 180)];
  // With a bearing of 90° up is east: right is south, down is west.
  return fromMercator(
    x + (cosine * rightPixels - sine * downPixels) / pixels,
    y + (sine * rightPixels + cosine * downPixels) / pixels,
  );
}
