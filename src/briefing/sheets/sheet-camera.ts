/**
 * Where the camera stands for a sheet, what scale its map has on the ground, and which places its corners are.
 * The map is a Mercator map of the sphere; what is said of its scale is of the ellipsoid. Pure.
 */
import { fromMercator, toMercator, WORLD_PIXELS } from '../../geo/web-mercator.ts';
import type { Bounds, Camera } from '../../map/map-types.ts';
import type { LonLat } from '../../model/lon-lat.ts';

/** CSS pixels of the map. */
export interface MapRoom {
  readonly widthPixels: number;
  readonly heightPixels: number;
}

const SEMI_MAJOR_METERS = 6378137;
const ECCENTRICITY_SQUARED = 0.00669437999014;
const DEGREE = Math.PI / 180;
const CLOSEST_ZOOM = 21;

/** Denominators to choose from. */
export const SCALES = [500, 1000, 2000, 5000, 10_000, 25_000, 50_000, 100_000, 200_000, 250_000, 500_000] as const;

/** North up, all of the bounds in the room. A place without extent is shown at 1 : 2,000 or so. */
export function cameraOn([west, south, east, north]: Bounds, { widthPixels, heightPixels }: MapRoom): Camera {
  const [left, bottom] = toMercator(west, south);
  const [right, top] = toMercator(east, north);
  const perPixel = Math.max((right - left) / widthPixels, (bottom - top) / heightPixels, 1e-12);
  const zoom = Math.min(-Math.log2(perPixel * WORLD_PIXELS), CLOSEST_ZOOM - 4);
  return { center: fromMercator((left + right) / 2, (top + bottom) / 2), zoom, bearing: 0, pitch: 0 };
}

/** The same middle and direction at another scale: so many metres of ground for one CSS pixel. */
export function atScale(camera: Camera, metersPerPixel: number): Camera {
  const zoom = camera.zoom + Math.log2(meanMetersPerPixel(camera) / metersPerPixel);
  return { ...camera, zoom: Math.min(zoom, CLOSEST_ZOOM), pitch: 0 };
}

/** Of ground, in the middle of the map: east, and north. */
function metersPerPixel({ center: [, latitude], zoom }: Camera): { readonly east: number; readonly north: number } {
  const sine = Math.sin(latitude * DEGREE);
  const flattened = 1 - ECCENTRICITY_SQUARED * sine * sine;
  const across = SEMI_MAJOR_METERS / Math.sqrt(flattened);
  const along = (SEMI_MAJOR_METERS * (1 - ECCENTRICITY_SQUARED)) / flattened ** 1.5;
  const perRadius = (2 * Math.PI * Math.cos(latitude * DEGREE)) / (WORLD_PIXELS * 2 ** zoom);
  return { east: across * perRadius, north: along * perRadius };
}

/** What the ratio 1 : N is made of: the scale of areas. */
export function meanMetersPerPixel(camera: Camera): number {
  const { east, north } = metersPerPixel(camera);
  return Math.sqrt(east * north);
}

/** Along a level line of the picture, as a scale bar lies, whichever way the map is turned. */
export function levelMetersPerPixel(camera: Camera): number {
  const { east, north } = metersPerPixel(camera);
  const turn = camera.bearing * DEGREE;
  return Math.hypot(east * Math.cos(turn), north * Math.sin(turn));
}

/** Between them, so that a map does not shrink to half for the sake of a round number. */
const ROUND_STEPS = [1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 7.5, 8, 10];

/** The next round number in which all of it is seen. */
export function roundScale(denominator: number): number {
  const power = 10 ** Math.floor(Math.log10(denominator));
  const step = ROUND_STEPS.find((each) => each * power >= denominator * 0.999) ?? 10;
  return Math.round(step * power);
}

/** Top left, top right, bottom right, bottom left. */
export function cornersOf(camera: Camera, { widthPixels, heightPixels }: MapRoom): readonly LonLat[] {
  const [x, y] = toMercator(camera.center[0], camera.center[1]);
  const world = WORLD_PIXELS * 2 ** camera.zoom;
  const [sine, cosine] = [Math.sin(camera.bearing * DEGREE), Math.cos(camera.bearing * DEGREE)];
  return [
    [-1, -1],
    [1, -1],
    [1, 1],
    [-1, 1],
  ].map(([right, down]) => {
    const [dx, dy] = [(right! * widthPixels) / 2, (down! * heightPixels) / 2];
    return fromMercator(x + (dx * cosine - dy * sine) / world, y + (dx * sine + dy * cosine) / world);
  });
}

/** The box around the corners. */
export function boundsOf(corners: readonly LonLat[]): Bounds {
  const longitudes = corners.map(([longitude]) => longitude);
  const latitudes = corners.map(([, latitude]) => latitude);
  return [Math.min(...longitudes), Math.min(...latitudes), Math.max(...longitudes), Math.max(...latitudes)];
}
