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

/** The deadline so many days after a check; undefined where its time is no date. */
export function deadlineAfter(asOf: string, days: number): string | undefined {
  const day = findDay(asOf);
  return day && addDays(day, days);
}

/** How many days after a check an ISO day is; negative before it, undefined where either is no date. */
export function daysAfter(asOf: string, deadline: string): number | undefined {
  const [from, to] = [findDay(asOf), findDay(deadline)];
  return from && to ? Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS) : undefined;
}
