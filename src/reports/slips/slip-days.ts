/** Days on a slip: those of the calendar in China, wherever the slip is written. Knows nothing of today. */
import { DAY_MS, earliestInstant, HOUR_MS } from '../../model/instant.ts';

const BEIJING_MS = 8 * HOUR_MS;

/** The day in China of an ISO time, `2026-11-23`; of a bare month its first. Undefined for what is no date. */
export function findDay(time: string): string | undefined {
  const instant = earliestInstant(time);
  return Number.isNaN(instant) ? undefined : new Date(instant + BEIJING_MS).toISOString().slice(0, 10);
}

/** So many calendar days after an ISO day; days may be 0. */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}
