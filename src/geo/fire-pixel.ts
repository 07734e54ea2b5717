/**
 * The ground that one satellite fire pixel stands for: a fire lies somewhere in it, not at its centre.
 * Knows nothing of tables and layers.
 */
const SEMI_MAJOR_METERS = 6378137;
const E2 = 0.00669437999014;
const DEGREE = Math.PI / 180;

/**
 * A box of scan × track metres around the centre (WGS84 degrees), counter-clockwise and closed. Axis-aligned: the
 * scan is taken to run east and west, the track north and south, as in the checks. A polar orbit's track runs some 10
 * to 20 degrees off north over China, so that the true corners lie up to a quarter of the pixel's side elsewhere. Undefined where a
 * number is missing, a side is not above zero, or the centre lies beyond 85 degrees. Across the 180th meridian
 * longitudes run on beyond 180.
 */
export function firePixel(
  longitude: number,
  latitude: number,
  scanMeters: number,
  trackMeters: number,
): GeoJSON.Polygon | undefined {
  const isPlace = Math.abs(longitude) <= 180 && Math.abs(latitude) <= 85;
  if (!isPlace || !(scanMeters > 0 && trackMeters > 0) || !Number.isFinite(scanMeters + trackMeters)) return undefined;
  const w = 1 - E2 * Math.sin(latitude * DEGREE) ** 2;
  const metersPerLongitude = (SEMI_MAJOR_METERS / Math.sqrt(w)) * Math.cos(latitude * DEGREE) * DEGREE;
  const metersPerLatitude = ((SEMI_MAJOR_METERS * (1 - E2)) / (w * Math.sqrt(w))) * DEGREE;
  const dx = scanMeters / 2 / metersPerLongitude;
  const dy = trackMeters / 2 / metersPerLatitude;
  const [west, east, south, north] = [longitude - dx, longitude + dx, latitude - dy, latitude + dy];
  return {
    type: 'Polygon',
    coordinates: [
      [
        [west, south],
        [east, south],
        [east, north],
        [west, north],
        [west, south],
      ],
    ],
  };
}
