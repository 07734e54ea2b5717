/** Fields of features found by layer and id, with edits laid over them: for sentences, tables and papers. */
import type { Subject } from '../core/subject.ts';
import { effectiveBatch } from './effective-batch.ts';
import { type FeatureBatch, textAt } from './feature-batch.ts';
import type { Layer, WorkspaceDocument } from './workspace.ts';

export interface FeatureLookup {
  /** Undefined where the workspace has no such layer. */
  layerOf(subject: Subject): Layer | undefined;
  /** As text without blanks around it; undefined where layer, feature or value is missing. */
  fieldOf(subject: Subject, field: string): string | undefined;
}

interface IndexedLayer {
  readonly layer: Layer;
  readonly batch: FeatureBatch;
  readonly indexOf: ReadonlyMap<string, number>;
}

/** A layer is indexed when it is first asked for. O(features) once, then O(1). */
export function createFeatureLookup(document: WorkspaceDocument): FeatureLookup {
  const indexed = new Map<string, IndexedLayer>();
  const find = (id: string): IndexedLayer | undefined => {
    const known = indexed.get(id);
    if (known) return known;
    const layer = document.layers.find((each) => each.id === id);
    if (!layer) return undefined;
    const batch = effectiveBatch(layer);
    const made = { layer, batch, indexOf: new Map(batch.ids.map((feature, index) => [feature, index])) };
    indexed.set(id, made);
    return made;
  };
  return {
    layerOf: ({ layer }) => find(layer)?.layer,
    fieldOf({ layer, feature }, field) {
      const found = find(layer);
      const index = found?.indexOf.get(feature);
      return found && index !== undefined ? textAt(found.batch, field, index)?.trim() || undefined : undefined;
    },
  };
}
