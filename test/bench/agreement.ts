/**
 * Whether two engines answered a join alike. Counts and checksums must be equal; areas must lie within
 * the accuracy that the engine's arithmetic has. Knows no engine.
 */
import type { PackedLayer } from '../../src/geo/packed-layer.ts';
import type { Answer } from './joins.ts';

/** Areas and distances of engines in double precision agree within this fraction. */
const FRACTION = 1e-9;
/** Sums of areas on a grid: the errors of many pairs cancel. */
const GRID_FRACTION = 1e-5;
/** Distances on a sphere against those in the plane of the ellipsoid. */
const SPHERE_FRACTION = 6e-3;

export interface Accuracy {
  /** The grid on which an engine rounds corners that it computes, 0 for none: an area is uncertain by its perimeter times that. */
  readonly gridMeters: number;
  readonly isSpherical?: boolean;
}

export interface Agreement {
  readonly agrees: boolean;
  /** What differs, in words; empty where nothing does. */
  readonly differences: readonly string[];
}

/** Counts to the last one, areas of every source, sums. */
export function compareAnswers(answer: Answer, expected: Answer, sources: PackedLayer, accuracy: Accuracy): Agreement {
  const differences: string[] = [];
  if (answer.failed) differences.push(`failed on ${answer.failed}`);
  if (answer.found !== expected.found) differences.push(`found ${answer.found} of ${expected.found}`);
  else if (isDifferent(answer.checksum, expected.checksum)) differences.push(`found ${answer.found}, but other ones`);
  const { gridMeters, isSpherical } = accuracy;
  const areaFraction = gridMeters > 0 ? GRID_FRACTION : FRACTION;
  const distanceFraction = isSpherical ? SPHERE_FRACTION : FRACTION;
  differences.push(
    ...compareSums('area', answer.areaSquareMeters, expected.areaSquareMeters, areaFraction),
    ...compareSums('distance', answer.distanceMeters, expected.distanceMeters, distanceFraction),
  );
  const other = countOtherAreas(answer, expected, sources, gridMeters);
  if (other > 0) differences.push(`${other} areas differ`);
  return { agrees: differences.length === 0, differences };
}

function isDifferent(a: number | undefined, b: number | undefined): boolean {
  return a !== undefined && b !== undefined && a !== b;
}

function compareSums(what: string, sum: number | undefined, expected: number | undefined, fraction: number): string[] {
  if (sum === undefined || expected === undefined) return [];
  const off = Math.abs(sum - expected) / Math.abs(expected || 1);
  return off > fraction ? [`${what} ${sum > expected ? '+' : '−'}${off.toExponential(1)} of it`] : [];
}

function countOtherAreas(answer: Answer, expected: Answer, sources: PackedLayer, gridMeters: number): number {
  const { areas } = answer;
  if (!areas || !expected.areas) return 0;
  let other = 0;
  for (let i = 0; i < areas.length; i++) {
    const tolerance = FRACTION * sources.areas[i]! + gridMeters * sources.lengths[i]!;
    if (!(Math.abs(areas[i]! - expected.areas[i]!) <= tolerance)) other++;
  }
  return other;
}
