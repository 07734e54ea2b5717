/** Corners of packed polygons by their place on the millimetre grid. */
import type { MetricPolygons } from '../../geo/geos-wkb.ts';

/** The same text for the same whole millimetres. */
export function gridKey(x: number, y: number): string {
  return `${Math.round(x * 1000)},${Math.round(y * 1000)}`;
}

export function* cornersOf(polygons: MetricPolygons): Generator<[x: number, y: number]> {
  for (const ring of polygons.flat()) {
    for (let i = 0; i + 3 < ring.length; i += 2) yield [ring[i]!, ring[i + 1]!];
  }
}

export function gridKeysOf(polygons: MetricPolygons): Set<string> {
  const keys = new Set<string>();
  for (const [x, y] of cornersOf(polygons)) keys.add(gridKey(x, y));
  return keys;
}
