/**
 * The three monthly alarms of hotspot grids: the cell with the worst mean of a month, the worst year on year, the
 * worst month on month. Grids of 3 km with these alarms: reports of August 2018 on the "2+26" cities
 * (http://www.bm463.com/2018-08/26/c_129940407.htm). That the last two are ranked by the rise itself, not by its
 * share of what was before, is our choice: shares of small numbers are noise.
 */
import { binIntoSquares, type PointBins } from '../../geo/bin-points.ts';
import { DAY_MS } from '../../model/instant.ts';
import type { HotspotTable } from './hotspot-table.ts';
import { binAt, binStart, buildTimeAxis, nextStart, shiftMonths } from './time-axis.ts';

export interface MonthlyCells {
  readonly bins: PointBins;
  /** The unit of the values; undefined: hotspots are counted, per day. */
  readonly unit: string | undefined;
  readonly offsetMs: number;
  /** The beginnings of the months with data and those between them, ascending. */
  readonly monthStarts: Float64Array;
  /** Days of each month that the data cover: the first and the last month may be cut. */
  readonly days: Uint8Array;
  /** By cell, then month: the mean of the values (NaN without one), or hotspots per day. */
  readonly means: Float64Array;
  /** By cell, then month. */
  readonly counts: Uint32Array;
}

export interface MonthlyOptions {
  readonly sizeMeters: number;
  readonly unit: string | undefined;
  readonly offsetMs: number;
  /** The clock of the rules: the last month is covered up to here, or up to its newest hotspot if that is later. */
  readonly asOfMs: number;
}

/** Of the hotspots kept that have a time and, with a unit, a value in it. Undefined where there are none. O(hotspots + cells × months). */
export function measureMonthlyCells(
  table: HotspotTable,
  keep: Uint8Array,
  { sizeMeters, unit, offsetMs, asOfMs }: MonthlyOptions,
): MonthlyCells | undefined {
  const code = unit === undefined ? undefined : table.unit.values.indexOf(unit);
  const counted = Uint8Array.from({ length: table.count }, (_, at) => {
    if (keep[at] === 0 || Number.isNaN(table.timesMs[at]!) || Number.isNaN(table.xy[2 * at]!)) return 0;
    return code === undefined || (table.unit.codes[at] === code && !Number.isNaN(table.values[at]!)) ? 1 : 0;
  });
  const times = table.timesMs.filter((_, at) => counted[at] === 1);
  const axis = buildTimeAxis(times, 'month', offsetMs);
  if (!axis) return undefined;
  const bins = binIntoSquares(table.xy, counted, sizeMeters);
  const months = axis.edges.length - 1;
  const counts = new Uint32Array(bins.count * months);
  const means = new Float64Array(bins.count * months);
  for (let at = 0; at < table.count; at++) {
    const bin = bins.binOf[at]!;
    if (bin < 0) continue;
    const place = bin * months + binAt(axis.edges, table.timesMs[at]!);
    counts[place]! += 1;
    means[place]! += table.values[at]!;
  }
  const days = coveredDays(axis.edges, times, offsetMs, asOfMs);
  for (let place = 0; place < means.length; place++) {
    means[place] = unit === undefined ? counts[place]! / days[place % months]! : means[place]! / counts[place]!;
  }
  return { bins, unit, offsetMs, monthStarts: axis.edges.slice(0, months), days, means, counts };
}

/** From the day of the first hotspot to that of the clock, day by day, as far as each month has them; at least 1. */
function coveredDays(edges: Float64Array, times: Float64Array, offsetMs: number, asOfMs: number): Uint8Array {
  const first = binStart(
    times.reduce((least, time) => Math.min(least, time)),
    'day',
    offsetMs,
  );
  const newest = times.reduce((most, time) => Math.max(most, time));
  const last = nextStart(binStart(Math.max(newest, asOfMs || newest), 'day', offsetMs), 'day', offsetMs);
  return Uint8Array.from({ length: edges.length - 1 }, (_, month) => {
    const covered = Math.min(last, edges[month + 1]!) - Math.max(first, edges[month]!);
    return Math.max(1, Math.round(covered / DAY_MS));
  });
}

export const ALARM_KINDS = ['worstMean', 'worstYearOnYear', 'worstMonthOnMonth'] as const;
export type AlarmKind = (typeof ALARM_KINDS)[number];

export interface CellAlarm {
  readonly kind: AlarmKind;
  readonly cell: number;
  readonly mean: number;
  /** Of the month it is compared with; undefined for the worst mean. */
  readonly before: number | undefined;
}
/** Why there is no cell: no data of the month to compare with, or no cell that rose. */
export type AlarmAbsence = 'no-data-before' | 'none-rose';

/** For one month, counted from the first. With values, cells without one in either month are not compared. O(cells). */
export function findAlarms(cells: MonthlyCells, month: number): Record<AlarmKind, CellAlarm | AlarmAbsence> {
  return {
    worstMean: worstMean(cells, month),
    worstYearOnYear: worstRise('worstYearOnYear', cells, month, -12),
    worstMonthOnMonth: worstRise('worstMonthOnMonth', cells, month, -1),
  };
}

function worstMean({ means, monthStarts, bins }: MonthlyCells, month: number): CellAlarm | AlarmAbsence {
  let worst: CellAlarm | undefined;
  for (let cell = 0; cell < bins.count; cell++) {
    const mean = means[cell * monthStarts.length + month]!;
    if (mean > (worst?.mean ?? 0)) worst = { kind: 'worstMean', cell, mean, before: undefined };
  }
  return worst ?? 'none-rose';
}

function worstRise(kind: AlarmKind, cells: MonthlyCells, month: number, shift: number): CellAlarm | AlarmAbsence {
  const { means, monthStarts, bins, offsetMs } = cells;
  const other = monthStarts.indexOf(shiftMonths(monthStarts[month]!, shift, offsetMs));
  if (other < 0) return 'no-data-before';
  let worst: CellAlarm | undefined;
  let rise = 0;
  let compared = 0;
  for (let cell = 0; cell < bins.count; cell++) {
    const mean = means[cell * monthStarts.length + month]!;
    const before = means[cell * monthStarts.length + other]!;
    if (Number.isNaN(mean) || Number.isNaN(before)) continue;
    compared++;
    if (mean - before <= rise) continue;
    rise = mean - before;
    worst = { kind, cell, mean, before };
  }
  return worst ?? (compared === 0 ? 'no-data-before' : 'none-rose');
}
