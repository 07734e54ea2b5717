/**
 * Which feature of a newer file is which of the layer: by id, then by the ground they share. Every
 * feature has at most one partner.
 */
import type { Task } from '../../core/task.ts';
import { GeometryType } from '../../geo/geometry-column.ts';
import { createIntersectionArea } from '../../geo/intersection-area.ts';
import { createFrame, type Frame } from '../../geo/laea.ts';
import { type PackedLayer, packLayer } from '../../geo/packed-layer.ts';
import { buildSpatialIndex, HitList } from '../../geo/spatial-index.ts';
import type { FeatureBatch } from '../../model/feature-batch.ts';

/** Polygons that share more than half of the ground that they cover together are the same place. */
const LEAST_SHARED = 0.5;
/** Points and the boxes of lines: the same within this many metres at every side. */
const SAME_PLACE_METERS = 5;

/** Of each incoming feature its partner's index in `existing`, or -1. O(n log n + edges of pairs that meet). */
export async function matchFeatures(
  existing: FeatureBatch,
  incoming: FeatureBatch,
  /** False where the incoming ids are nothing but row numbers. */
  hasIds: boolean,
  task: Task,
): Promise<Int32Array> {
  const partner = new Int32Array(incoming.ids.length).fill(-1);
  const taken = new Uint8Array(existing.ids.length);
  if (hasIds) {
    const byId = new Map(existing.ids.map((id, index) => [id, index]));
    for (const [index, id] of incoming.ids.entries()) {
      const found = byId.get(id);
      if (found === undefined) continue;
      partner[index] = found;
      taken[found] = 1;
    }
  }
  const center = firstPosition(existing) ?? firstPosition(incoming);
  if (!center) return partner;
  const pairs = await pairsByGround(existing, incoming, createFrame(center), task);
  // The best pairs first, so that a neighbour never takes what belongs to another; of equals the earlier ones.
  pairs.sort((a, b) => b.likeness - a.likeness || a.incoming - b.incoming || a.existing - b.existing);
  for (const pair of pairs) {
    if (partner[pair.incoming] !== -1 || taken[pair.existing]) continue;
    partner[pair.incoming] = pair.existing;
    taken[pair.existing] = 1;
  }
  return partner;
}

interface Pair {
  readonly incoming: number;
  readonly existing: number;
  /** 0 to 1. */
  readonly likeness: number;
}

async function pairsByGround(
  existing: FeatureBatch,
  incoming: FeatureBatch,
  frame: Frame,
  task: Task,
): Promise<Pair[]> {
  const before = (await packLayer(existing.geometry, frame, task)).layer;
  const after = (await packLayer(incoming.geometry, frame, task)).layer;
  const index = buildSpatialIndex(before.boxes);
  const area = createIntersectionArea();
  const hits = new HitList();
  const pairs: Pair[] = [];
  for (let a = 0; a < after.count; a++) {
    const [minX, minY, maxX, maxY] = after.boxes.subarray(4 * a, 4 * a + 4) as unknown as [
      number,
      number,
      number,
      number,
    ];
    if (!(minX <= maxX)) continue;
    hits.count = 0;
    const room = after.type[a] === GeometryType.polygon ? 0 : SAME_PLACE_METERS;
    index.search(minX - room, minY - room, maxX + room, maxY + room, hits);
    for (let at = 0; at < hits.count; at++) {
      const b = hits.items[at]!;
      if (before.type[b] !== after.type[a]) continue;
      const likeness = room === 0 ? sharedShare(before, b, after, a, area) : boxLikeness(before, b, after, a);
      if (likeness > LEAST_SHARED) pairs.push({ incoming: a, existing: b, likeness });
    }
  }
  return pairs;
}

/** The ground that both cover, of the ground that either covers. */
function sharedShare(
  before: PackedLayer,
  b: number,
  after: PackedLayer,
  a: number,
  area: ReturnType<typeof createIntersectionArea>,
): number {
  const shared = area.measure(after, a, before, b);
  const together = after.areas[a]! + before.areas[b]! - shared;
  return together > 0 ? shared / together : 0;
}

/** 1 where all four sides agree, half at the edge of what is still the same place. */
function boxLikeness(before: PackedLayer, b: number, after: PackedLayer, a: number): number {
  let worst = 0;
  for (let side = 0; side < 4; side++) {
    worst = Math.max(worst, Math.abs(after.boxes[4 * a + side]! - before.boxes[4 * b + side]!));
  }
  return 1 - (0.5 * worst) / SAME_PLACE_METERS;
}

function firstPosition({ geometry: { coordinates } }: FeatureBatch): readonly [number, number] | undefined {
  for (let at = 0; at < coordinates.length; at += 2) {
    const [longitude, latitude] = [coordinates[at]!, coordinates[at + 1]!];
    if (Math.abs(longitude) <= 180 && Math.abs(latitude) < 89) return [longitude, latitude];
  }
  return undefined;
}
