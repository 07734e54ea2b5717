import { describe, expect, it } from 'vitest';
import { createTextStore } from '../column-builder.ts';
import type { TextColumn } from '../feature-batch.ts';
import { createGridFinder, NO_FILTER } from './filter-grid.ts';
import { allRows, countCodes, type Grid, type GridColumn, gridValue, withoutBooleans } from './grid.ts';
import { groupRows, listLines, sumColumn } from './group-rows.ts';
import { createGridSorter } from './sort-grid.ts';

const plain = { unit: 'none', isSummed: false, isPersonal: false, isShown: true } as const;

function textColumn(values: readonly (string | null)[]): TextColumn {
  const store = createTextStore();
  for (const [row, value] of values.entries()) if (value !== null) store.set(row, value);
  return store.finish(values.length);
}
const text = (key: string, type: GridColumn['type'], values: readonly (string | null)[]): GridColumn => ({
  ...plain,
  key,
  title: key,
  type,
  values: textColumn(values),
});
const number = (key: string, values: readonly number[]): GridColumn => ({
  ...plain,
  key,
  title: key,
  type: 'number',
  values: { type: 'number', values: Float64Array.from(values) },
});

const grid: Grid = {
  count: 6,
  columns: [
    text('name', 'text', ['张家村 12 号', '安宁路', '张家村 3 号', null, '重庆路', '  ']),
    text('street', 'choice', ['东街道', '西街道', '东街道', '东街道', null, '西街道']),
    number('area', [10, Number.NaN, 30, 20, 20, 5]),
    text('opened', 'date', [
      '2026-11-02T08:00:00+08:00',
      '2026-10-30',
      null,
      '2026-11-02T01:00:00Z',
      '不详',
      '2025-01-01',
    ]),
  ],
};

describe('sorting', () => {
  const sorted = async (...sorts: [key: string, descending?: boolean][]) => [
    ...(await createGridSorter().sort(
      grid,
      allRows(6),
      sorts.map(([key, descending = false]) => ({ key, descending })),
    )),
  ];
  it('has Chinese by pinyin, digits as numbers, and what is empty last both ways', async () => {
    // an ning < chong qing (or zhong qing) < zhang jia: 安 before 张 whichever way 重 is read.
    const up = await sorted(['name']);
    expect(up.slice(4)).toEqual([3, 5]);
    expect(up[0]).toBe(1);
    expect(up.indexOf(2)).toBeLessThan(up.indexOf(0));
    expect((await sorted(['name', true])).slice(4)).toEqual([3, 5]);
  });
  it('has numbers as numbers and dates by their instant', async () => {
    expect(await sorted(['area'])).toEqual([5, 0, 3, 4, 2, 1]);
    expect(await sorted(['area', true])).toEqual([2, 3, 4, 0, 5, 1]);
    // 08:00 in China is 00:00 UTC, an hour before row 3; what is no date stands behind the dates.
    expect(await sorted(['opened'])).toEqual([5, 1, 0, 3, 4, 2]);
  });
  it('goes by the first column, then the second', async () => {
    expect(await sorted(['street'], ['area', true])).toEqual([2, 3, 0, 5, 1, 4]);
    expect(await sorted()).toEqual([0, 1, 2, 3, 4, 5]);
  });
});

describe('filtering', () => {
  const filter = async (
    columns: Parameters<ReturnType<typeof createGridFinder>['filter']>[1]['columns'],
    needle = '',
    hidden?: Uint8Array,
  ) => [...(await createGridFinder().filter(grid, { text: needle, columns }, hidden))];
  it('shows everything where nothing is asked', async () => {
    expect([...(await createGridFinder().filter(grid, NO_FILTER))]).toEqual([0, 1, 2, 3, 4, 5]);
  });
  it('finds text in one column or in any, full-width and case aside', async () => {
    expect(await filter({ name: { type: 'contains', text: '张家' } })).toEqual([0, 2]);
    expect(await filter({}, ' １２ ')).toEqual([0]);
    expect(await filter({}, '西街')).toEqual([1, 5]);
    expect(await filter({ name: { type: 'contains', text: '张家' } }, '3 号')).toEqual([2]);
  });
  it('takes numbers and days from and to, ends included, and leaves out what has none', async () => {
    expect(await filter({ area: { type: 'numbers', from: 10, to: 20 } })).toEqual([0, 3, 4]);
    expect(await filter({ area: { type: 'numbers', from: 20 } })).toEqual([2, 3, 4]);
    expect(await filter({ opened: { type: 'days', from: '2026-10-30', to: '2026-11-02' } })).toEqual([0, 1, 3]);
    expect(await filter({ opened: { type: 'days', to: '2025-12-31' } })).toEqual([5]);
  });
  it('takes chosen values, the empty one too, and leaves out hidden rows', async () => {
    expect(await filter({ street: { type: 'oneOf', values: ['东街道', ''] } })).toEqual([0, 2, 3, 4]);
    expect(await filter({ name: { type: 'oneOf', values: [''] } })).toEqual([3, 5]);
    expect(
      await filter({ street: { type: 'oneOf', values: ['东街道'] } }, '', Uint8Array.of(1, 0, 0, 0, 0, 0)),
    ).toEqual([2, 3]);
  });
});

describe('grouping', () => {
  const street = grid.columns[1]!.values as TextColumn;
  it('has the largest group first and no value last, rows in their order, with sums', () => {
    const groups = groupRows(Uint32Array.of(3, 5, 4, 0, 1, 2), street);
    expect(groups.map(({ value, rows }) => [value, [...rows]])).toEqual([
      ['东街道', [3, 0, 2]],
      ['西街道', [5, 1]],
      ['', [4]],
    ]);
    expect(groups.map(({ rows }) => sumColumn(grid.columns[2]!, rows))).toEqual([60, 5, 20]);
    expect(sumColumn(grid.columns[2]!, Uint32Array.of(1))).toBeUndefined();
    expect([...listLines(groups, (value) => value === '东街道')]).toEqual([-1, -2, 5, 1, -3, 4]);
  });
  it('counts values', () => {
    expect([...countCodes(street, allRows(6))]).toEqual([1, 3, 2]);
    expect([...countCodes(grid.columns[0]!.values as TextColumn, allRows(6))]).toEqual([2, 1, 1, 1, 1, 0]);
  });
});

it('reads cells, and truth values as two words', () => {
  expect([0, 3, 5].map((row) => gridValue(grid.columns[0]!, row))).toEqual(['张家村 12 号', null, null]);
  expect(gridValue(grid.columns[2]!, 1)).toBeNull();
  const words = withoutBooleans({ type: 'boolean', values: Uint8Array.of(1, 0, 255) }, { yes: '是', no: '否' });
  expect(
    [0, 1, 2].map((row) => gridValue({ ...plain, key: 'b', title: 'b', type: 'choice', values: words }, row)),
  ).toEqual(['是', '否', null]);
});
