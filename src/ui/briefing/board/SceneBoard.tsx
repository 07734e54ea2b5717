/** What stands on the wall beside the map: a table, bars or cards, filled from the data of now. */
import type { Scene } from '../../../model/scene.ts';

export function SceneBoard(_props: { readonly scene: Scene }) {
  return null;
}
