/** What the ledger of bare soil says of ground that was treated and lies bare again. */
import { effectiveBatch } from '../../model/effective-batch.ts';
import { textAt } from '../../model/feature-batch.ts';
import { earliestInstant, instantOf } from '../../model/instant.ts';
import type { WorkspaceDocument } from '../../model/workspace.ts';
import type { SnapshotFinding } from './snapshot.ts';

/** Whether a subject of a finding was opened again after one time and not after another. O(features) once, then O(subjects). */
export function createReopened(
  document: WorkspaceDocument,
  before: string,
  after: string,
): (finding: Pick<SnapshotFinding, 'subjects'>) => boolean {
  const [from, to] = [instantOf(before), instantOf(after)];
  const reopened = new Map<string, Set<string>>();
  for (const layer of document.layers) {
    if (layer.kind !== 'bareSoil') continue;
    const batch = effectiveBatch(layer);
    const own = batch.ids.filter((_, index) => {
      const text = textAt(batch, 'reopenedAt', index);
      const instant = text === undefined ? Number.NaN : earliestInstant(text);
      return instant > from && instant <= to;
    });
    reopened.set(layer.id, new Set(own));
  }
  return ({ subjects }) => subjects.some(({ layer, feature }) => reopened.get(layer)?.has(feature) ?? false);
}
