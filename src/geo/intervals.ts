/**
 * Intervals of a path, in metres from its start: what is near to something, what is left, and which of
 * the pieces hang together. Knows no coordinates.
 */

/** from, to, from, to …; each with from ≤ to. */
export type Intervals = readonly number[];

/** Shorter pieces are what rounding leaves between two that meet. */
const ROUNDING_METERS = 1e-6;

/** The union: ascending and apart. Empty for none. O(n log n). */
export function mergeIntervals(intervals: Intervals): number[] {
  const order = Array.from({ length: intervals.length / 2 }, (_, i) => 2 * i);
  order.sort((i, j) => intervals[i]! - intervals[j]!);
  const merged: number[] = [];
  for (const i of order) {
    const [from, to] = [intervals[i]!, intervals[i + 1]!];
    const end = merged.length - 1;
    if (end > 0 && from <= merged[end]! + ROUNDING_METERS) merged[end] = Math.max(merged[end]!, to);
    else merged.push(from, to);
  }
  return merged;
}

/** What of 0 … `length` lies in none of the merged intervals. */
export function gapsOf(merged: Intervals, length: number): number[] {
  const gaps: number[] = [];
  let from = 0;
  for (let i = 0; i <= merged.length; i += 2) {
    const to = merged[i] ?? length;
    if (to - from > ROUNDING_METERS) gaps.push(from, to);
    from = merged[i + 1] ?? length;
  }
  return gaps;
}

/** Pieces that count as one: what lies between them is left out of its length. */
export interface Stretch {
  readonly pieces: Intervals;
  /** Of the pieces together. */
  readonly lengthMeters: number;
  /** Where half of that length lies on either side; on a piece. */
  readonly middleMeters: number;
}

/** Merged pieces with at most `joinMeters` between one and the next are one stretch. In order. */
export function joinStretches(merged: Intervals, joinMeters: number): Stretch[] {
  const groups: number[][] = [];
  for (let i = 0; i < merged.length; i += 2) {
    const group = groups.at(-1);
    const isNear = group !== undefined && merged[i]! - group.at(-1)! <= joinMeters + ROUNDING_METERS;
    if (isNear) group.push(merged[i]!, merged[i + 1]!);
    else groups.push([merged[i]!, merged[i + 1]!]);
  }
  return groups.map((pieces) => {
    const lengthMeters = lengthOf(pieces);
    return { pieces, lengthMeters, middleMeters: placeAt(pieces, lengthMeters / 2) };
  });
}

function lengthOf(pieces: Intervals): number {
  let sum = 0;
  for (let i = 0; i < pieces.length; i += 2) sum += pieces[i + 1]! - pieces[i]!;
  return sum;
}

/** Where the pieces have so much of their length behind them. */
function placeAt(pieces: Intervals, meters: number): number {
  let rest = meters;
  for (let i = 0; i < pieces.length; i += 2) {
    const length = pieces[i + 1]! - pieces[i]!;
    if (rest <= length) return pieces[i]! + rest;
    rest -= length;
  }
  return pieces.at(-1)!;
}
