/** Where the camera stands so that a wall, a slide or a sheet shows the ground that the scene was made of. Pure. */
import { placeBeside } from '../map/free-part.ts';
import type { SceneCamera } from '../model/scene.ts';
import type { WallBox } from './free-room.ts';

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

/** For a map that fills the wall, of which only `free` is seen: the middle of the scene comes to the middle of that part. */
export function cameraInRoom(camera: SceneCamera, wall: WallBox, free: WallBox): SceneCamera {
  const fitted = wallCamera(camera, free.right - free.left, free.bottom - free.top);
  const rightPixels = (free.left + free.right - wall.left - wall.right) / 2;
  const downPixels = (free.top + free.bottom - wall.top - wall.bottom) / 2;
  return { ...fitted, center: placeBeside(fitted, -rightPixels, -downPixels) };
}
