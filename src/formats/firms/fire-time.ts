/** The moment of a satellite pass from its two columns, however a spreadsheet has treated them. */
import { parseDateNumber, parseDateText } from '../../model/date-text.ts';
import type { Value } from '../../model/feature-batch.ts';

const BEIJING_MS = 8 * 3_600_000;

/**
 * `acq_date` and `acq_time` (UTC) as ISO text of Beijing time, `2022-03-28T08:05:00+08:00`: the app shows clocks as
 * they are written, so that a time in UTC would stand eight hours early beside those of the ledgers. Comparisons
 * go by the instant and do not care. Undefined where either cannot be read.
 */
export function fireTime(date: Value, time: Value): string | undefined {
  const day = typeof date === 'number' ? parseDateNumber(date) : parseDateText(String(date ?? ''));
  const minutes = minutesOfDay(time);
  if (day?.length !== 'YYYY-MM-DD'.length || minutes === undefined) return undefined;
  const local = new Date(Date.parse(`${day}T00:00:00Z`) + minutes * 60_000 + BEIJING_MS);
  return `${local.toISOString().slice(0, 19)}+08:00`;
}

/** HHMM that may have lost its leading zeros (`5` is 00:05), as text or number; also `HH:MM` and `HH:MM:SS`. */
function minutesOfDay(time: Value): number | undefined {
  const text = String(time ?? '').trim();
  const clock = /^(\d{1,2}):(\d{2})(?::\d{2})?$/u.exec(text);
  const digits = /^(\d{1,4})(?:\.0+)?$/u.exec(text)?.[1]?.padStart(4, '0');
  const hour = Number(clock?.[1] ?? digits?.slice(0, 2));
  const minute = Number(clock?.[2] ?? digits?.slice(2));
  return hour <= 23 && minute <= 59 ? 60 * hour + minute : undefined;
}
