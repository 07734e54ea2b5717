/**
 * Whether two engines answered a join alike. Counts and checksums must be equal; areas must lie within
 * the accuracy that the engine's arithmetic has. Knows no engine.
 */
import type { PackedLayer } from '../../src/geo/packed-layer.ts';
import type { Answer } from './joins.ts';

/** Areas of engines in double precision agree within this fraction. */
const AREA_FRACTION = 1e-9;

export interface Agreement {
  readonly agrees: boolean;
  /** What differs, in words; empty where nothing does. */
  readonly differences: readonly string[];
}

/**
 * `gridMeters` is the grid on which an engine rounds corners that it computes, 0 for none: an area is
 * then uncertain by its perimeter times that, and a sum of areas by chance far less.
 */
export function compareAnswers(
  answer: Answer,
  expected: Answer,
  sources: PackedLayer,
  gridMeters: number,
): Agreement {
  const differences: string[] = [];
  if (answer.failed) differences.push(`failed on ${answer.failed}`);
  if (answer.found !== expected.found) differences.push(`found ${answer.found} of ${expected.found}`);
  else if (isDifferent(answer.checksum, expected.checksum)) differences.push(`found ${answer.found}, but other ones`);
  if (answer.sum !== undefined && expected.sum !== undefined) {
    const fraction = gridMeters > 0 ? 1e-5 : AREA_FRACTION;
    const off = Math.abs(answer.sum - expected.sum) / Math.abs(expected.sum || 1);
    if (off > fraction) differences.push(`sum ${answer.sum > expected.sum ? '+' : '−'}${off.toExponential(1)}`);
  }
  const other = countOtherAreas(answer, expected, sources, gridMeters);
  if (other > 0) differences.push(`${other} areas differ`);
  return { agrees: differences.length === 0, differences };
}

function isDifferent(a: number | undefined, b: number | undefined): boolean {
  return a !== undefined && b !== undefined && a !== b;
}

function countOtherAreas(answer: Answer, expected: Answer, sources: PackedLayer, gridMeters: number): number {
  const { areas } = answer;
  if (!areas || !expected.areas) return 0;
  let other = 0;
  for (let i = 0; i < areas.length; i++) {
    const tolerance = AREA_FRACTION * sources.areas[i]! + gridMeters * sources.lengths[i]!;
    if (!(Math.abs(areas[i]! - expected.areas[i]!) <= tolerance)) other++;
  }
  return other;
}
