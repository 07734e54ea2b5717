/**
 * Wind and PM10 of a station by sixteen directions: how often the wind comes from each and how strong, and how
 * much PM10 there is then. Calm air has no direction and stands apart; hours without a reading are counted.
 */
import { HOUR_MS } from '../../model/instant.ts';
import type { Readings } from '../../model/series.ts';

export const SECTORS = 16;
const SECTOR_DEGREES = 360 / SECTORS;
/** Forces 1 to 4 级 each, the last class is 5 级 and more. */
export const FORCE_CLASSES = 5;
/** Below it the air counts as calm, as in rules/wind.ts. */
const LEAST_FORCE = 1;

export interface Mean {
  /** µg/m³; NaN without an hour. */
  readonly mean: number;
  readonly hours: number;
}

export interface WindRose {
  /** Hours of wind by sector, clockwise from north, and by class of force. */
  readonly hours: readonly (readonly number[])[];
  readonly calmHours: number;
  /** With a wind or calm: what shares are taken of. */
  readonly countedHours: number;
  /** From the first reading to the last one. */
  readonly spanHours: number;
  /** Hours of the span without a wind that can be used. */
  readonly missingHours: number;
  /** Readings beside the first one of their hour. */
  readonly extraReadings: number;
  readonly pm10BySector: readonly Mean[];
  readonly pm10Calm: Mean;
}

export const sectorOf = (fromDegrees: number) => Math.round(fromDegrees / SECTOR_DEGREES) % SECTORS;
export const forceClassOf = (force: number) => Math.min(FORCE_CLASSES, Math.floor(force)) - 1;

/** One reading an hour, the first. A direction without a force, or the other way round above calm, is no wind. O(readings). */
export function buildWindRose({ timesMs, pm10, windFromDegrees, windForce }: Readings): WindRose {
  const hours = Array.from({ length: SECTORS }, () => Array.from({ length: FORCE_CLASSES }, () => 0));
  const sums = Array.from({ length: SECTORS + 1 }, () => ({ sum: 0, hours: 0 }));
  let [calmHours, countedHours, extraReadings] = [0, 0, 0];
  let lastHour = Number.NaN;
  for (let row = 0; row < timesMs.length; row++) {
    const hour = Math.floor(timesMs[row]! / HOUR_MS);
    if (hour === lastHour) {
      extraReadings++;
      continue;
    }
    lastHour = hour;
    const [force, from] = [windForce[row]!, windFromDegrees[row]!];
    const isCalm = force < LEAST_FORCE;
    if (Number.isNaN(force) || (!isCalm && Number.isNaN(from))) continue;
    countedHours++;
    if (isCalm) calmHours++;
    else hours[sectorOf(from)]![forceClassOf(force)]!++;
    if (Number.isNaN(pm10[row]!)) continue;
    const own = sums[isCalm ? SECTORS : sectorOf(from)]!;
    own.sum += pm10[row]!;
    own.hours++;
  }
  const first = Math.floor((timesMs[0] ?? 0) / HOUR_MS);
  const spanHours = timesMs.length === 0 ? 0 : lastHour - first + 1;
  const means = sums.map(({ sum, hours }) => ({ mean: hours > 0 ? sum / hours : Number.NaN, hours }));
  return {
    hours,
    calmHours,
    countedHours,
    spanHours,
    missingHours: spanHours - countedHours,
    extraReadings,
    pm10BySector: means.slice(0, SECTORS),
    pm10Calm: means[SECTORS]!,
  };
}
