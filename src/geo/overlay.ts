/**
 * Pieces of ground as polygons: what two zones share, what a boundary has that no zone covers. For
 * shapes, gap pieces and widths alone; areas of the bulk joins never come from here.
 */
import type { Result } from '../core/result.ts';
import { ok } from '../core/result.ts';
import type { Geos } from './geos.ts';
import type { MetricPolygons } from './geos-wkb.ts';
import type { PackedLayer } from './packed-layer.ts';
import { polygonsOf } from './packed-polygons.ts';

export interface PieceMeasures {
  readonly areaSquareMeters: number;
  /** All rings, holes included. */
  readonly perimeterMeters: number;
}

/** An intersection or gap of a smaller mean width, 2 × area / perimeter, is two borders that touch. */
export const TOUCHING_WIDTH_METERS = 0.002;

/** All parts of what two polygons share; none where they only touch. */
export function intersectPair(geos: Geos, layer: PackedLayer, a: number, b: number): Result<MetricPolygons> {
  return geos.intersection(polygonsOf(layer, a), polygonsOf(layer, b));
}

/** The union of features; parts of one polygon layer, each valid. */
export function unionOf(geos: Geos, layer: PackedLayer, features: readonly number[]): Result<MetricPolygons> {
  const polygons = features.flatMap((feature) => polygonsOf(layer, feature));
  return polygons.length === 0 ? ok([]) : geos.unionAll(polygons);
}

/** What a polygon has outside of others. */
export function subtractFeatures(
  geos: Geos,
  layer: PackedLayer,
  feature: number,
  coverLayer: PackedLayer,
  covers: readonly number[],
): Result<MetricPolygons> {
  const union = unionOf(geos, coverLayer, covers);
  if (!union.ok) return union;
  return union.value.length === 0
    ? ok(polygonsOf(layer, feature))
    : geos.difference(polygonsOf(layer, feature), union.value);
}

/** Ground that is enclosed by polygons without belonging to them: their holes, less what stands in those. */
export function enclosedGround(geos: Geos, union: MetricPolygons): Result<MetricPolygons> {
  const withHoles = union.filter((rings) => rings.length > 1);
  if (withHoles.length === 0) return ok([]);
  const filled = geos.unionAll(withHoles.map((rings) => [rings[0] as Float64Array]));
  return filled.ok ? geos.difference(filled.value, union) : filled;
}

/** Shoelace sums from each ring's own corner: coordinates of the frame's size would cost digits. */
export function measurePieces(polygons: MetricPolygons): PieceMeasures {
  let areaSquareMeters = 0;
  let perimeterMeters = 0;
  for (const rings of polygons) {
    rings.forEach((ring, index) => {
      const { area, length } = measureRing(ring);
      areaSquareMeters += index === 0 ? area : -area;
      perimeterMeters += length;
    });
  }
  return { areaSquareMeters, perimeterMeters };
}

/** Whether the piece is no more than two borders that touch. */
export function isTouching({ areaSquareMeters, perimeterMeters }: PieceMeasures): boolean {
  return !(2 * areaSquareMeters >= TOUCHING_WIDTH_METERS * perimeterMeters && perimeterMeters > 0);
}

/** Area without a sign, and length, of a closed ring. */
function measureRing(ring: Float64Array): { area: number; length: number } {
  let twice = 0;
  let length = 0;
  const originX = ring[0]!;
  const originY = ring[1]!;
  for (let i = 0; i + 3 < ring.length; i += 2) {
    const ax = ring[i]! - originX;
    const ay = ring[i + 1]! - originY;
    const bx = ring[i + 2]! - originX;
    const by = ring[i + 3]! - originY;
    twice += ax * by - bx * ay;
    length += Math.hypot(bx - ax, by - ay);
  }
  return { area: Math.abs(twice) / 2, length };
}
