/** Where the camera stands so that a wall, a slide or a sheet shows the ground that the scene was made of. Pure. */
import { fromMercator, toMercator } from '../geo/web-mercator.ts';
import type { SceneCamera } from '../model/scene.ts';
import type { WallBox } from './free-room.ts';

/** Width of the whole world at zoom 0, CSS pixels: as MapLibre has it. */
const WORLD_PIXELS = 512;

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
  return shiftCamera(
    fitted,
    (free.left + free.right - wall.left - wall.right) / 2,
    (free.top + free.bottom - wall.top - wall.bottom) / 2,
  );
}

/** The camera that shows its centre so many CSS pixels right of and below the middle of the map. The map may be turned, not tilted. */
function shiftCamera(camera: SceneCamera, rightPixels: number, downPixels: number): SceneCamera {
  if (rightPixels === 0 && downPixels === 0) return camera;
  const turn = (camera.bearing * Math.PI) / 180;
  const scale = 1 / (WORLD_PIXELS * 2 ** camera.zoom);
  const [x, y] = toMercator(camera.center[0], camera.center[1]);
  const east = rightPixels * Math.cos(turn) - downPixels * Math.sin(turn);
  const south = rightPixels * Math.sin(turn) + downPixels * Math.cos(turn);
  return { ...camera, center: fromMercator(x - east * scale, y - south * scale) };
}
