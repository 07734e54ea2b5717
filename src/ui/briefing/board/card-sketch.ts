/** The sketch of a card's place, from the layers of the page. */
import { type PlaceSketch, sketchPlace } from '../../../briefing/boards/place-sketch.ts';
import { groundAround } from '../../../briefing/story/story-ground.ts';
import type { BoardCard } from '../../../reports/boards/board.ts';
import type { FeaturesByLayer } from '../../store/layer-features.ts';
import type { WorkspaceState } from '../../store/workspace-store.ts';

/** O(features of the layers). */
export function sketchOfCard(
  { at, subjects }: Pick<BoardCard, 'at' | 'subjects'>,
  features: FeaturesByLayer,
  drawables: WorkspaceState['drawables'],
): PlaceSketch {
  const layers = [...features].flatMap(([id, { layer, batch, indexOf }]) => {
    const drawable = drawables[id];
    const marked = subjects.flatMap((subject) => (subject.layer === id ? (indexOf(subject.feature) ?? []) : []));
    return drawable ? [{ kind: layer.kind, geometry: batch.geometry, boxes: drawable.boxes, marked }] : [];
  });
  return sketchPlace(
    groundAround({ at, subjects }, (layer) => features.get(layer)),
    layers,
  );
}
