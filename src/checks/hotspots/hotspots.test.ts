import { describe, expect, it } from 'vitest';
import { FRAME_CENTER, layerOf, type MadeFeature, spot } from '../../../test/support/workspace.ts';
import { createRandom } from '../../core/random.ts';
import { createFrame } from '../../geo/laea.ts';
import { confidenceClass } from '../../model/confidence.ts';
import { filterHotspots, type HotspotFilter, masksOf } from './filter-hotspots.ts';
import { buildHotspotTable, type HotspotTable } from './hotspot-table.ts';
import { type CellAlarm, findAlarms, measureMonthlyCells } from './monthly-cells.ts';
import { binStart, buildTimeAxis, countByBin, offsetOf } from './time-axis.ts';

const BEIJING_MS = 8 * 3_600_000;
const frame = createFrame(FRAME_CENTER);
const at = (text: string) => Date.parse(text);

function tableOf(...layers: MadeFeature[][]): HotspotTable {
  const made = layers.map((features, index) => layerOf(`h${index}`, 'hotspot', features));
  return buildHotspotTable(
    made.map(({ id, base }) => ({ id, batch: base })),
    frame,
  );
}
const nothingOff: HotspotFilter = {
  range: undefined,
  off: { source: new Set(), kind: new Set(), confidence: new Set() },
};

describe('the table of hotspots', () => {
  it('holds all layers in metres and instants, and confidences as classes', () => {
    const table = tableOf(
      [spot('a', 1000, -2000, { time: '2026-11-01T00:30:00+08:00', source: 'drone', confidence: '0.87' })],
      [
        { geometry: null, properties: { id: 'b', time: 'soon' } },
        spot('c', 5, 6, { time: '2026-11-02', value: 12, unit: 'MW' }),
      ],
    );
    expect(table.layers).toEqual([
      { id: 'h0', first: 0, count: 1 },
      { id: 'h1', first: 1, count: 2 },
    ]);
    expect([table.xy[0], table.xy[1]].map((meters) => Math.round(meters!))).toEqual([1000, -2000]);
    expect([...table.xy.subarray(2, 4)]).toEqual([Number.NaN, Number.NaN]);
    expect([...table.timesMs]).toEqual([at('2026-10-31T16:30:00Z'), Number.NaN, at('2026-11-01T16:00:00Z')]);
    expect(table.values[2]).toBe(12);
    expect(table.facets.confidence.values).toEqual(['', 'high']);
    expect(['h', '25', '80', '0.5', '1', '实地核实', ' '].map(confidenceClass)).toEqual([
      'high',
      'low',
      'high',
      'nominal',
      'high',
      '实地核实',
      undefined,
    ]);
  });
});

