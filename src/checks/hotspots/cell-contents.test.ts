import { describe, expect, it } from 'vitest';
import { FRAME_CENTER, layerOf, spot } from '../../../test/support/workspace.ts';
import { findBinAt } from '../../geo/bin-points.ts';
import { createFrame } from '../../geo/laea.ts';
import { countSources, listHotspotsIn, meanBeside, spanOfMonth } from './cell-contents.ts';
import { buildHotspotTable } from './hotspot-table.ts';
import { measureMonthlyCells } from './monthly-cells.ts';

const offsetMs = 8 * 3_600_000;
const { id, base } = layerOf('h', 'hotspot', [
  spot('a', 100, 100, { time: '2026-11-02T08:00:00+08:00', source: 'drone', value: 10, unit: 'µg/m³' }),
  spot('b', 200, 200, { time: '2026-11-20T08:00:00+08:00', source: 'drone', value: 30, unit: 'µg/m³' }),
  spot('c', 300, 300, { time: '2026-10-31T23:59:59+08:00', value: 5, unit: 'µg/m³' }),
  spot('d', 400, 400, { source: 'satellite' }),
  // Another cell.
  spot('e', 5000, 100, { time: '2026-11-02T08:00:00+08:00', source: 'drone', value: 90, unit: 'µg/m³' }),
]);
const table = buildHotspotTable([{ id, batch: base }], createFrame(FRAME_CENTER));
const monthly = measureMonthlyCells(table, new Uint8Array(5).fill(1), {
  sizeMeters: 3000,
  unit: 'µg/m³',
  offsetMs,
  asOfMs: Date.parse('2026-11-23T07:00:00+08:00'),
})!;
const cell = findBinAt(monthly.bins, 150, 150)!;
const november = monthly.monthStarts.length - 1;

describe('a cell of the grid', () => {
  it('holds the hotspots of its month, the newest first', () => {
    expect(listHotspotsIn(table, monthly.bins, cell, spanOfMonth(monthly, november))).toEqual([1, 0]);
    // The last second of October in Beijing is October's.
    expect(listHotspotsIn(table, monthly.bins, cell, spanOfMonth(monthly, november - 1))).toEqual([2]);
    expect(listHotspotsIn(table, monthly.bins, cell)).toEqual([1, 0, 2]);
    expect(listHotspotsIn(table, monthly.bins, 99)).toEqual([]);
  });

  it('counts their sources, what is not stated too', () => {
    expect(countSources(table, [0, 1, 2])).toEqual([
      { value: 'drone', count: 2 },
      { value: '', count: 1 },
    ]);
    expect(countSources(table, [])).toEqual([]);
  });

  it('knows the month before, and that there is no year before', () => {
    expect(monthly.means[cell * monthly.monthStarts.length + november]).toBe(20);
    expect(meanBeside(monthly, cell, november, -1)).toBe(5);
    expect(meanBeside(monthly, cell, november, -12)).toBeUndefined();
    // The other cell has nothing in October.
    expect(meanBeside(monthly, findBinAt(monthly.bins, 5000, 100)!, november, -1)).toBeUndefined();
  });
});

it('puts what has no time last', () => {
  const binOf = new Int32Array([0, 0, 0, 0, 1]);
  expect(listHotspotsIn(table, { ...monthly.bins, binOf }, 0)).toEqual([1, 0, 2, 3]);
});
