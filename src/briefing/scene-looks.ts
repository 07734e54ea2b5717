/** What of a scene is seen on the map, as one text: two scenes that look the same have the same. Pure. */
import type { Scene } from '../model/scene.ts';
import { SHOWN_PARTS } from './shown-view.ts';

/** Words, numbers and boards are none of it: a picture of the map stays right when they change. */
export function looksOf(scene: Scene): string {
  return JSON.stringify(SHOWN_PARTS.map((part) => scene[part] ?? null));
}
