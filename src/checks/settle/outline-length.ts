/** The two points of an outline that lie farthest apart. */
import type { MetricPolygons } from '../../geo/geos-wkb.ts';
import { cornersOf } from './grid-points.ts';

type Point = readonly [x: number, y: number];

/** Over all parts; the same for the same corners in any order. O(n log n + hull²). Needs a corner. */
export function farthestCorners(polygons: MetricPolygons): { readonly ends: readonly [Point, Point]; meters: number } {
  const hull = convexHull([...cornersOf(polygons)]);
  let ends: readonly [Point, Point] = [hull[0]!, hull[0]!];
  let meters = 0;
  for (let i = 0; i < hull.length; i++) {
    for (let k = i + 1; k < hull.length; k++) {
      const apart = Math.hypot(hull[i]![0] - hull[k]![0], hull[i]![1] - hull[k]![1]);
      if (apart <= meters) continue;
      meters = apart;
      ends = [hull[i]!, hull[k]!];
    }
  }
  return { ends, meters };
}

/** Andrew's monotone chain. */
function convexHull(points: Point[]): Point[] {
  points.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const half = (ordered: readonly Point[]): Point[] => {
    const chain: Point[] = [];
    for (const point of ordered) {
      while (chain.length >= 2 && turn(chain.at(-2)!, chain.at(-1)!, point) <= 0) chain.pop();
      chain.push(point);
    }
    return chain.slice(0, -1);
  };
  const hull = [...half(points), ...half(points.toReversed())];
  return hull.length > 0 ? hull : points.slice(0, 1);
}

function turn(a: Point, b: Point, c: Point): number {
  return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);
}
