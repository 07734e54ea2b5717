/**
 * A newer version of a layer laid over the one that is there. What the new file says goes, but for
 * what was edited by hand: that stays, and is counted. Features keep the names they had.
 */
import { type Problem, problem } from '../../core/result.ts';
import type { Task } from '../../core/task.ts';
import { positionsOfFeature } from '../../geo/geometry-column.ts';
import { concatBatches } from '../../model/concat-batches.ts';
import { effectiveBatch } from '../../model/effective-batch.ts';
import { type FeatureBatch, textAt, valueAt } from '../../model/feature-batch.ts';
import { uniqueIds } from '../../model/feature-ids.ts';
import { selectBatch } from '../../model/select-batch.ts';
import type { EditedFeature, Layer } from '../../model/workspace.ts';
import type { MergeCounts, MergePlan } from './import-types.ts';
import { matchFeatures } from './match-features.ts';

export interface MergedLayer {
  readonly base: FeatureBatch;
  readonly edits: ReadonlyMap<string, EditedFeature | null>;
  readonly plan: MergePlan;
  readonly notes: readonly Problem[];
}

/** Coordinates that differ by less (a tenth of a millimetre) have not moved. */
const SAME_DEGREES = 1e-9;

export interface MergeOptions {
  /** Features that the new file does not have stay. */
  readonly keepMissing: boolean;
  /** The incoming ids come from a column. */
  readonly hasIds: boolean;
}

/** O(n log n + positions). */
export async function mergeLayer(
  layer: Layer,
  incoming: FeatureBatch,
  { keepMissing, hasIds }: MergeOptions,
  task: Task,
): Promise<MergedLayer> {
  const existing = effectiveBatch(layer);
  const partner = await matchFeatures(existing, incoming, hasIds, task);
  const matched = new Set(partner);
  const missing = existing.ids.flatMap((id, index) => (matched.has(index) || layer.edits.has(id) ? [] : [index]));
  const ids = nameFeatures(existing, incoming, partner);
  const present = new Set(ids);
  const notes: Problem[] = [];
  const tally = createTally();
  for (const [index, before] of partner.entries()) {
    const id = ids[index]!;
    const name = textAt(incoming, 'name', index) ?? id;
    if (before < 0) tally.add('added', name);
    else if (layer.edits.has(id)) {
      tally.add('kept', name);
      notes.push(problem('import-merge-edited', { id }, { row: incoming.rows[index]! }));
    } else tally.add(isSameFeature(existing, before, incoming, index) ? 'unchanged' : 'changed', name);
  }
  const edits = new Map([...layer.edits].filter(([id, edit]) => edit !== null || present.has(id)));
  for (const [id, edit] of edits) if (edit !== null && !present.has(id)) tally.add('kept', id);
  for (const index of missing) {
    const name = textAt(existing, 'name', index) ?? existing.ids[index]!;
    tally.add(keepMissing ? 'unchanged' : 'removed', name);
  }
  const base: FeatureBatch = { ...incoming, ids };
  const kept = keepMissing ? concatBatches([base, selectBatch(existing, Uint32Array.from(missing))]) : base;
  return { base: kept, edits, plan: tally.finish(), notes };
}

/** Enough names to recognise what is meant; a layer of a hundred thousand is not a list to read. */
const MERGE_NAMES = 200;

function createTally() {
  const counts: { -readonly [K in keyof MergeCounts]: number } = {
    added: 0,
    changed: 0,
    unchanged: 0,
    removed: 0,
    kept: 0,
  };
  const names: Record<keyof MergePlan['names'], string[]> = { added: [], changed: [], removed: [], kept: [] };
  return {
    add(what: keyof MergeCounts, name: string) {
      counts[what]++;
      if (what !== 'unchanged' && names[what].length < MERGE_NAMES) names[what].push(name);
    },
    finish: (): MergePlan => ({ counts, names }),
  };
}

/** A partner's name, else the feature's own; where that is taken, numbered. */
function nameFeatures(existing: FeatureBatch, incoming: FeatureBatch, partner: Int32Array): string[] {
  const own = incoming.ids.filter((_, index) => partner[index]! < 0);
  const fresh = uniqueIds(own, new Set(existing.ids)).ids.values();
  return Array.from(partner, (before) => (before < 0 ? fresh.next().value! : existing.ids[before]!));
}

function isSameFeature(before: FeatureBatch, b: number, after: FeatureBatch, a: number): boolean {
  for (const [name, column] of after.columns) {
    if (valueAt(column, a) !== valueAt(before.columns.get(name), b)) return false;
  }
  return isSameShape(before.geometry, b, after.geometry, a);
}

function isSameShape(before: FeatureBatch['geometry'], b: number, after: FeatureBatch['geometry'], a: number): boolean {
  const [start, end] = positionsOfFeature(before, b);
  const [first, last] = positionsOfFeature(after, a);
  if (before.type[b] !== after.type[a] || end - start !== last - first) return false;
  for (let at = 0; at < 2 * (end - start); at++) {
    if (Math.abs(before.coordinates[2 * start + at]! - after.coordinates[2 * first + at]!) > SAME_DEGREES) return false;
  }
  return true;
}
