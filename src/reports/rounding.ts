/**
 * Numbers as they leave the product: 3 decimals for m and m², 6 for fractions and tonnes, 7 for
 * degrees; a number's name says which it is. Other numbers (counts, thresholds) stay as they are.
 */
import type { Params, ParamValue } from '../core/result.ts';

/** Half away from zero towards +∞, as Math.round; never -0. NaN and infinities are null in JSON and stay. */
export function roundTo(value: number, factor: number): number {
  return Math.round(value * factor) / factor + 0;
}

export const roundMeters = (value: number) => roundTo(value, 1e3);
export const roundFraction = (value: number) => roundTo(value, 1e6);
export const roundDegrees = (value: number) => roundTo(value, 1e7);

/** Rounds by the name's unit. */
export function roundByName(name: string, value: number): number {
  if (name.endsWith('Meters')) return roundMeters(value);
  if (/(Fraction|TonnesPerYear|severity|score)$/.test(name)) return roundFraction(value);
  return name.endsWith('Degrees') ? roundDegrees(value) : value;
}

export function roundParams(params: Params): Params {
  const rounded: Record<string, ParamValue> = {};
  for (const name in params) {
    const value = params[name] as ParamValue;
    rounded[name] = typeof value === 'number' ? roundByName(name, value) : value;
  }
  return rounded;
}

export function roundPosition(position: readonly number[]): number[] {
  return position.map(roundDegrees);
}

/** The same geometry with every coordinate rounded; no position is dropped, so shared edges stay shared. */
export function roundGeometry(geometry: GeoJSON.Geometry): GeoJSON.Geometry {
  if (geometry.type === 'GeometryCollection')
    return { ...geometry, geometries: geometry.geometries.map(roundGeometry) };
  return { type: geometry.type, coordinates: roundNested(geometry.coordinates) } as GeoJSON.Geometry;
}

type Nested = number | readonly Nested[];
function roundNested(value: Nested): Nested {
  return typeof value === 'number' ? roundDegrees(value) : value.map(roundNested);
}
