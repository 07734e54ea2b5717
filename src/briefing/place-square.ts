/** A small piece of ground around a place, to ask whose it is. Pure. */
import type { LonLat } from '../model/lon-lat.ts';

const METERS_PER_DEGREE = 111_320;

/** A square of the given side, metres; good to a per cent, away from the poles. */
export function squareAround([longitude, latitude]: LonLat, sideMeters: number): GeoJSON.Polygon {
  const north = sideMeters / 2 / METERS_PER_DEGREE;
  const east = north / Math.cos((latitude * Math.PI) / 180);
  const [west, right] = [longitude - east, longitude + east];
  const [south, top] = [latitude - north, latitude + north];
  return {
    type: 'Polygon',
    coordinates: [
      [
        [west, south],
        [right, south],
        [right, top],
        [west, top],
        [west, south],
      ],
    ],
  };
}
