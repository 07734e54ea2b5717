/** Outlines of zones, light enough for a page: whose ground a point is. Pure. */
import { type GeometryColumn, GeometryType } from '../../geo/geometry-column.ts';
import { createFrame } from '../../geo/laea.ts';
import { simplifyPath } from '../../geo/simplify-path.ts';
import type { LonLat } from '../../model/lon-lat.ts';

/** Finer than anybody points on a wall. */
const TOLERANCE_METERS = 5;
/** Degrees to 5 decimals: 1 m. */
const DECIMALS = 5;

/** The rings of one feature, simplified and rounded; empty where it is no polygon. O(n log n) in its positions. */
export function outlineOf(geometry: GeometryColumn, feature: number): number[][] {
  if (geometry.type[feature] !== GeometryType.polygon) return [];
  const rings: number[][] = [];
  const { partStart, ringStart, positionStart, coordinates } = geometry;
  for (let ring = ringStart[partStart[feature]!]!; ring < ringStart[partStart[feature + 1]!]!; ring++) {
    const [start, end] = [positionStart[ring]!, positionStart[ring + 1]!];
    const path = Array.from({ length: end - start }, (_, i): [number, number] => [
      coordinates[2 * (start + i)]!,
      coordinates[2 * (start + i) + 1]!,
    ]);
    const first = path[0];
    if (!first) continue;
    const kept = simplifyPath(path, createFrame(first satisfies LonLat), TOLERANCE_METERS);
    rings.push(kept.flat().map((degrees) => Number(degrees.toFixed(DECIMALS))));
  }
  return rings;
}
