/**
 * Where a layer's numbers lie on the globe: degrees, a projection, or either with its axes swapped.
 * Judged by the numbers, by what the file states, and by where the open workspace is.
 */
import { type Problem, problem } from '../../core/result.ts';
import { findCrs } from '../../geo/crs.ts';
import type { GeometryColumn } from '../../geo/geometry-column.ts';
import type { LonLat } from '../../model/lon-lat.ts';
import type { RawLayer } from '../driver.ts';
import { guessCrs, median, ZONELESS_CODES } from '../guess-crs.ts';

export interface PlacingGuess {
  /** Undefined: as the file states it, else degrees. */
  readonly crs: string | undefined;
  /** The numbers stand as y, x. */
  readonly swapAxes: boolean;
  /** False where nobody can know from the file: the user must say. */
  readonly isSure: boolean;
  /** Sentences: `import-crs-…`. */
  readonly reasons: readonly Problem[];
}

/** A zone of 3° is about 270 km wide: what lands further from the workspace is in another one. */
const NEAR_DEGREES = 1.6;

/** O(n log n) in positions; at most a few dozen of them are projected. */
export async function guessPlacing(layer: RawLayer, near: LonLat | undefined): Promise<PlacingGuess> {
  const { coordinates } = layer.batch.geometry;
  if (coordinates.length === 0) return { crs: undefined, swapAxes: false, isSure: true, reasons: [] };
  const middle: LonLat = [median(coordinates, 0), median(coordinates, 1)];
  const shown = { x: roundTo6(middle[0]), y: roundTo6(middle[1]) };
  if (layer.crs !== undefined && (await agrees(layer.crs, middle))) {
    return {
      crs: undefined,
      swapAxes: false,
      isSure: true,
      reasons: [problem('import-crs-stated', { crs: layer.crs })],
    };
  }
  if (isLonLat(middle) && !isSwapped(middle, near)) {
    const code = layer.crs === undefined ? 'import-crs-degrees' : 'import-crs-degrees-not-stated';
    const reasons = [problem(code, { ...shown, crs: layer.crs ?? '' })];
    return { crs: layer.crs === undefined ? undefined : 'EPSG:4326', swapAxes: false, isSure: true, reasons };
  }
  if (isLonLat([middle[1], middle[0]])) {
    const reasons = [problem('import-axes-swapped', shown)];
    return { crs: layer.crs === undefined ? undefined : 'EPSG:4326', swapAxes: true, isSure: true, reasons };
  }
  const projected = await guessProjected(layer.batch.geometry, middle, near);
  if (layer.crs === undefined) return projected;
  // What the file says cannot be: the guess stands in its place, and that is told.
  const reasons = [problem('import-crs-stated-against', { crs: layer.crs.slice(0, 80) }), ...projected.reasons];
  return { ...projected, isSure: false, reasons };
}

async function guessProjected(
  { coordinates }: GeometryColumn,
  middle: LonLat,
  near: LonLat | undefined,
): Promise<PlacingGuess> {
  const shown = { x: roundTo6(middle[0]), y: roundTo6(middle[1]) };
  for (const swapAxes of [false, true]) {
    const [x, y] = swapAxes ? [middle[1], middle[0]] : middle;
    const codes = guessCrs(swapAxes ? Float64Array.of(x, y) : coordinates);
    // Northings of China are what eastings of Mercator could be: swapped axes must be those of a Chinese zone.
    if (!codes || (swapAxes && codes[0] === 'EPSG:3857')) continue;
    const swapped = swapAxes ? [problem('import-axes-swapped', shown)] : [];
    const first = codes[0]!;
    if (/^EPSG:\d+$/u.test(first)) {
      const reasons = [problem('import-crs-by-numbers', { ...shown, crs: first }), ...swapped];
      return { crs: first, swapAxes, isSure: true, reasons };
    }
    const crs = near && (await zoneNear([x, y], near));
    if (crs)
      return { crs, swapAxes, isSure: false, reasons: [problem('import-crs-by-place', { ...shown, crs }), ...swapped] };
    return { crs: undefined, swapAxes, isSure: false, reasons: [problem('import-crs-zone-open', shown), ...swapped] };
  }
  return { crs: undefined, swapAxes: false, isSure: false, reasons: [problem('import-crs-open', shown)] };
}

/** Of the systems without a zone number in their eastings the one in which the layer lies where the workspace does. */
async function zoneNear(at: LonLat, near: LonLat): Promise<string | undefined> {
  for (const code of ZONELESS_CODES) {
    const crs = await findCrs(code);
    if (!crs.ok) continue;
    const [longitude, latitude] = crs.value.toLonLat(at[0], at[1]);
    if (Math.abs(longitude - near[0]) < NEAR_DEGREES && Math.abs(latitude - near[1]) < NEAR_DEGREES) return code;
  }
  return undefined;
}

async function agrees(stated: string, [x, y]: LonLat): Promise<boolean> {
  const crs = await findCrs(stated);
  if (!crs.ok) return false;
  return crs.value.isGeographic ? isLonLat([x, y]) : !isLonLat([x, y]);
}

const isLonLat = ([x, y]: LonLat): boolean => Math.abs(x) <= 180 && Math.abs(y) <= 90;

/** Both orders are degrees west of 90° E: then the workspace tells, or China does. */
function isSwapped([x, y]: LonLat, near: LonLat | undefined): boolean {
  if (!isLonLat([y, x])) return false;
  if (near) return isNear([y, x], near) && !isNear([x, y], near);
  const isChina = (longitude: number, latitude: number) =>
    longitude > 73 && longitude < 136 && latitude > 17 && latitude < 54;
  return isChina(y, x) && !isChina(x, y);
}

const isNear = (a: LonLat, b: LonLat): boolean =>
  Math.abs(a[0] - b[0]) < 2 * NEAR_DEGREES && Math.abs(a[1] - b[1]) < 2 * NEAR_DEGREES;

const roundTo6 = (value: number): number => Math.round(value * 1e6) / 1e6;
