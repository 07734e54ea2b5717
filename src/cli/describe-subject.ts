/** What the ledgers say of features, for sentences and tables: looked up by layer and id. */
import type { Subject } from '../core/subject.ts';
import { effectiveBatch } from '../model/effective-batch.ts';
import { type FeatureBatch, textAt } from '../model/feature-batch.ts';
import type { WorkspaceDocument } from '../model/workspace.ts';
import type { DescribeSubject, SubjectInfo } from '../reports/findings-table.ts';

interface LookupLayer {
  readonly title: string;
  readonly batch: FeatureBatch;
  readonly indexOf: ReadonlyMap<string, number>;
}

/** An index per layer is made when the layer is first asked for. O(features) once, then O(1). */
export function createSubjectLookup(document: WorkspaceDocument): DescribeSubject {
  const layers = new Map<string, LookupLayer>();
  const find = (id: string): LookupLayer | undefined => {
    const known = layers.get(id);
    if (known) return known;
    const layer = document.layers.find((each) => each.id === id);
    if (!layer) return undefined;
    const batch = effectiveBatch(layer);
    const made = { title: layer.title, batch, indexOf: new Map(batch.ids.map((feature, index) => [feature, index])) };
    layers.set(id, made);
    return made;
  };
  return ({ layer, feature }: Subject): SubjectInfo => {
    const found = find(layer);
    if (!found) return {};
    const index = found.indexOf.get(feature);
    if (index === undefined) return { layerTitle: found.title };
    return {
      layerTitle: found.title,
      name: textAt(found.batch, 'name', index),
      owner: textAt(found.batch, 'owner', index),
    };
  };
}
