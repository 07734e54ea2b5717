/** How far two features lie apart, of any types: 0 where they touch or one holds the other. */
import { GeometryType } from './geometry-column.ts';
import type { PackedLayer } from './packed-layer.ts';
import { pointToFeatureSquared } from './point-distance.ts';
import { Location, locatePointPlainly } from './point-in-polygon.ts';
import { pointToSegmentSquared, segmentDistanceSquared } from './segment-distance.ts';

/**
 * Squared metres; the bound where they are no nearer than that, or one has no geometry. O(segments of a × segments
 * of b), plain and without preparation: for pairs that a search has chosen. A bound spares segments that cannot be
 * nearer.
 */
export function featureDistanceSquared(
  layerA: PackedLayer,
  a: number,
  layerB: PackedLayer,
  b: number,
  bound = Infinity,
): number {
  const pointOfA = onlyPointOf(layerA, a);
  if (pointOfA >= 0) {
    return pointToFeatureSquared(layerA.xy[2 * pointOfA]!, layerA.xy[2 * pointOfA + 1]!, layerB, b, bound);
  }
  const pointOfB = onlyPointOf(layerB, b);
  if (pointOfB >= 0) {
    return pointToFeatureSquared(layerB.xy[2 * pointOfB]!, layerB.xy[2 * pointOfB + 1]!, layerA, a, bound);
  }
  if (holdsStartOf(layerA, a, layerB, b) || holdsStartOf(layerB, b, layerA, a)) return 0;
  let best = bound;
  const ringsA = layerA.ringStart[layerA.partEnd[a]!]!;
  const ringsB = layerB.ringStart[layerB.partEnd[b]!]!;
  for (let ringA = layerA.ringStart[layerA.partStart[a]!]!; ringA < ringsA; ringA++) {
    for (let ringB = layerB.ringStart[layerB.partStart[b]!]!; ringB < ringsB; ringB++) {
      best = pathDistanceSquared(layerA, ringA, layerB, ringB, best);
      if (best === 0) return 0;
    }
  }
  return best;
}

/** The position of a feature that is a single point, else -1. */
function onlyPointOf({ type, partStart, partEnd, ringStart, positionStart }: PackedLayer, feature: number): number {
  if (type[feature] !== GeometryType.point) return -1;
  const ring = ringStart[partStart[feature]!]!;
  return ringStart[partEnd[feature]!]! === ring + 1 ? positionStart[ring]! : -1;
}

/** Whether a polygon holds the first position of one of another feature's rings. */
function holdsStartOf(polygons: PackedLayer, polygon: number, layer: PackedLayer, feature: number): boolean {
  if (polygons.type[polygon] !== GeometryType.polygon) return false;
  const { partStart, partEnd, ringStart, positionStart, xy } = layer;
  const { boxes } = polygons;
  const box = 4 * polygon;
  for (let ring = ringStart[partStart[feature]!]!; ring < ringStart[partEnd[feature]!]!; ring++) {
    const p = 2 * positionStart[ring]!;
    const x = xy[p]!;
    const y = xy[p + 1]!;
    if (x < boxes[box]! || y < boxes[box + 1]! || x > boxes[box + 2]! || y > boxes[box + 3]!) continue;
    if (locatePointPlainly(polygons, polygon, x, y) !== Location.outside) return true;
  }
  return false;
}

/** Between two rings, lines or points: the bound where they are no nearer. */
function pathDistanceSquared(
  layerA: PackedLayer,
  ringA: number,
  layerB: PackedLayer,
  ringB: number,
  bound: number,
): number {
  const a = layerA.xy;
  const b = layerB.xy;
  const lastA = layerA.positionStart[ringA + 1]! - 1;
  const lastB = layerB.positionStart[ringB + 1]! - 1;
  const firstA = layerA.positionStart[ringA]!;
  const firstB = layerB.positionStart[ringB]!;
  if (firstB === lastB && firstA < lastA) return pathDistanceSquared(layerB, ringB, layerA, ringA, bound);
  if (firstA === lastA) {
    return Math.min(bound, pointToPathSquared(a[2 * firstA]!, a[2 * firstA + 1]!, b, firstB, lastB));
  }
  let best = bound;
  let reach = reachOf(best);
  for (let i = firstA; i < lastA; i++) {
    const ax = a[2 * i]!;
    const ay = a[2 * i + 1]!;
    const bx = a[2 * i + 2]!;
    const by = a[2 * i + 3]!;
    const minX = Math.min(ax, bx);
    const maxX = Math.max(ax, bx);
    const minY = Math.min(ay, by);
    const maxY = Math.max(ay, by);
    for (let j = firstB; j < lastB; j++) {
      const cx = b[2 * j]!;
      const cy = b[2 * j + 1]!;
      const dx = b[2 * j + 2]!;
      const dy = b[2 * j + 3]!;
      if ((cx < minX - reach && dx < minX - reach) || (cx > maxX + reach && dx > maxX + reach)) continue;
      if ((cy < minY - reach && dy < minY - reach) || (cy > maxY + reach && dy > maxY + reach)) continue;
      const distance = segmentDistanceSquared(ax, ay, bx, by, cx, cy, dx, dy);
      if (distance >= best) continue;
      best = distance;
      reach = reachOf(best);
    }
  }
  return best;
}

/** Metres, a little more than the root, so that rounding skips nothing. */
function reachOf(squared: number): number {
  return Math.sqrt(squared) * (1 + 1e-9) + 1e-9;
}

function pointToPathSquared(x: number, y: number, xy: Float64Array, first: number, last: number): number {
  let bx = xy[2 * first]!;
  let by = xy[2 * first + 1]!;
  let best = (bx - x) ** 2 + (by - y) ** 2;
  for (let p = first + 1; p <= last; p++) {
    const ax = bx;
    const ay = by;
    bx = xy[2 * p]!;
    by = xy[2 * p + 1]!;
    best = Math.min(best, pointToSegmentSquared(x, y, ax, ay, bx, by));
  }
  return best;
}
