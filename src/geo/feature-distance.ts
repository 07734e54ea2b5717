/** How far two features lie apart, of any types: 0 where they touch or one holds the other. */
import { GeometryType } from './geometry-column.ts';
import type { PackedLayer } from './packed-layer.ts';
import { Location, locatePointPlainly } from './point-in-polygon.ts';
import { pointToSegmentSquared, segmentDistanceSquared } from './segment-distance.ts';

/**
 * Squared metres; Infinity where one has no geometry. O(segments of a × segments of b), plain and without
 * preparation: for pairs that a search has chosen.
 */
export function featureDistanceSquared(layerA: PackedLayer, a: number, layerB: PackedLayer, b: number): number {
  if (holdsStartOf(layerA, a, layerB, b) || holdsStartOf(layerB, b, layerA, a)) return 0;
  let best = Infinity;
  const ringsA = layerA.ringStart[layerA.partEnd[a]!]!;
  const ringsB = layerB.ringStart[layerB.partEnd[b]!]!;
  for (let ringA = layerA.ringStart[layerA.partStart[a]!]!; ringA < ringsA; ringA++) {
    for (let ringB = layerB.ringStart[layerB.partStart[b]!]!; ringB < ringsB; ringB++) {
      best = Math.min(best, pathDistanceSquared(layerA, ringA, layerB, ringB));
      if (best === 0) return 0;
    }
  }
  return best;
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

/** Between two rings, lines or points. */
function pathDistanceSquared(layerA: PackedLayer, ringA: number, layerB: PackedLayer, ringB: number): number {
  const a = layerA.xy;
  const b = layerB.xy;
  const lastA = layerA.positionStart[ringA + 1]! - 1;
  const lastB = layerB.positionStart[ringB + 1]! - 1;
  const firstA = layerA.positionStart[ringA]!;
  const firstB = layerB.positionStart[ringB]!;
  if (firstB === lastB && firstA < lastA) return pathDistanceSquared(layerB, ringB, layerA, ringA);
  if (firstA === lastA) return pointToPathSquared(a[2 * firstA]!, a[2 * firstA + 1]!, b, firstB, lastB);
  let best = Infinity;
  for (let i = firstA; i < lastA; i++) {
    for (let j = firstB; j < lastB; j++) {
      const distance = segmentDistanceSquared(
        a[2 * i]!,
        a[2 * i + 1]!,
        a[2 * i + 2]!,
        a[2 * i + 3]!,
        b[2 * j]!,
        b[2 * j + 1]!,
        b[2 * j + 2]!,
        b[2 * j + 3]!,
      );
      if (distance < best) best = distance;
    }
  }
  return best;
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
