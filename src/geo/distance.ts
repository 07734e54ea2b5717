/**
 * Planar distances in the frame: from a feature of any type to the nearest of many lines, outlines
 * or points, 0 where they touch or where one holds the other.
 */
import { GeometryType } from './geometry-column.ts';
import type { PackedLayer } from './packed-layer.ts';
import { Location, locatePointPlainly } from './point-in-polygon.ts';
import type { SegmentChunks } from './segment-chunks.ts';
import { pointToSegmentSquared, segmentDistanceSquared } from './segment-distance.ts';

export interface NearestFound {
  /** Feature of the chunks' layer; -1 where nothing lies within the bound. */
  feature: number;
  distanceMeters: number;
}

/**
 * Metres far from the centre are whole millimetres only up to 1e-10: what is exactly 50 m away may
 * come out as that much more. Distances between positions of whole millimetres, up to 500 m, are
 * equal or differ by more than this.
 */
const ROUNDING_METERS = 1e-9;

/**
 * Whether one of the chunks' features lies within a distance of a feature, exactly that far
 * included, wherever in the frame. Lines of chunks that a polygon holds are at 0; whether a polygon
 * of the chunks holds the feature is for the caller to ask beforehand, since chunks know outlines
 * only. Stops at the first. Asked of one feature after the other: what was near the last is asked
 * first, since it mostly is near its neighbour.
 */
export function createWithinTest(
  chunks: SegmentChunks,
  meters: number,
): (layer: PackedLayer, feature: number) => boolean {
  const reach = meters + ROUNDING_METERS;
  const bound = nextAbove(reach * reach);
  let lastChunk = NONE;
  let layer: PackedLayer;
  let feature: number;
  let box: Box;
  const isNear = (chunk: number): boolean => {
    if (!(chunkDistanceSquared(layer, feature, box, chunks, chunk, bound, bound) < bound)) return false;
    lastChunk = chunk;
    return true;
  };
  return (ofLayer, ofFeature) => {
    layer = ofLayer;
    feature = ofFeature;
    box = boxOf(layer, feature);
    // A chunk that an edit has freed is no longer in the index, but still has its positions.
    if (lastChunk !== NONE && chunks.isUsed[lastChunk] === 1 && isNear(lastChunk)) return true;
    lastChunk = NONE;
    return chunks.index.some(box.minX - reach, box.minY - reach, box.maxX + reach, box.maxY + reach, isNear);
  };
}

const NONE = -1;

/**
 * The nearest of the chunks' features to one feature, as above; of equally near ones the first.
 * Nothing farther than `maxMeters` is found. O(log n + edges of the feature × segments of the few
 * chunks around).
 */
export function findNearest(
  layer: PackedLayer,
  feature: number,
  chunks: SegmentChunks,
  maxMeters: number,
): NearestFound {
  const box = boxOf(layer, feature);
  let best = Infinity;
  let found = -1;
  chunks.index.visitNearest(box.minX, box.minY, box.maxX, box.maxY, nextAbove(maxMeters ** 2), (chunk, bound) => {
    const distance = chunkDistanceSquared(layer, feature, box, chunks, chunk, bound, 0);
    // Of two equally far ones the first in the layer's order, so that the answer does not hang on the tree.
    if (distance < bound && (distance < best || (distance === best && chunks.feature[chunk]! < found))) {
      best = distance;
      found = chunks.feature[chunk]!;
    }
    return nextAbove(best);
  });
  return { feature: found, distanceMeters: Math.sqrt(best) };
}

/**
 * All of the chunks' features within a distance of a feature, exactly that far included, each with its own distance;
 * by feature upwards. As there, a polygon of the chunks is its outline alone. O(log n + edges of the feature ×
 * segments of the chunks around).
 */
export function findAllWithin(
  layer: PackedLayer,
  feature: number,
  chunks: SegmentChunks,
  meters: number,
): NearestFound[] {
  const box = boxOf(layer, feature);
  const reach = meters + ROUNDING_METERS;
  const bound = nextAbove(reach * reach);
  const nearest = new Map<number, number>();
  chunks.index.some(box.minX - reach, box.minY - reach, box.maxX + reach, box.maxY + reach, (chunk) => {
    const other = chunks.feature[chunk]!;
    const known = nearest.get(other) ?? bound;
    const distance = chunkDistanceSquared(layer, feature, box, chunks, chunk, known, 0);
    if (distance < known) nearest.set(other, distance);
    return false;
  });
  return [...nearest]
    .map(([other, squared]) => ({ feature: other, distanceMeters: Math.sqrt(squared) }))
    .sort((a, b) => a.feature - b.feature);
}

