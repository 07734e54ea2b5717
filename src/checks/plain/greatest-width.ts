/** The greatest width of a shape: the diameter of the largest circle inside it, by polylabel in the metric frame. */
import polylabel from 'polylabel';
import type { Frame } from '../../geo/laea.ts';
import { projectPolygons } from './clip.ts';
import type { Areal } from './ellipsoid-measures.ts';

/** What a radius may be short of the true one. */
const PRECISION_METERS = 0.005;

/** Width and centre of the widest part; width 0 at its first corner where it is thinner than can be told. */
export function greatestWidth(
  geometry: Areal,
  frame: Frame,
): { widthMeters: number; at: [longitude: number, latitude: number] } {
  let best = { x: 0, y: 0, radius: -1 };
  for (const rings of projectPolygons(geometry, frame)) {
    const nested = rings.map((ring) =>
      Array.from({ length: ring.length / 2 }, (_, i): [number, number] => [ring[2 * i]!, ring[2 * i + 1]!]),
    );
    const center = polylabel(nested, PRECISION_METERS);
    const radius = Math.max(0, center.distance);
    if (radius > best.radius) best = { x: center[0], y: center[1], radius };
  }
  return { widthMeters: 2 * best.radius, at: frame.unproject(best.x, best.y) };
}
