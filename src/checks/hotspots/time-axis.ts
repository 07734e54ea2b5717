/** Time cut into days, weeks or months of one fixed offset from UTC, and how many hotspots fall into each. */
import { DAY_MS } from '../../model/instant.ts';

export const TIME_STEPS = ['day', 'week', 'month'] as const;
export type TimeStep = (typeof TIME_STEPS)[number];

export interface TimeAxis {
  readonly step: TimeStep;
  readonly offsetMs: number;
  /** Instants at which a bin begins, ascending, and the end of the last: one more than there are bins. */
  readonly edges: Float64Array;
}

/** Three years of days: more bars than a screen has room for. */
export const MAX_BINS = 1100;
const WEEK_DAYS = 7;
/** 1 January 1970 was a Thursday; weeks begin on Monday. */
const MONDAY_SHIFT_DAYS = 3;
const DEFAULT_OFFSET_MS = 8 * 3_600_000;

/** The offset that a time is written with; Beijing's where it says none. */
export function offsetOf(isoTime: string | undefined): number {
  const zone = /(?:Z|([+-])(\d{2}):(\d{2}))$/u.exec(isoTime?.includes('T') ? isoTime : '');
  if (!zone) return DEFAULT_OFFSET_MS;
  if (zone[1] === undefined) return 0;
  return (zone[1] === '-' ? -1 : 1) * (Number(zone[2]) * 60 + Number(zone[3])) * 60_000;
}

/**
 * From the first bin with a time in it to the last; undefined where no time is known. Where the asked step
 * would make more than MAX_BINS bins, the next coarser one is taken. O(times + bins).
 */
export function buildTimeAxis(timesMs: Float64Array, asked: TimeStep, offsetMs: number): TimeAxis | undefined {
  let [first, last] = [Infinity, -Infinity];
  for (const time of timesMs) {
    if (time < first) first = time;
    if (time > last) last = time;
  }
  if (first > last) return undefined;
  const days = (last - first) / DAY_MS;
  const needed: TimeStep = days > MAX_BINS * WEEK_DAYS ? 'month' : days > MAX_BINS ? 'week' : 'day';
  const step = TIME_STEPS[Math.max(TIME_STEPS.indexOf(asked), TIME_STEPS.indexOf(needed))]!;
  const edges = [binStart(first, step, offsetMs)];
  while (edges.at(-1)! <= last) edges.push(nextStart(edges.at(-1)!, step, offsetMs));
  return { step, offsetMs, edges: Float64Array.from(edges) };
}

/** The beginning of the day, week or month that an instant lies in. */
export function binStart(instant: number, step: TimeStep, offsetMs: number): number {
  const day = Math.floor((instant + offsetMs) / DAY_MS);
  if (step === 'day') return day * DAY_MS - offsetMs;
  if (step === 'week')
    return (day - ((((day + MONDAY_SHIFT_DAYS) % WEEK_DAYS) + WEEK_DAYS) % WEEK_DAYS)) * DAY_MS - offsetMs;
  const date = new Date(instant + offsetMs);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), 1) - offsetMs;
}

/** The beginning of the bin after the one that begins here. */
export function nextStart(start: number, step: TimeStep, offsetMs: number): number {
  if (step === 'month') return shiftMonths(start, 1, offsetMs);
  return start + (step === 'week' ? WEEK_DAYS : 1) * DAY_MS;
}

/** The beginning of the month so many months away from the one that begins here. */
export function shiftMonths(start: number, months: number, offsetMs: number): number {
  const date = new Date(start + offsetMs);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, 1) - offsetMs;
}

/** The bin that holds an instant; -1 before the first, after the last and for NaN. O(log bins). */
export function binAt(edges: Float64Array, instant: number): number {
  const bins = edges.length - 1;
  if (!(instant >= edges[0]! && instant < edges[bins]!)) return -1;
  let [low, high] = [0, bins];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (instant >= edges[middle]!) low = middle;
    else high = middle;
  }
  return low;
}

/** Hotspots per bin; with `keep`, only those marked 1. O(n log bins). */
export function countByBin({ edges }: TimeAxis, timesMs: Float64Array, keep?: Uint8Array): Uint32Array {
  const counts = new Uint32Array(edges.length - 1);
  for (let at = 0; at < timesMs.length; at++) {
    const bin = keep?.[at] === 0 ? -1 : binAt(edges, timesMs[at]!);
    if (bin >= 0) counts[bin]! += 1;
  }
  return counts;
}
