/** Where the camera stands so that a wall, a slide or a sheet shows the ground that the scene was made of. Pure. */
import type { SceneCamera } from '../model/scene.ts';

/**
 * The zoom follows the room: the ground of the scene fills the smaller of both directions. A scene that does not
 * know the room it was made in keeps its zoom.
 *
 * @param widthPixels of the part that is free for the map, CSS pixels
 */
export function wallCamera(camera: SceneCamera, widthPixels: number, heightPixels: number): SceneCamera {
  const { room } = camera;
  if (!room || !(widthPixels > 0) || !(heightPixels > 0)) return camera;
  const scale = Math.min(widthPixels / room[0], heightPixels / room[1]);
  return { ...camera, zoom: camera.zoom + Math.log2(scale) };
}
