/** Where the camera stands so that some ground fills a part of the wall. Pure. */
import { fromMercator, toMercator } from '../../geo/web-mercator.ts';
import type { SceneCamera } from '../../model/scene.ts';

/** West, south, east, north in degrees. */
export type Ground = readonly [west: number, south: number, east: number, north: number];

/** The part of a wall that words, numbers and a board leave to the map: fractions from the left and the top. */
export interface WallPart {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** A wall of 16 : 9. On others the same ground is in the picture, with more around it. */
const ROOM = [1600, 900] as const;
/** MapLibre's world is so many pixels at zoom 0. */
const WORLD_PIXELS = 512;
/** Nearer than this a base map has nothing more to tell. */
const MAXIMUM_ZOOM = 16.5;

/** All of the ground lies in the part, in its middle, north up. Ground without extent is looked at from the nearest zoom. */
export function frameGround([west, south, east, north]: Ground, part: WallPart): SceneCamera {
  const [left, bottom] = toMercator(west, south);
  const [right, top] = toMercator(east, north);
  const [widthPixels, heightPixels] = [(part.right - part.left) * ROOM[0], (part.bottom - part.top) * ROOM[1]];
  const scale = Math.min(widthPixels / (right - left), heightPixels / (bottom - top)) / WORLD_PIXELS;
  const zoom = round(Math.min(Math.log2(scale), MAXIMUM_ZOOM), 2);
  const world = WORLD_PIXELS * 2 ** zoom;
  // The middle of the wall lies as far from that of the part as the camera looks beside the ground.
  const x = (left + right) / 2 + ((0.5 - (part.left + part.right) / 2) * ROOM[0]) / world;
  const y = (top + bottom) / 2 + ((0.5 - (part.top + part.bottom) / 2) * ROOM[1]) / world;
  const [longitude, latitude] = fromMercator(x, y);
  return { center: [round(longitude, 7), round(latitude, 7)], zoom, bearing: 0, pitch: 0, room: ROOM };
}

/** As scenes are kept: 1 cm, and hundredths of a zoom level. */
function round(value: number, decimals: number): number {
  const factor = 10 ** decimals;
  return Math.round(value * factor) / factor + 0;
}
