import { describe, expect, it } from 'vitest';
import { binIntoHexagons, binIntoSquares, binPolygon } from '../../geo/bin-points.ts';
import { createFrame } from '../../geo/laea.ts';
import { createTranslator } from '../../i18n/translate.ts';
import type { CellsPicture, HotspotPicture } from '../store/time-store.ts';
import { gridSet } from './grid-set.ts';

const frame = createFrame([113.6, 34.7]);
const xy = Float64Array.of(10, 10, 20, 20, 3010, 10, 6100, 10);
const NOTHING = { classes: [], bandwidthMeters: undefined, cells: undefined, grid: undefined, densest: [] };

function read(picture: HotspotPicture) {
  const set = gridSet(picture, createTranslator('zh-CN'));
  if (set?.of !== 'table' || set.places.of !== 'shapes') return undefined;
  const { columns, rows, title } = set.table;
  return { title, heads: columns.map(({ header }) => header), rows: [...rows], shapes: set.places.shapes };
}

describe('the hotspot grid as features', () => {
  it('has each drawn cell with its month, value in its unit, hotspots and alarms', () => {
    const bins = binIntoSquares(xy, undefined, 3000);
    const alarm = { kind: 'worstMean', cell: 0, mean: 412.5, before: undefined } as const;
    const place = { column: 0, row: 0 };
    const entry = {
      cell: 0,
      place,
      mean: 412.5,
      count: 2,
      alarms: [alarm],
      bounds: [0, 0, 1, 1],
      zone: undefined,
    } as const;
    const cells: CellsPicture = {
      measure: { type: 'value', unit: 'µg/m³' },
      sizeMeters: 3000,
      month: '2026-11',
      days: 30,
      isWholeMonth: true,
      cellCount: 2,
      entries: [entry],
      absences: {},
    };
    const grid = { bins, values: Float64Array.of(412.5, Number.NaN, 90), counts: bins.counts, frame };
    const made = read({ ...NOTHING, drawing: 'cells3000', cells, grid });
    expect(made).toEqual({
      title: '3 km 网格',
      heads: ['网格编号', '月份', '月均值（µg/m³）', '热点数（个）', '数据天数（天）', '报警'],
      rows: [
        ['0_0', '2026-11', 412.5, 2, 30, '月均最差'],
        ['2_0', '2026-11', 90, 1, 30, null],
      ],
      shapes: [binPolygon(bins, 0, frame), binPolygon(bins, 2, frame)],
    });
    // The south-west corner of the cell that begins at the frame's centre is that centre.
    const corner = (made!.shapes[0] as GeoJSON.Polygon).coordinates[0]?.[0];
    expect(corner?.[0]).toBeCloseTo(113.6, 9);
    expect(corner?.[1]).toBeCloseTo(34.7, 9);
  });

  it('has each hexagon with its hotspots, and nothing for marks and heat', () => {
    const bins = binIntoHexagons(xy, undefined, 1000);
    const grid = { bins, values: bins.counts, counts: bins.counts, frame };
    const made = read({ ...NOTHING, drawing: 'hexagons', grid });
    expect([made?.heads, made?.rows]).toEqual([
      ['网格编号', '热点数（个）'],
      [
        ['0_0', 2],
        ['3_0', 1],
        ['6_0', 1],
      ],
    ]);
    expect((made!.shapes[0] as GeoJSON.Polygon).coordinates[0]).toHaveLength(7);
    expect(read({ ...NOTHING, drawing: 'heat' })).toBeUndefined();
  });
});
