/**
 * Where a border bends, the border on its other side has to bend as well: corners put into the edges
 * that they lie on, so that two zones run along the very same points.
 */
import type { MetricPolygons } from '../../geo/geos-wkb.ts';
import { gridKey, gridKeysOf } from './grid-points.ts';

/** Rounding to the grid moves a point of an edge by up to 0.71 mm; what lies nearer than this was on it. */
const ON_EDGE_METERS = 0.001;

export interface Corner {
  readonly x: number;
  readonly y: number;
}

/** The same polygons with the corners that lie on an edge put into it; undefined where there are none. O(edges × corners). */
export function insertCorners(polygons: MetricPolygons, corners: readonly Corner[]): MetricPolygons | undefined {
  const own = gridKeysOf(polygons);
  const missing = corners.filter(({ x, y }) => !own.has(gridKey(x, y)));
  if (missing.length === 0) return undefined;
  let inserted = false;
  const next = polygons.map((rings) =>
    rings.map((ring) => {
      const bent = bendRing(ring, missing);
      inserted ||= bent !== ring;
      return bent;
    }),
  );
  return inserted ? next : undefined;
}

function bendRing(ring: Float64Array, corners: readonly Corner[]): Float64Array {
  const bent: number[] = [];
  let inserted = false;
  for (let i = 0; i + 3 < ring.length; i += 2) {
    const [ax, ay, bx, by] = [ring[i]!, ring[i + 1]!, ring[i + 2]!, ring[i + 3]!];
    bent.push(ax, ay);
    const on = cornersOnEdge(ax, ay, bx, by, corners);
    inserted ||= on.length > 0;
    for (const { x, y } of on) bent.push(x, y);
  }
  if (!inserted) return ring;
  bent.push(ring[0]!, ring[1]!);
  return Float64Array.from(bent);
}

/** From a to b; of several corners at the same place of the edge the first alone. */
function cornersOnEdge(ax: number, ay: number, bx: number, by: number, corners: readonly Corner[]): Corner[] {
  const [minX, maxX] = [Math.min(ax, bx) - ON_EDGE_METERS, Math.max(ax, bx) + ON_EDGE_METERS];
  const [minY, maxY] = [Math.min(ay, by) - ON_EDGE_METERS, Math.max(ay, by) + ON_EDGE_METERS];
  const [dx, dy] = [bx - ax, by - ay];
  const squared = dx * dx + dy * dy;
  const found = new Map<number, Corner>();
  for (const corner of corners) {
    const { x, y } = corner;
    if (x < minX || x > maxX || y < minY || y > maxY) continue;
    const along = ((x - ax) * dx + (y - ay) * dy) / squared;
    if (!(along > 0 && along < 1)) continue;
    const across = Math.abs((x - ax) * dy - (y - ay) * dx) / Math.sqrt(squared);
    if (across <= ON_EDGE_METERS && !found.has(along)) found.set(along, corner);
  }
  return [...found].sort(([a], [b]) => a - b).map(([, corner]) => corner);
}
