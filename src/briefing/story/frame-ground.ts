/** Where the camera stands so that some ground is seen whole, whatever the shape of the wall. Pure. */
import { fromMercator, toMercator, WORLD_PIXELS } from '../../geo/web-mercator.ts';
import type { SceneCamera } from '../../model/scene.ts';

/** West, south, east, north in degrees. */
export type Ground = readonly [west: number, south: number, east: number, north: number];

/** The longer side of the ground in pixels of its own room: the wall makes it as large as it can. */
const ROOM_PIXELS = 1000;
/** Of the room, on each side. */
const MARGIN = 0.04;
/** Nearer than this a base map has nothing more to tell. */
const MAXIMUM_ZOOM = 16.5;

/** North up, the ground in the middle of a room of its own shape with a little around it. Ground without extent is looked at from the nearest zoom, in a square. */
export function frameGround([west, south, east, north]: Ground): SceneCamera {
  const [left, bottom] = toMercator(west, south);
  const [right, top] = toMercator(east, north);
  const longer = Math.max(right - left, bottom - top);
  const inner = ROOM_PIXELS * (1 - 2 * MARGIN);
  const zoom = round(Math.min(Math.log2(inner / longer / WORLD_PIXELS), MAXIMUM_ZOOM), 2);
  const side = (extent: number) =>
    longer > 0 ? Math.max(1, Math.round((ROOM_PIXELS * extent) / longer)) : ROOM_PIXELS;
  const [longitude, latitude] = fromMercator((left + right) / 2, (top + bottom) / 2);
  return {
    center: [round(longitude, 7), round(latitude, 7)],
    zoom,
    bearing: 0,
    pitch: 0,
    room: [side(right - left), side(bottom - top)],
  };
}

/** As scenes are kept: 1 cm, and hundredths of a zoom level. */
function round(value: number, decimals: number): number {
  const factor = 10 ** decimals;
  return Math.round(value * factor) / factor + 0;
}
