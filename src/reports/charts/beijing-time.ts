/** Calendar of ledgers and stations: Beijing time, wherever this runs. */
import { addMonths, beijingClock, instantOf } from '../../model/instant.ts';

/** 0 Monday to 6 Sunday, and the hour 0 to 23. */
export function weekdayAndHour(instant: number): readonly [weekday: number, hour: number] {
  const clock = new Date(`${beijingClock(instant)}Z`);
  return [(clock.getUTCDay() + 6) % 7, clock.getUTCHours()];
}

/** `2026-11` */
export const monthOf = (instant: number) => beijingClock(instant).slice(0, 'YYYY-MM'.length);
/** `2026-11-23` */
export const dayOf = (instant: number) => beijingClock(instant).slice(0, 'YYYY-MM-DD'.length);

/** The instant at which a month is over; months may be counted back from it. */
export const endOfMonth = (month: string, monthsLater = 0) => addMonths(instantOf(`${month}-01`), 1 + monthsLater);
