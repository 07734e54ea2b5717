/**
 * Planar distances in the frame: from a feature of any type to the nearest of many lines, outlines
 * or points, 0 where they touch or where one holds the other.
 */
import { GeometryType } from './geometry-column.ts';
import type { PackedLayer } from './packed-layer.ts';
import { Location, locatePointPlainly } from './point-in-polygon.ts';
import type { SegmentChunks } from './segment-chunks.ts';
import { segmentDistanceSquared } from './segment-distance.ts';

export interface NearestFound {
  /** Feature of the chunks' layer; -1 where nothing lies within the bound. */
  feature: number;
  distanceMeters: number;
}

/**
 * The nearest of the chunks' features to one feature. With `enoughMeters` the search ends at the
 * first that is at most that far, which then is near, not necessarily nearest. Lines of chunks that
 * a polygon holds are at 0; whether a polygon of the chunks holds the feature is for the caller to
 * ask beforehand, since chunks know outlines only. Nothing farther than `maxMeters` is found.
 * O(log n + edges of the feature × segments of the few chunks around).
 */
export function findNearest(
  layer: PackedLayer,
  feature: number,
  chunks: SegmentChunks,
  maxMeters: number,
  enoughMeters = -1,
): NearestFound {
  const { boxes } = layer;
  const box = 4 * feature;
  const minX = boxes[box]!;
  const minY = boxes[box + 1]!;
  const maxX = boxes[box + 2]!;
  const maxY = boxes[box + 3]!;
  const enoughSquared = enoughMeters < 0 ? -1 : enoughMeters * enoughMeters;
  // One step above, so that a distance of exactly maxMeters is still found.
  let best = maxMeters === Number.POSITIVE_INFINITY ? maxMeters : nextAbove(maxMeters * maxMeters);
  let found = -1;
  chunks.index.visitNearest(minX, minY, maxX, maxY, best, (chunk) => {
    const distance = chunkDistanceSquared(layer, feature, chunks, chunk, nextAbove(best));
    // Of two equally far ones the first in the layer's order, so that the answer does not hang on the tree.
    if (distance < best || (distance === best && found >= 0 && chunks.feature[chunk]! < found)) {
      best = distance;
      found = chunks.feature[chunk]!;
    }
    return best <= enoughSquared ? -1 : nextAbove(best);
  });
  return { feature: found, distanceMeters: found < 0 ? Number.POSITIVE_INFINITY : Math.sqrt(best) };
}

function nextAbove(value: number): number {
  return value === 0 ? Number.MIN_VALUE : value * (1 + Number.EPSILON);
}

/** Squared distance from a feature to a chunk; any number of at least `bound` where it is no nearer. */
function chunkDistanceSquared(
  layer: PackedLayer,
  feature: number,
  chunks: SegmentChunks,
  chunk: number,
  bound: number,
): number {
  const { xy } = chunks.layer;
  const first = chunks.first[chunk]!;
  const last = chunks.last[chunk]!;
  if (layer.type[feature] === GeometryType.polygon) {
    const x = xy[2 * first]!;
    const y = xy[2 * first + 1]!;
    const inBox = isInBox(layer.boxes, feature, x, y);
    if (inBox && locatePointPlainly(layer, feature, x, y) !== Location.outside) return 0;
  }
  const { partStart, ringStart, positionStart } = layer;
  let best = bound;
  const rings = ringStart[partStart[feature + 1]!]!;
  for (let ring = ringStart[partStart[feature]!]!; ring < rings; ring++) {
    const start = positionStart[ring]!;
    const end = positionStart[ring + 1]! - 1;
    best = runsDistanceSquared(layer.xy, start, end, xy, first, last, best);
    if (best === 0) return 0;
  }
  return best;
}

function isInBox(boxes: Float64Array, feature: number, x: number, y: number): boolean {
  const box = 4 * feature;
  return x >= boxes[box]! && y >= boxes[box + 1]! && x <= boxes[box + 2]! && y <= boxes[box + 3]!;
}

/**
 * Squared distance between two runs of segments, each from one position to another (a run of one
 * position is a point), or `bound` where it is no smaller. Where they do not cross it lies at a
 * vertex of one of them, so that vertices against segments are enough.
 */
function runsDistanceSquared(
  a: Float64Array,
  aFirst: number,
  aLast: number,
  b: Float64Array,
  bFirst: number,
  bLast: number,
  bound: number,
): number {
  let best = bound;
  let reach = Math.sqrt(best);
  const aEnd = aLast > aFirst ? aLast : aFirst + 1;
  const bEnd = bLast > bFirst ? bLast : bFirst + 1;
  for (let j = bFirst; j < bEnd; j++) {
    const cx = b[2 * j]!;
    const cy = b[2 * j + 1]!;
    const next = j < bLast ? j + 1 : j;
    const dx = b[2 * next]!;
    const dy = b[2 * next + 1]!;
    const minX = Math.min(cx, dx);
    const maxX = Math.max(cx, dx);
    const minY = Math.min(cy, dy);
    const maxY = Math.max(cy, dy);
    for (let i = aFirst; i < aEnd; i++) {
      const ax = a[2 * i]!;
      const ay = a[2 * i + 1]!;
      const after = i < aLast ? i + 1 : i;
      const bx = a[2 * after]!;
      const by = a[2 * after + 1]!;
      if (Math.min(ax, bx) - maxX > reach || minX - Math.max(ax, bx) > reach) continue;
      if (Math.min(ay, by) - maxY > reach || minY - Math.max(ay, by) > reach) continue;
      const distance = segmentDistanceSquared(ax, ay, bx, by, cx, cy, dx, dy);
      if (distance >= best) continue;
      if (distance === 0) return 0;
      best = distance;
      reach = Math.sqrt(best);
    }
  }
  return best;
}
