/** Hotspots by weekday and hour of Beijing time. */
import type { HotspotFact } from '../../checks/chart-fact-types.ts';
import { instantOf } from '../../model/instant.ts';
import { weekdayAndHour } from './beijing-time.ts';

export interface HotspotHours {
  /** 7 × 24 counts: Monday first, then by hour. */
  readonly counts: readonly number[];
  readonly counted: number;
  /** With a day and no clock. */
  readonly withoutHour: number;
  /** Without a time that can be read. */
  readonly withoutTime: number;
}

export const HOURS_A_DAY = 24;
export const DAYS_A_WEEK = 7;

/** Index into `counts`; `day` for a bare day, undefined for what is no time. */
export function hourCellOf(time: string | undefined): number | 'day' | undefined {
  const instant = time === undefined ? Number.NaN : instantOf(time);
  if (time === undefined || Number.isNaN(instant)) return undefined;
  if (!time.includes('T')) return 'day';
  const [weekday, hour] = weekdayAndHour(instant);
  return weekday * HOURS_A_DAY + hour;
}

/** O(hotspots). */
export function countHotspotHours(hotspots: readonly Pick<HotspotFact, 'time'>[]): HotspotHours {
  const counts = Array.from({ length: DAYS_A_WEEK * HOURS_A_DAY }, () => 0);
  let [counted, withoutHour, withoutTime] = [0, 0, 0];
  for (const { time } of hotspots) {
    const cell = hourCellOf(time);
    if (cell === undefined) withoutTime++;
    else if (cell === 'day') withoutHour++;
    else {
      counts[cell]!++;
      counted++;
    }
  }
  return { counts, counted, withoutHour, withoutTime };
}
