/** Days on a slip: those of the calendar in China, wherever the slip is written. Knows nothing of today. */
import { beijingClock, DAY_MS, earliestInstant } from '../../model/instant.ts';

/** The day in China of an ISO time, `2026-11-23`; of a bare month its first. Undefined for what is no date. */
export function findDay(time: string): string | undefined {
  const instant = earliestInstant(time);
  return Number.isNaN(instant) ? undefined : beijingClock(instant).slice(0, 10);
}

/** So many calendar days after an ISO day; days may be 0. */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}
