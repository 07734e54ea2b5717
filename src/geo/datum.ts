/**
 * The datums of Chinese web maps: WGS84, GCJ-02 (Gaode, Tencent) and BD-09 (Baidu). The forward
 * shifts are the published ones (as in the gcoord library); the inverse is found by iteration to
 * 1e-9 degrees, since the shift has no closed inverse. Outside the box of China nothing is shifted.
 */
export type DatumName = 'wgs84' | 'gcj02' | 'bd09';

const DEGREE = Math.PI / 180;
/** Krasovsky 1940, on which the shift is defined. */
const SEMI_MAJOR_METERS = 6378245;
const E2 = 0.006693421622965823;
const BAIDU = (Math.PI * 3000) / 180;
const TOLERANCE_DEGREES = 1e-10;
const MAX_STEPS = 30;

type LonLat = [longitude: number, latitude: number];

/** To WGS84 degrees. At the edge of the box, where the shift jumps, the nearest answer is kept. */
export function toWgs84(datum: DatumName, longitude: number, latitude: number): LonLat {
  if (datum === 'wgs84' || !isInChina(longitude, latitude)) return [longitude, latitude];
  let [lon, lat] = [longitude, latitude];
  for (let step = 0; step < MAX_STEPS; step++) {
    const [x, y] = fromWgs84(datum, lon, lat);
    lon += longitude - x;
    lat += latitude - y;
    if (Math.abs(longitude - x) < TOLERANCE_DEGREES && Math.abs(latitude - y) < TOLERANCE_DEGREES) break;
  }
  return [lon, lat];
}

/** From WGS84 degrees. */
export function fromWgs84(datum: DatumName, longitude: number, latitude: number): LonLat {
  if (datum === 'wgs84' || !isInChina(longitude, latitude)) return [longitude, latitude];
  const shifted = toGcj02(longitude, latitude);
  return datum === 'gcj02' ? shifted : gcj02ToBd09(shifted[0], shifted[1]);
}

/** The box within which the shifts apply; it takes in neighbouring countries, as the published code does. */
function isInChina(longitude: number, latitude: number): boolean {
  return longitude >= 72.004 && longitude <= 137.8347 && latitude >= 0.8293 && latitude <= 55.8271;
}

function toGcj02(longitude: number, latitude: number): LonLat {
  const x = longitude - 105;
  const y = latitude - 35;
  const sine = Math.sin(latitude * DEGREE);
  const w = 1 - E2 * sine * sine;
  const meridianRadius = (SEMI_MAJOR_METERS * (1 - E2)) / (w * Math.sqrt(w));
  const parallelRadius = (SEMI_MAJOR_METERS / Math.sqrt(w)) * Math.cos(latitude * DEGREE);
  return [
    longitude + shiftEastMeters(x, y) / (parallelRadius * DEGREE),
    latitude + shiftNorthMeters(x, y) / (meridianRadius * DEGREE),
  ];
}

function shiftEastMeters(x: number, y: number): number {
  return (
    300 +
    x +
    2 * y +
    0.1 * x * x +
    0.1 * x * y +
    0.1 * Math.sqrt(Math.abs(x)) +
    (2 / 3) * (20 * wave(6 * x) + 20 * wave(2 * x)) +
    (2 / 3) * (20 * wave(x) + 40 * wave(x / 3)) +
    (2 / 3) * (150 * wave(x / 12) + 300 * wave(x / 30))
  );
}

function shiftNorthMeters(x: number, y: number): number {
  return (
    -100 +
    2 * x +
    3 * y +
    0.2 * y * y +
    0.1 * x * y +
    0.2 * Math.sqrt(Math.abs(x)) +
    (2 / 3) * (20 * wave(6 * x) + 20 * wave(2 * x)) +
    (2 / 3) * (20 * wave(y) + 40 * wave(y / 3)) +
    (2 / 3) * (160 * wave(y / 12) + 320 * wave(y / 30))
  );
}

const wave = (turns: number) => Math.sin(turns * Math.PI);

function gcj02ToBd09(longitude: number, latitude: number): LonLat {
  const radius = Math.sqrt(longitude * longitude + latitude * latitude) + 0.00002 * Math.sin(latitude * BAIDU);
  const angle = Math.atan2(latitude, longitude) + 0.000003 * Math.cos(longitude * BAIDU);
  return [radius * Math.cos(angle) + 0.0065, radius * Math.sin(angle) + 0.006];
}
