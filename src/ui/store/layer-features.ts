/** A layer as the panels read it: its effective batch, with features found by name. */
import type { Subject } from '../../core/subject.ts';
import { type FeatureBatch, textAt } from '../../model/feature-batch.ts';
import { isZoneKind, type LayerKind } from '../../model/kinds.ts';
import type { Layer } from '../../model/workspace.ts';

export interface LayerFeatures {
  readonly layer: Layer;
  readonly batch: FeatureBatch;
  /** Position of a feature in the batch; undefined if it is not there. The first call indexes, O(features). */
  indexOf(feature: string): number | undefined;
}

export type FeaturesByLayer = ReadonlyMap<string, LayerFeatures>;

export function createLayerFeatures(layer: Layer, batch: FeatureBatch): LayerFeatures {
  let index: Map<string, number> | undefined;
  return {
    layer,
    batch,
    indexOf(feature) {
      index ??= new Map(batch.ids.map((id, position) => [id, position]));
      return index.get(feature);
    },
  };
}

/** A field of a feature as text; undefined where layer, feature or value is missing. */
export function fieldOf(features: FeaturesByLayer, subject: Subject, field: string): string | undefined {
  const found = features.get(subject.layer);
  const index = found?.indexOf(subject.feature);
  return found && index !== undefined ? textAt(found.batch, field, index) : undefined;
}

/** What a feature is called: its name, else its code, else its id. */
export function titleOf(features: FeaturesByLayer, subject: Subject): string {
  return fieldOf(features, subject, 'name') ?? fieldOf(features, subject, 'code') ?? subject.feature;
}

/** The unit that answers for a feature: its owner, of a route its operator. */
export function unitOf(features: FeaturesByLayer, subject: Subject): string | undefined {
  return fieldOf(features, subject, 'owner') ?? fieldOf(features, subject, 'operator');
}

/** The units that zones name, in the order of their first appearance. O(different units). */
export function listOwners(features: FeaturesByLayer): string[] {
  const owners = new Set<string>();
  for (const { layer, batch } of features.values()) {
    const column = batch.columns.get('owner');
    if (isZoneKind(layer.kind) && column?.type === 'text') for (const owner of column.dictionary) owners.add(owner);
  }
  owners.delete('');
  return [...owners];
}

/** What lines and vertices snap to: borders and roads. */
export const isSnapKind = (kind: LayerKind) => isZoneKind(kind) || kind === 'boundary' || kind === 'road';

/** The layers of some kinds that show, with what they hold. */
export function* sourcesOf(
  features: FeaturesByLayer,
  isVisible: (layer: string) => boolean,
  accepts: (kind: LayerKind) => boolean,
): Iterable<{ readonly layer: string; readonly batch: FeatureBatch }> {
  for (const [id, { layer, batch }] of features) {
    if (accepts(layer.kind) && isVisible(id)) yield { layer: id, batch };
  }
}