describe('time in days, weeks and months', () => {
  it('begins them at local midnight, on Monday, on the first', () => {
    const noon = at('2026-11-26T12:00:00+08:00');
    expect(binStart(noon, 'day', BEIJING_MS)).toBe(at('2026-11-26T00:00:00+08:00'));
    // 26 November 2026 is a Thursday.
    expect(binStart(noon, 'week', BEIJING_MS)).toBe(at('2026-11-23T00:00:00+08:00'));
    expect(binStart(noon, 'month', BEIJING_MS)).toBe(at('2026-11-01T00:00:00+08:00'));
    expect(binStart(at('1969-12-28T20:00:00Z'), 'week', 0)).toBe(at('1969-12-22T00:00:00Z'));
  });

  it('reads the offset that the clock of the rules is written with', () => {
    expect(offsetOf('2026-11-23T08:00:00+08:00')).toBe(BEIJING_MS);
    expect(offsetOf('2026-11-23T08:00:00-03:30')).toBe(-3.5 * 3_600_000);
    expect(offsetOf('2026-11-23T08:00:00Z')).toBe(0);
    expect([offsetOf('2026-11-23'), offsetOf(undefined)]).toEqual([BEIJING_MS, BEIJING_MS]);
  });

  it('counts as often as a look at each day does', () => {
    const random = createRandom(3);
    const times = Float64Array.from(
      { length: 300 },
      () => at('2026-09-01T00:00:00Z') + random.next() * 80 * 86_400_000,
    );
    const axis = buildTimeAxis(times, 'day', BEIJING_MS)!;
    const dayOf = (time: number) => new Date(time + BEIJING_MS).toISOString().slice(0, 10);
    const expected = new Map<string, number>();
    for (const time of times) expected.set(dayOf(time), (expected.get(dayOf(time)) ?? 0) + 1);
    countByBin(axis, times).forEach((count, bin) => {
      expect(count).toBe(expected.get(dayOf(axis.edges[bin]!)) ?? 0);
    });
    const months = buildTimeAxis(times, 'month', BEIJING_MS)!;
    expect([...months.edges].map((edge) => dayOf(edge).slice(0, 7))).toEqual([
      '2026-09',
      '2026-10',
      '2026-11',
      '2026-12',
    ]);
    expect(countByBin(months, times).reduce((sum, count) => sum + count, 0)).toBe(300);
  });

  it('takes a coarser step than asked where a stray date would make thousands of days', () => {
    const times = Float64Array.of(at('2010-01-01T00:00:00Z'), at('2026-01-01T00:00:00Z'), Number.NaN);
    expect(buildTimeAxis(times, 'day', 0)?.step).toBe('week');
    expect(buildTimeAxis(Float64Array.of(Number.NaN), 'day', 0)).toBeUndefined();
  });
});

describe('filtering hotspots', () => {
  const table = tableOf([
    spot('a', 0, 0, { time: '2026-11-01T10:00:00+08:00', source: 'satellite', confidence: 'high' }),
    spot('b', 0, 0, { time: '2026-11-02T10:00:00+08:00', source: 'drone', confidence: 'low' }),
    spot('c', 0, 0, { source: 'drone' }),
    spot('d', 0, 0, { time: '2026-11-02T23:59:59+08:00', source: 'satellite', confidence: 'low' }),
  ]);

  it('shows all without a filter, and says nothing of masks then', () => {
    const filtered = filterHotspots(table, nothingOff);
    expect([filtered.shown, filtered.timeless]).toEqual([4, 0]);
    expect(masksOf(table, filtered.keep)).toBeUndefined();
  });

  it('keeps the beginning of a range and not its end, and counts what it hides for want of a time', () => {
    const range = { fromMs: at('2026-11-02T10:00:00+08:00'), endMs: at('2026-11-03T00:00:00+08:00') };
    const filtered = filterHotspots(table, { ...nothingOff, range });
    expect([...filtered.keep]).toEqual([0, 1, 0, 1]);
    expect([filtered.shown, filtered.timeless]).toEqual([2, 1]);
    expect([...masksOf(table, filtered.keep)!.get('h0')!]).toEqual([1, 0, 1, 0]);
    expect([...filtered.keepAnyTime]).toEqual([1, 1, 1, 1]);
  });

  it('counts each value as it would be if it were on, under the other filters', () => {
    const off = { ...nothingOff.off, source: new Set(['drone']), confidence: new Set(['high']) };
    const filtered = filterHotspots(table, { range: undefined, off });
    expect([...filtered.keep]).toEqual([0, 0, 0, 1]);
    expect(filtered.facets.source).toEqual([
      { value: 'drone', count: 2 },
      { value: 'satellite', count: 1 },
    ]);
    expect(filtered.facets.confidence).toEqual([
      { value: 'high', count: 1 },
      { value: 'low', count: 1 },
      { value: '', count: 0 },
    ]);
  });
});