function boxOf({ boxes }: PackedLayer, feature: number): Box {
  const at = 4 * feature;
  return { minX: boxes[at]!, minY: boxes[at + 1]!, maxX: boxes[at + 2]!, maxY: boxes[at + 3]! };
}

interface Box {
  readonly minX: number;
  readonly minY: number;
  readonly maxX: number;
  readonly maxY: number;
}

function nextAbove(value: number): number {
  return value === 0 ? Number.MIN_VALUE : value * (1 + Number.EPSILON);
}

/**
 * Squared distance from a feature to a chunk; any number of at least `bound` where it is no nearer,
 * and any below `enough` as soon as one is found.
 */
function chunkDistanceSquared(
  layer: PackedLayer,
  feature: number,
  box: Box,
  chunks: SegmentChunks,
  chunk: number,
  bound: number,
  enough: number,
): number {
  const { xy } = chunks.layer;
  const first = chunks.first[chunk]!;
  const last = chunks.last[chunk]!;
  const { partStart, partEnd, ringStart, positionStart } = layer;
  let best = bound;
  const rings = ringStart[partEnd[feature]!]!;
  for (let ring = ringStart[partStart[feature]!]!; ring < rings; ring++) {
    const start = positionStart[ring]!;
    const end = positionStart[ring + 1]! - 1;
    best = runsDistanceSquared(layer.xy, start, end, box, xy, first, last, best, enough);
    if (best === 0 || best < enough) return best;
  }
  // A chunk that lies wholly inside a polygon may be far from its outline.
  const x = xy[2 * first]!;
  const y = xy[2 * first + 1]!;
  const inBox = x >= box.minX && x <= box.maxX && y >= box.minY && y <= box.maxY;
  const isHeld = inBox && layer.type[feature] === GeometryType.polygon;
  return isHeld && locatePointPlainly(layer, feature, x, y) !== Location.outside ? 0 : best;
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
  aBox: Box,
  b: Float64Array,
  bFirst: number,
  bLast: number,
  bound: number,
  enough: number,
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
    if (aBox.minX - maxX > reach || minX - aBox.maxX > reach) continue;
    if (aBox.minY - maxY > reach || minY - aBox.maxY > reach) continue;
    if (lineIsBeyond(aBox, cx, cy, dx - cx, dy - cy, reach)) continue;
    if (enough > 0) {
      // Where any distance below it will do, one of a few positions mostly has it.
      const step = (aEnd - aFirst + 3) >> 2;
      for (let i = aFirst; i < aEnd; i += step) {
        const distance = pointToSegmentSquared(a[2 * i]!, a[2 * i + 1]!, cx, cy, dx, dy);
        if (distance < enough) return distance;
      }
    }
    for (let i = aFirst; i < aEnd; i++) {
      const ax = a[2 * i]!;
      const ay = a[2 * i + 1]!;
      const after = i < aLast ? i + 1 : i;
      const bx = a[2 * after]!;
      const by = a[2 * after + 1]!;
      if ((ax < minX - reach && bx < minX - reach) || (ax > maxX + reach && bx > maxX + reach)) continue;
      if ((ay < minY - reach && by < minY - reach) || (ay > maxY + reach && by > maxY + reach)) continue;
      const distance = segmentDistanceSquared(ax, ay, bx, by, cx, cy, dx, dy);
      if (distance >= best) continue;
      if (distance === 0 || distance < enough) return distance;
      best = distance;
      reach = Math.sqrt(best);
    }
  }
  return best;
}

/** Whether a box lies wholly farther than `reach` from the line through a point along a direction: so does all in it. */
function lineIsBeyond(box: Box, x: number, y: number, alongX: number, alongY: number, reach: number): boolean {
  const middle = ((box.minX + box.maxX) / 2 - x) * alongY - ((box.minY + box.maxY) / 2 - y) * alongX;
  const half = ((box.maxX - box.minX) * Math.abs(alongY) + (box.maxY - box.minY) * Math.abs(alongX)) / 2;
  const gap = Math.abs(middle) - half;
  // A little farther, so that rounding skips nothing.
  return gap > 0 && gap * gap > (reach * reach * (1 + 1e-9) + 1e-9) * (alongX * alongX + alongY * alongY);
}
