/**
 * The wind that a station's readings tell for a time, and whether it blows from one place towards another.
 * Knows no layers. Force is 级 on the Beaufort scale; below 1级 the air counts as calm.
 */
import type { Readings } from '../model/series.ts';

export interface Wind {
  /** Where it comes from, clockwise from true north; NaN where the air is calm and the station says no direction. */
  readonly fromDegrees: number;
  /** Undefined where the station gives none: then the wind is not taken for calm. */
  readonly force: number | undefined;
  /** When it was read, milliseconds since 1970. */
  readonly timeMs: number;
}

/** Older readings say nothing of the wind. */
const MAX_READING_AGE_MS = 3 * 3_600_000;
const LEAST_FORCE = 1;

/**
 * The newest reading of a wind at or before a time and at most 3 h old, exactly that old included; undefined
 * where there is none. A row without a wind is passed over; one that is calm needs no direction. O(log n).
 */
export function windAt(readings: Readings, timeMs: number): Wind | undefined {
  const row = findWindRow(readings, timeMs);
  return row < 0 ? undefined : readWind(readings, row);
}

export function readWind({ timesMs, windFromDegrees, windForce }: Readings, row: number): Wind {
  const force = windForce[row]!;
  return {
    fromDegrees: windFromDegrees[row]!,
    force: Number.isNaN(force) ? undefined : force,
    timeMs: timesMs[row]!,
  };
}

/** Which row that is; -1 for none. */
export function findWindRow({ timesMs, windFromDegrees, windForce }: Readings, timeMs: number): number {
  let [low, high] = [0, timesMs.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (timesMs[middle]! <= timeMs) low = middle + 1;
    else high = middle;
  }
  for (let row = low - 1; row >= 0 && timeMs - timesMs[row]! <= MAX_READING_AGE_MS; row--) {
    if (!Number.isNaN(windFromDegrees[row]!) || windForce[row]! < LEAST_FORCE) return row;
  }
  return -1;
}

export function isCalm({ force }: Wind): boolean {
  return force !== undefined && force < LEAST_FORCE;
}

/** Cosines that are equal but for rounding are equal. */
const ROUNDING = 1e-12;

/** A sector to either side of where a wind comes from, seen from where it arrives. */
export interface UpwindSector {
  /** Unit vector towards where the wind comes from: x east, y north. */
  readonly x: number;
  readonly y: number;
  /** Of the half angle, less what rounding may take. */
  readonly minCosine: number;
}

/** `northDegrees`: where true north lies in the plane of x and y, clockwise from y. */
export function upwindSector(fromDegrees: number, halfDegrees: number, northDegrees: number): UpwindSector {
  const direction = ((fromDegrees + northDegrees) * Math.PI) / 180;
  const minCosine = Math.cos((halfDegrees * Math.PI) / 180) - ROUNDING;
  return { x: Math.sin(direction), y: Math.cos(direction), minCosine };
}

/** The cosine between a direction and where the wind comes from; 0 where the direction lies outside of the sector, or is none. */
export function cosineInSector({ x, y, minCosine }: UpwindSector, dx: number, dy: number): number {
  const length = Math.sqrt(dx * dx + dy * dy);
  const cosine = length > 0 ? (x * dx + y * dy) / length : 0;
  return cosine >= minCosine ? Math.max(0, cosine) : 0;
}
