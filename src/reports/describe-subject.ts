/** What the ledgers say of features, for sentences and tables: looked up by layer and id. */
import { createFeatureLookup } from '../model/feature-lookup.ts';
import type { WorkspaceDocument } from '../model/workspace.ts';
import type { DescribeSubject } from './findings-table.ts';

/** An index per layer is made when the layer is first asked for. O(features) once, then O(1). */
export function createSubjectLookup(document: WorkspaceDocument): DescribeSubject {
  const { layerOf, fieldOf } = createFeatureLookup(document);
  return (subject) => ({
    layerTitle: layerOf(subject)?.title,
    name: fieldOf(subject, 'name'),
    owner: fieldOf(subject, 'owner'),
  });
}
