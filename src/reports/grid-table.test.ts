import { expect, it } from 'vitest';
import { area, layerOf } from '../../test/support/workspace.ts';
import { createTranslator } from '../i18n/translate.ts';
import type { Finding } from '../model/findings.ts';
import { allRows, findColumn, gridValue } from '../model/grid/grid.ts';
import { tableCsv } from './csv.ts';
import { buildFindingsGrid } from './findings-grid.ts';
import { gridTable, personalColumns } from './grid-table.ts';
import { buildLayerGrid } from './layer-grid.ts';
import { tableTsv } from './tsv.ts';

const translate = createTranslator('zh-CN');
const at = [0, 0, 1, 1] as const;
const { base } = layerOf('soil', 'bareSoil', [
  area('S1', at, {
    name: '一号\t地块',
    owner: '甲街道',
    person: '张三',
    status: 'uncovered',
    openedAt: '2026-11-02',
    卷宗: 'A',
  }),
  area('S2', at, { name: '=1+1', owner: '甲街道', status: 'netted', areaSquareMeters: 2000, chentu_id: 'S2' }),
  area('S3', at, { name: '三号', owner: '乙街道', status: '裸露', openedAt: '2026-10-01T08:00:00+08:00' }),
  area('S4', at, { owner: '乙街道', status: 'uncovered' }),
]);
const streets = {
  title: '街道',
  names: { type: 'text', codes: Uint32Array.of(1, 1, 0, 2), dictionary: ['东街道', '西街道'] },
} as const;
const sizes = {
  areasSquareMeters: Float64Array.of(666.6667, 100, Number.NaN, 50),
  lengthsMeters: new Float64Array(4).fill(Number.NaN),
};
const grid = buildLayerGrid({ kind: 'bareSoil', batch: base, streets, sizes, translate, language: 'zh-CN' });

it('has a layer by its own columns, in words, with street and measured area beside them', () => {
  expect(grid.columns.map(({ key, type, isShown }) => `${key} ${type}${isShown ? '' : ' hidden'}`)).toEqual([
    'id text hidden',
    'name text',
    'owner choice',
    'street choice',
    'person choice',
    'areaSquareMeters number',
    'measuredArea number',
    'status choice',
    'openedAt date',
    'own 卷宗 choice hidden',
  ]);
  const status = findColumn(grid, 'status')!;
  // A code and its word in the ledger's own hand are one value.
  expect(status.values).toMatchObject({ dictionary: ['裸露', '已苫盖'], codes: Uint32Array.of(1, 2, 1, 1) });
  expect(gridValue(findColumn(grid, 'street')!, 2)).toBeNull();
  expect(grid.columns.filter(({ isSummed }) => isSummed).map(({ key }) => key)).toEqual([
    'areaSquareMeters',
    'measuredArea',
  ]);
});

it('writes the shown rows and columns, areas in mu and square metres, people only when asked', () => {
  const columns = ['name', 'person', 'openedAt', 'measuredArea'].map((key) => findColumn(grid, key)!);
  const input = { title: '裸土', columns, rows: Uint32Array.of(1, 0, 2), translate };
  expect(tableTsv(gridTable({ ...input, withPersonal: false }))).toBe(
    '名称\t裸露日期\t量算面积（亩）\t量算面积（m²）\n' +
      "'=1+1\t\t0.15\t100\n" +
      '一号 地块\t2026-11-02\t1\t666.667\n' +
      '三号\t2026-10-01 08:00\t\t\n',
  );
  const csv = [...tableCsv(gridTable({ ...input, rows: Uint32Array.of(0), withPersonal: true }))].join('');
  expect(csv).toBe(
    '\uFEFF名称,责任人,裸露日期,量算面积（亩）,量算面积（m²）\r\n一号\t地块,张三,2026-11-02,1,666.667\r\n',
  );
  expect(personalColumns(columns)).toEqual(['责任人']);
});

const finding = (id: string, severity: number, more: Partial<Finding>): Finding => ({
  id,
  rule: 'source-unswept',
  priority: 3,
  severity,
  status: 'open',
  subjects: [{ layer: 'soil', feature: id }],
  at: [113.6, 34.7],
  measures: {},
  explain: { code: 'source-unswept.point-none', params: {} },
  ...more,
});

it('has the findings of a rule with the measures that there are', async () => {
  const findings = [
    finding('a', 0.5, { measures: { distanceMeters: 120.5, pm10TonnesPerYear: [1, 2] } }),
    finding('b', 0.25, { status: 'exception' }),
  ];
  const made = await buildFindingsGrid({
    findings,
    translate,
    titleOf: ({ id }) => `图斑 ${id}`,
    ownersOf: ({ id }) => (id === 'a' ? ['甲', '乙', '甲'] : []),
  });
  expect(made.columns.map(({ key }) => key)).toEqual([
    'id',
    'subjects',
    'owners',
    'status',
    'severity',
    'distanceMeters',
    'pm100',
    'pm101',
    'explanation',
    'suggestion',
  ]);
  const row = (at: number) =>
    ['subjects', 'owners', 'status', 'severity', 'distanceMeters', 'pm101'].map((key) =>
      gridValue(findColumn(made, key)!, at),
    );
  expect(row(0)).toEqual(['图斑 a', '甲；乙', '待处理', 0.5, 120.5, 2]);
  expect(row(1)).toEqual(['图斑 b', null, '例外', 0.25, null, null]);
  expect(gridValue(findColumn(made, 'explanation')!, 0)).toContain('清扫');
  const table = gridTable({
    title: '',
    columns: made.columns.slice(1, 6),
    rows: allRows(2),
    withPersonal: false,
    translate,
  });
  expect(table.columns.map(({ header }) => header)).toEqual(['涉及对象', '责任单位', '状态', '严重程度', '距离（m）']);
});
