/**
 * Where a point lies in a polygon, in whole numbers without any rounding: for the places on which the
 * kernel and GEOS differ. GEOS decides on a turn with 106 bits, and a middle of an edge that misses
 * the edge by less than that lies on it for GEOS.
 */
import type { MetricPolygons } from '../../src/geo/geos-wkb.ts';
import { Location, type LocationCode } from '../../src/geo/point-in-polygon.ts';

/** Every number of a case is a whole multiple of 2^-80: a thousandth has its last bit at 2^-62. */
const SCALE = 2 ** 80;

export function locateExactly(polygons: MetricPolygons, pointX: number, pointY: number): LocationCode {
  const [x, y] = [BigInt(pointX * SCALE), BigInt(pointY * SCALE)];
  let inside = false;
  for (const ring of polygons.flat()) {
    const [xs, ys] = [0, 1].map((axis) =>
      Array.from(ring, (value) => BigInt(value * SCALE)).filter((_, i) => i % 2 === axis),
    );
    for (let i = 0; i + 1 < xs!.length; i++) {
      const [ax, ay, bx, by] = [xs![i]!, ys![i]!, xs![i + 1]!, ys![i + 1]!];
      const turn = (bx - ax) * (y - ay) - (by - ay) * (x - ax);
      const isBetween = (x - ax) * (x - bx) <= 0n && (y - ay) * (y - by) <= 0n;
      if (turn === 0n && isBetween) return Location.edge;
      if (ay > y !== by > y && turn > 0n === by > ay) inside = !inside;
    }
  }
  return inside ? Location.inside : Location.outside;
}
