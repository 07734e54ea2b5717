/** What a scene shows where neither words nor a board cover it, as a scene of its own: on paper and slides they stand beside the map. Pure. */
import { fromMercator, toMercator } from '../geo/web-mercator.ts';
import type { Scene, SceneCamera } from '../model/scene.ts';

/** Fractions of the wall from the left and the top. */
export interface PartOfWall {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** The title is above, the numbers are below; a board takes what is right of this. */
const BESIDE_WORDS: PartOfWall = { left: 0, right: 1, top: 0.14, bottom: 0.86 };
const BESIDE_BOARD: PartOfWall = { left: 0, right: 0.43, top: 0.2, bottom: 0.84 };
/** MapLibre's world is so many pixels at zoom 0. */
const WORLD_PIXELS = 512;

/** The camera for a picture that stands beside the words of its scene. */
export function pictureCamera({ camera, board }: Pick<Scene, 'camera' | 'board'>): SceneCamera {
  return partCamera(camera, board ? BESIDE_BOARD : BESIDE_WORDS);
}

/** As it is where the room is not known, or the map is tilted: then no part of it has one scale. */
export function partCamera(camera: SceneCamera, part: PartOfWall): SceneCamera {
  const { room, center, zoom, bearing, pitch } = camera;
  if (!room || pitch > 0) return camera;
  const [width, height] = [(part.right - part.left) * room[0], (part.bottom - part.top) * room[1]];
  const right = ((part.left + part.right) / 2 - 0.5) * room[0];
  const up = (0.5 - (part.top + part.bottom) / 2) * room[1];
  const turn = (bearing * Math.PI) / 180;
  const world = WORLD_PIXELS * 2 ** zoom;
  const [x, y] = toMercator(center[0], center[1]);
  const east = right * Math.cos(turn) + up * Math.sin(turn);
  const north = up * Math.cos(turn) - right * Math.sin(turn);
  // Mercator's unit square: y grows to the south.
  return { ...camera, center: fromMercator(x + east / world, y - north / world), room: [width, height] };
}
