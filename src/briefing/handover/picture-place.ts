/** From a point of a scene's picture to the ground and back, in Web Mercator with the map's turn. Pure. */
import { toMercator, WORLD_PIXELS } from '../../geo/web-mercator.ts';
import { placeBeside } from '../../map/free-part.ts';
import type { LonLat } from '../../model/lon-lat.ts';
import type { SceneCamera } from '../../model/scene.ts';

export interface TakenPicture {
  readonly camera: SceneCamera;
  readonly widthPixels: number;
  readonly heightPixels: number;
}

/** @param x fraction of the width from the left, @param y of the height from the top */
export function placeInPicture({ camera, widthPixels, heightPixels }: TakenPicture, x: number, y: number): LonLat {
  return placeBeside(camera, (x - 0.5) * widthPixels, (y - 0.5) * heightPixels);
}

/** Fractions of width and height; outside 0 to 1 where it is not in the picture. */
export function fractionOfPlace(
  { camera, widthPixels, heightPixels }: TakenPicture,
  [longitude, latitude]: LonLat,
): readonly [x: number, y: number] {
  const turn = (camera.bearing * Math.PI) / 180;
  const world = WORLD_PIXELS * 2 ** camera.zoom;
  const [centerX, centerY] = toMercator(...camera.center);
  const [placeX, placeY] = toMercator(longitude, latitude);
  const east = (placeX - centerX) * world;
  const south = (placeY - centerY) * world;
  return [
    0.5 + (east * Math.cos(turn) + south * Math.sin(turn)) / widthPixels,
    0.5 + (south * Math.cos(turn) - east * Math.sin(turn)) / heightPixels,
  ];
}
