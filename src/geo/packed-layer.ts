/**
 * Packing: from longitude and latitude to what the joins read. See packed-arrays.ts for the layout.
 * Projects, snaps to 1 mm, closes, orients, validates, repairs and measures. Knows nothing of
 * attributes and rules.
 */
import { checkpoint, type Task } from '../core/task.ts';
import type { GeometryColumn } from './geometry-column.ts';
import type { Frame } from './laea.ts';
import { createPacker } from './pack-features.ts';
import { type PackSpread, packInRanges } from './pack-ranges.ts';
import type { PackedLayer, PackedProblem } from './packed-arrays.ts';
import { repairLayer } from './repair.ts';

export type { PackedLayer } from './packed-arrays.ts';

export interface PackedResult {
  readonly layer: PackedLayer;
  /** In order of features. */
  readonly problems: readonly PackedProblem[];
}

/** Features between two turns of the event loop. */
const FEATURES_PER_TURN = 8192;

/**
 * Projects, snaps, validates, repairs and measures. Features of type `none` stay so without a
 * problem: whoever made the column has said it. Problems: `coordinates-out-of-range`,
 * `too-far-from-frame`, `geometry-degenerate`, `geometry-unrepairable` (these leave the feature
 * out), `ring-closed`, `ring-dropped`, `geometry-repaired` (these keep it). O(positions); rings that
 * are not star-shaped cost up to the square of their positions. Rejects only when cancelled. `spread`:
 * who shares the work on a large layer; default: this thread.
 */
export async function packLayer(
  geometry: GeometryColumn,
  frame: Frame,
  task: Task = {},
  spread?: PackSpread,
): Promise<PackedResult> {
  const isLarge = geometry.count > FEATURES_PER_TURN;
  const { layer, problems, suspicious } =
    spread && isLarge ? await packInRanges(geometry, frame, spread, task) : await packHere(geometry, frame, task);
  if (suspicious.length === 0) return { layer, problems };
  const repaired = await repairLayer(layer, suspicious, task);
  const all = [...problems, ...repaired.problems].sort((a, b) => a.feature - b.feature);
  return { layer: repaired.layer, problems: all };
}

async function packHere(geometry: GeometryColumn, frame: Frame, task: Task) {
  const packer = createPacker(geometry, frame);
  for (let first = 0; first < geometry.count; first += FEATURES_PER_TURN) {
    await checkpoint(task);
    packer.packRange(first, Math.min(geometry.count, first + FEATURES_PER_TURN));
  }
  return packer.finish();
}
