/**
 * How two polygons lie to each other, cheaply: most pairs that a box search finds are settled here
 * without an area. Made for a small polygon against one with edge bands.
 */
import { bandAt, type EdgeBands } from './edge-bands.ts';
import { GeometryType } from './geometry-column.ts';
import type { PackedLayer } from './packed-layer.ts';
import { Location, locatePoint, locatePointPlainly } from './point-in-polygon.ts';
import { segmentsMeet } from './segment-distance.ts';

/** `crosses` also where borders only touch, or where parts lie differently: the area decides what they share. */
export const Relation = { disjoint: 0, crosses: 1, inside: 2, holds: 3 } as const;
export type RelationCode = (typeof Relation)[keyof typeof Relation];

/** A layer with the bands of its polygons' edges. */
export interface BandedLayer {
  readonly layer: PackedLayer;
  readonly bands: EdgeBands;
}

export interface Relater {
  /** How feature `a` of `layerA` lies to feature `b` of `target`: `inside` it, it `holds` it, they cross, or share nothing. */
  relate(layerA: PackedLayer, a: number, target: BandedLayer, b: number): RelationCode;
}

/** Keeps its scratch memory from call to call. O(edges of a × edges of b near the box of a). */
export function createRelater(): Relater {
  let near = new Float64Array(4 * 256);
  let nearCount = 0;

  /** Copies the edges of b that reach into a box. An edge in several bands is taken in the first of them only. */
  function gather({ layer, bands }: BandedLayer, b: number, minX: number, minY: number, maxX: number, maxY: number) {
    nearCount = 0;
    const { xy } = layer;
    const from = bandAt(bands, layer, b, minY);
    const to = bandAt(bands, layer, b, maxY);
    const first = bands.firstBand[b]!;
    for (let band = from; band <= to; band++) {
      const end = bands.edgeStart[first + band + 1]!;
      for (let entry = bands.edgeStart[first + band]!; entry < end; entry++) {
        const at = 2 * bands.edges[entry]!;
        const ax = xy[at]!;
        const ay = xy[at + 1]!;
        const bx = xy[at + 2]!;
        const by = xy[at + 3]!;
        if ((ax < minX && bx < minX) || (ax > maxX && bx > maxX)) continue;
        if ((ay < minY && by < minY) || (ay > maxY && by > maxY)) continue;
        if (band > from && bandAt(bands, layer, b, Math.min(ay, by)) < band) continue;
        if (4 * nearCount === near.length) {
          const grown = new Float64Array(2 * near.length);
          grown.set(near);
          near = grown;
        }
        near[4 * nearCount] = ax;
        near[4 * nearCount + 1] = ay;
        near[4 * nearCount + 2] = bx;
        near[4 * nearCount + 3] = by;
        nearCount++;
      }
    }
  }

  /** Whether an edge of a shares a point with a gathered one. */
  function bordersMeet(layer: PackedLayer, a: number): boolean {
    const { partStart, partEnd, ringStart, positionStart, xy } = layer;
    const rings = ringStart[partEnd[a]!]!;
    for (let ring = ringStart[partStart[a]!]!; ring < rings; ring++) {
      const end = positionStart[ring + 1]! - 1;
      for (let edge = positionStart[ring]!; edge < end; edge++) {
        const ax = xy[2 * edge]!;
        const ay = xy[2 * edge + 1]!;
        const bx = xy[2 * edge + 2]!;
        const by = xy[2 * edge + 3]!;
        const minX = Math.min(ax, bx);
        const maxX = Math.max(ax, bx);
        const minY = Math.min(ay, by);
        const maxY = Math.max(ay, by);
        for (let k = 0; k < 4 * nearCount; k += 4) {
          const cx = near[k]!;
          const cy = near[k + 1]!;
          const dx = near[k + 2]!;
          const dy = near[k + 3]!;
          if ((cx < minX && dx < minX) || (cx > maxX && dx > maxX)) continue;
          if ((cy < minY && dy < minY) || (cy > maxY && dy > maxY)) continue;
          if (segmentsMeet(ax, ay, bx, by, cx, cy, dx, dy)) return true;
        }
      }
    }
    return false;
  }

  return {
    relate(layerA, a, target, b) {
      if (layerA.type[a] !== GeometryType.polygon || target.layer.type[b] !== GeometryType.polygon)
        return Relation.disjoint;
      const [boxA, boxB] = [4 * a, 4 * b];
      const minX = layerA.boxes[boxA]!;
      const minY = layerA.boxes[boxA + 1]!;
      const maxX = layerA.boxes[boxA + 2]!;
      const maxY = layerA.boxes[boxA + 3]!;
      const other = target.layer.boxes;
      if (minX > other[boxB + 2]! || maxX < other[boxB]! || minY > other[boxB + 3]! || maxY < other[boxB + 1]!) {
        return Relation.disjoint;
      }
      gather(target, b, minX, minY, maxX, maxY);
      if (nearCount > 0 && bordersMeet(layerA, a)) return Relation.crosses;
      return relateByRings(layerA, a, target, b, nearCount > 0);
    },
  };
}

/**
 * Where borders do not meet, each ring lies wholly on one side of the other polygon, so one vertex
 * tells. All of a's rings in b and none of b's in a: a is inside; and so on.
 */
export function relateByRings(
  layerA: PackedLayer,
  a: number,
  target: BandedLayer,
  b: number,
  bIsNear: boolean,
): RelationCode {
  const { layer: layerB, bands } = target;
  let insideB = 0;
  const ringsA = ringRange(layerA, a);
  for (let ring = ringsA.first; ring < ringsA.end; ring++) {
    const at = 2 * layerA.positionStart[ring]!;
    if (locatePoint(layerB, bands, b, layerA.xy[at]!, layerA.xy[at + 1]!) !== Location.outside) insideB++;
  }
  let insideA = 0;
  const ringsB = ringRange(layerB, b);
  for (let ring = ringsB.first; bIsNear && ring < ringsB.end; ring++) {
    const at = 2 * layerB.positionStart[ring]!;
    const x = layerB.xy[at]!;
    const y = layerB.xy[at + 1]!;
    if (isInBox(layerA, a, x, y) && locatePointPlainly(layerA, a, x, y) !== Location.outside) insideA++;
  }
  if (insideB === ringsA.end - ringsA.first && insideA === 0) return Relation.inside;
  if (insideA === ringsB.end - ringsB.first && insideB === 0) return Relation.holds;
  return insideA === 0 && insideB === 0 ? Relation.disjoint : Relation.crosses;
}

function ringRange({ partStart, partEnd, ringStart }: PackedLayer, feature: number): { first: number; end: number } {
  return { first: ringStart[partStart[feature]!]!, end: ringStart[partEnd[feature]!]! };
}

function isInBox({ boxes }: PackedLayer, feature: number, x: number, y: number): boolean {
  const box = 4 * feature;
  return x >= boxes[box]! && y >= boxes[box + 1]! && x <= boxes[box + 2]! && y <= boxes[box + 3]!;
}
