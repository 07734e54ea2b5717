import { expect, it } from 'vitest';
import { createTranslator } from '../../i18n/translate.ts';
import { areaSets } from './area-sets.ts';

it('is the area with its size and counts, then what was counted of each layer', () => {
  const ground: GeoJSON.Polygon = {
    type: 'Polygon',
    coordinates: [
      [
        [113.6, 34.7],
        [113.61, 34.7],
        [113.61, 34.71],
        [113.6, 34.7],
      ],
    ],
  };
  const count = {
    areaSquareMeters: 20_000 / 3,
    rows: [],
    findings: {},
    owners: [],
    inside: { soil: ['a', 'b'], sites: ['s'] },
  };
  const titles: Record<string, string> = { soil: '裸土台账', sites: '工地' };
  const [area, ...layers] = areaSets(ground, count, (layer) => titles[layer]!, createTranslator('zh-CN'));
  if (area?.of !== 'table') throw new Error('the area is a table');
  const [row] = area.table.rows;
  expect(area.table.columns.map(({ header }, index) => [header, row?.[index]])).toEqual([
    ['名称', '统计范围'],
    ['面积（亩）', 10],
    ['面积（m²）', 6666.667],
    ['裸土台账（个）', 2],
    ['工地（个）', 1],
  ]);
  expect(area.places).toEqual({ of: 'shapes', shapes: [ground] });
  expect(layers).toEqual([
    { of: 'layer', layer: 'soil', features: ['a', 'b'] },
    { of: 'layer', layer: 'sites', features: ['s'] },
  ]);
});