describe('monthly cells', () => {
  const event = (id: string, x: number, day: string, value?: number, unit = 'µg/m³') =>
    spot(id, x, 100, { time: `${day}T12:00:00+08:00`, ...(value === undefined ? {} : { value, unit }) });
  const asOfMs = at('2026-11-10T08:00:00+08:00');
  const options = { sizeMeters: 3000, offsetMs: BEIJING_MS, asOfMs };
  const all = (table: HotspotTable) => new Uint8Array(table.count).fill(1);

  it('means values of one unit only, and finds the three planted cells', () => {
    const table = tableOf([
      // Cell 0: high and steady. Cell 1: risen since last month. Cell 2: risen since last year.
      event('a1', 100, '2025-11-05', 400),
      event('a2', 100, '2026-10-05', 390),
      event('a3', 100, '2026-11-05', 380),
      event('a4', 200, '2026-11-06', 420),
      event('b1', 3100, '2025-11-05', 200),
      event('b2', 3100, '2026-10-05', 100),
      event('b3', 3100, '2026-11-05', 260),
      event('c1', 6100, '2025-11-05', 50),
      event('c2', 6100, '2026-10-05', 290),
      event('c3', 6100, '2026-11-05', 300),
      event('d', 9100, '2026-11-05', 9999, 'm²'),
    ]);
    const cells = measureMonthlyCells(table, all(table), { ...options, unit: 'µg/m³' })!;
    expect(cells.bins.count).toBe(3);
    expect(cells.monthStarts).toHaveLength(13);
    const alarms = findAlarms(cells, 12);
    const columnOf = (alarm: unknown) => cells.bins.columns[(alarm as CellAlarm).cell];
    expect(alarms.worstMean).toMatchObject({ mean: 400, before: undefined });
    expect(columnOf(alarms.worstMean)).toBe(0);
    expect(alarms.worstMonthOnMonth).toMatchObject({ mean: 260, before: 100 });
    expect(columnOf(alarms.worstMonthOnMonth)).toBe(1);
    expect(alarms.worstYearOnYear).toMatchObject({ mean: 300, before: 50 });
    expect(columnOf(alarms.worstYearOnYear)).toBe(2);
  });

  it('counts per day where there are no values, over the days that the data cover', () => {
    const table = tableOf([
      event('a', 100, '2026-10-22'),
      event('b', 100, '2026-11-03'),
      event('c', 100, '2026-11-04'),
      event('d', 4000, '2026-11-04'),
    ]);
    const cells = measureMonthlyCells(table, all(table), { ...options, unit: undefined })!;
    // 22 to 31 October, 1 to 10 November.
    expect([...cells.days]).toEqual([10, 10]);
    expect([...cells.counts]).toEqual([1, 2, 0, 1]);
    expect([...cells.means]).toEqual([0.1, 0.2, 0, 0.1]);
    const alarms = findAlarms(cells, 1);
    expect(alarms.worstMean).toEqual({ kind: 'worstMean', cell: 0, mean: 0.2, before: undefined });
    expect(alarms.worstMonthOnMonth).toMatchObject({ cell: 0, before: 0.1 });
    expect(alarms.worstYearOnYear).toBe('no-data-before');
    expect(findAlarms(cells, 0).worstMonthOnMonth).toBe('no-data-before');
  });

  it('equals a count cell by cell and month by month', () => {
    const random = createRandom(21);
    const months = ['2026-08', '2026-09', '2026-10'];
    const made = Array.from({ length: 400 }, (_, index) => {
      const [x, y] = [random.between(-9000, 9000), random.between(-9000, 9000)];
      const month = random.pick(months);
      return { x, y, month, feature: spot(String(index), x, y, { time: `${month}-1${index % 9}T03:00:00+08:00` }) };
    });
    const table = tableOf(made.map(({ feature }) => feature));
    const cells = measureMonthlyCells(table, all(table), { ...options, sizeMeters: 500, unit: undefined })!;
    for (let cell = 0; cell < cells.bins.count; cell++) {
      const [column, row] = [cells.bins.columns[cell]!, cells.bins.rows[cell]!];
      const counted = months.map(
        (month) =>
          made.filter(
            (one) => one.month === month && Math.floor(one.x / 500) === column && Math.floor(one.y / 500) === row,
          ).length,
      );
      expect([...cells.counts.subarray(3 * cell, 3 * cell + 3)]).toEqual(counted);
    }
  });

  it('says nothing where no hotspot has a time', () => {
    const table = tableOf([spot('a', 0, 0)]);
    expect(measureMonthlyCells(table, all(table), { ...options, unit: undefined })).toBeUndefined();
  });
});
