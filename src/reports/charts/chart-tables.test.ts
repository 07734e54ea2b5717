import { describe, expect, it } from 'vitest';
import { createTranslator } from '../../i18n/translate.ts';
import { hoursTable, rulesTable, stationTable, uncoveredTable, windTable } from './chart-tables.ts';
import { rankItems, rankingTable } from './ranking-table.ts';
import { buildWindRose } from './wind-rose.ts';

const words = { t: createTranslator('zh-CN'), language: 'zh-CN' } as const;
const english = { t: createTranslator('en'), language: 'en' } as const;
const MU = 10_000 / 15;

describe('charts as tables', () => {
  it('says uncovered soil in mu or hectares, with what lies outside only where something does', () => {
    const months = {
      points: ['2026-10', '2026-11-23'],
      areaByZone: [
        [MU, 3 * MU],
        [0, MU / 2],
        [0, 0],
      ],
      undatedBare: { count: 0, areaSquareMeters: 0 },
      undatedTreated: 0,
      contradictory: 0,
      unmeasured: 0,
    };
    const table = uncoveredTable(months, ['甲', '乙'], '外', words);
    expect(table.columns.map(({ header }) => header)).toEqual(['截至', '甲（亩）', '乙（亩）', '合计（亩）']);
    expect([...table.rows]).toEqual([
      ['2026-10', 1, 0, 1],
      ['2026-11-23', 3, 0.5, 3.5],
    ]);
    const outside = {
      ...months,
      areaByZone: [
        [0, 0],
        [0, 0],
        [0, 10_000],
      ],
    };
    expect([...uncoveredTable(outside, ['甲', '乙'], '外', english).rows][1]).toEqual(['2026-11-23', 0, 0, 1, 1]);
  });

  it('turns the week on its side: a row an hour', () => {
    const counts = Array.from({ length: 168 }, () => 0);
    counts[8] = 2;
    counts[6 * 24 + 8] = 1;
    const rows = [...hoursTable({ counts, counted: 3, withoutHour: 0, withoutTime: 0 }, words).rows];
    expect(rows).toHaveLength(24);
    expect(rows[8]).toEqual(['08:00', 2, 0, 0, 0, 0, 0, 1, 3]);
  });

  it('counts a finding once in the total, however many streets have a part of it', () => {
    const zones = [
      { name: '甲', counts: { 'source-unswept': 2 } },
      { name: '乙', counts: { 'source-unswept': 1, 'zone-overlap': 1 } },
    ];
    const table = rulesTable(zones, { counts: { 'source-unswept': 2, 'zone-overlap': 1 } }, words);
    expect([...table.rows]).toEqual([
      ['未覆盖清扫', 2, 1, 2],
      ['责任重叠', 0, 1, 1],
    ]);
  });

  it('leaves a day without a value empty, and says its hours', () => {
    const days = [
      { day: '2026-11-01', mean: 81.23, hours: 24 },
      { day: '2026-11-02', mean: Number.NaN, hours: 0 },
    ];
    expect([...stationTable([{ name: '站', days }], words).rows]).toEqual([
      ['2026-11-01', 81.2, 24],
      ['2026-11-02', null, 0],
    ]);
  });

  it('has a row for each direction and one for calm air, whose shares are all', () => {
    const rose = buildWindRose({
      timesMs: Float64Array.of(0, 3_600_000, 7_200_000, 10_800_000),
      pm10: Float64Array.of(10, 20, 30, 40),
      windFromDegrees: Float64Array.of(0, 90, 90, Number.NaN),
      windForce: Float64Array.of(1, 2, 5, 0),
    });
    const rows = [...windTable(rose, words).rows];
    expect(rows).toHaveLength(17);
    expect(rows[4]).toEqual(['东', 0, 1, 0, 0, 1, 2, 0.5, 25, 2]);
    expect(rows[16]).toEqual(['静风', null, null, null, null, null, 1, 0.25, 40, 1]);
  });

  it('ranks by the divided number and shows it', () => {
    const items = [
      {
        name: '大',
        sources: 100,
        areaSquareMeters: 4e6,
        counts: { 'source-unswept': 8 },
        uncoveredSoilSquareMeters: 0,
      },
      {
        name: '小',
        sources: 10,
        areaSquareMeters: 1e6,
        counts: { 'source-unswept': 4 },
        uncoveredSoilSquareMeters: MU,
      },
    ] as const;
    const choice = { by: 'source-unswept', normalization: 'perSquareKilometer' } as const;
    const ranked = rankItems(items, choice, words);
    const table = rankingTable(ranked, ['uncoveredSoil', 'source-unswept'], choice, '排名', words);
    expect(table.columns[3]?.header).toBe('未覆盖清扫（个/km²）');
    expect([...table.rows]).toEqual([
      [1, '小', 1, 4, 10, 1],
      [2, '大', 0, 2, 100, 4],
    ]);
  });
});
