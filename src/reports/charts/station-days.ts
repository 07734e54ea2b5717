/** PM10 of a station day by day: the mean of the hours that have a value, and how many those are. */
import { DAY_MS, HOUR_MS } from '../../model/instant.ts';
import type { Readings } from '../../model/series.ts';
import { dayOf } from './beijing-time.ts';

export interface StationDay {
  /** In Beijing. */
  readonly day: string;
  /** µg/m³; NaN without a value. */
  readonly mean: number;
  readonly hours: number;
}

/** Every day from the first reading to the last; one value an hour, the first. O(readings + days). */
export function meanByDay({ timesMs, pm10 }: Pick<Readings, 'timesMs' | 'pm10'>): StationDay[] {
  if (timesMs.length === 0) return [];
  const sums = new Map<string, { sum: number; hours: number }>();
  let lastHour = Number.NaN;
  for (let row = 0; row < timesMs.length; row++) {
    const hour = Math.floor(timesMs[row]! / HOUR_MS);
    if (hour === lastHour || Number.isNaN(pm10[row]!)) continue;
    lastHour = hour;
    const day = dayOf(timesMs[row]!);
    const own = sums.get(day) ?? { sum: 0, hours: 0 };
    own.sum += pm10[row]!;
    own.hours++;
    sums.set(day, own);
  }
  const days: StationDay[] = [];
  const last = dayOf(timesMs.at(-1)!);
  for (let at = timesMs[0]!; ; at += DAY_MS) {
    const day = dayOf(at);
    if (day > last) return days;
    const { sum, hours } = sums.get(day) ?? { sum: 0, hours: 0 };
    days.push({ day, mean: hours > 0 ? sum / hours : Number.NaN, hours });
  }
}
