/** The greatest width of a shape: the diameter of the largest circle inside it, by polylabel on a local plane in metres. */
import polylabel from 'polylabel';
import { type Areal, curvatureRadii, polygonsIn } from './ellipsoid-measures.ts';

/** Half of what a width may be short of the true one. */
export const WIDTH_PRECISION_METERS = 0.005;

/** Width and centre of the widest part; width 0 at its first corner where it is thinner than can be told. */
export function greatestWidth(geometry: Areal): { widthMeters: number; at: [longitude: number, latitude: number] } {
  let best: { widthMeters: number; at: [number, number] } | undefined;
  for (const { coordinates } of polygonsIn(geometry)) {
    const [longitude, latitude] = coordinates[0]![0]! as [number, number];
    const radii = curvatureRadii(latitude);
    const metersPerLatitude = (radii.north * Math.PI) / 180;
    const metersPerLongitude = (radii.east * Math.PI * Math.cos((latitude * Math.PI) / 180)) / 180;
    const rings = coordinates.map((ring) =>
      ring.map(([x, y]): [number, number] => [
        (x! - longitude) * metersPerLongitude,
        (y! - latitude) * metersPerLatitude,
      ]),
    );
    const center = polylabel(rings, WIDTH_PRECISION_METERS);
    const widthMeters = 2 * Math.max(0, center.distance);
    if (!best || widthMeters > best.widthMeters) {
      best = {
        widthMeters,
        at: [longitude + center[0] / metersPerLongitude, latitude + center[1] / metersPerLatitude],
      };
    }
  }
  if (!best) throw new Error('greatestWidth: found no polygon, expected at least one');
  return best;
}
