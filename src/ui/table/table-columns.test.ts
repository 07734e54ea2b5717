import { expect, it } from 'vitest';
import type { Grid, GridColumn } from '../../model/grid/grid.ts';
import { DEFAULT_LAYOUT } from '../store/table-store.ts';
import { nextSorts } from './next-sorts.ts';
import { pickLines } from './pick-lines.ts';
import { boundedWidth, moveColumn, orderColumns, shownColumns } from './table-columns.ts';

const column = (key: string, isShown = true): GridColumn => ({
  key,
  title: key,
  type: 'text',
  unit: 'none',
  values: undefined,
  isSummed: false,
  isPersonal: false,
  isShown,
});
const grid: Grid = { count: 0, columns: [column('a'), column('b', false), column('c'), column('d')] };
const keys = (columns: readonly GridColumn[]) => columns.map(({ key }) => key).join('');

it('shows columns by default or by choice, in the order that they were moved to', () => {
  expect(keys(shownColumns(grid, DEFAULT_LAYOUT))).toBe('acd');
  expect(keys(shownColumns(grid, { ...DEFAULT_LAYOUT, shown: { b: true, a: false } }))).toBe('bcd');
  const order = moveColumn(grid, DEFAULT_LAYOUT, 'd', 'a');
  expect(order.join('')).toBe('dabc');
  expect(keys(shownColumns(grid, { ...DEFAULT_LAYOUT, order }))).toBe('dac');
  // A column of another layer of the kind stands behind the one that it follows; one that is not there is passed over.
  expect(keys(orderColumns(grid, { ...DEFAULT_LAYOUT, order: ['d', 'gone', 'b'] }))).toBe('adbc');
  expect(moveColumn(grid, DEFAULT_LAYOUT, 'gone', 'a').join('')).toBe('abcd');
  expect([boundedWidth(10), boundedWidth(200.4), boundedWidth(5000)]).toEqual([64, 200, 900]);
});

it('sorts up, down and not at all, alone or after others', () => {
  const up = nextSorts([], 'a', false);
  expect(up).toEqual([{ key: 'a', descending: false }]);
  const both = nextSorts(up, 'b', true);
  expect(both.map(({ key }) => key)).toEqual(['a', 'b']);
  expect(nextSorts(both, 'a', true)).toEqual([{ key: 'a', descending: true }, both[1]]);
  expect(nextSorts(nextSorts(both, 'a', true), 'a', true)).toEqual([both[1]]);
  expect(nextSorts(both, 'c', false)).toEqual([{ key: 'c', descending: false }]);
});

it('picks one row, one more, or a range without the headings of groups', () => {
  const lines = Int32Array.of(-1, 7, 3, -2, 5);
  const pick = (line: number, how: 'one' | 'toggle' | 'range', picks: number[] = [], anchor = 0) => [
    ...pickLines({ lines, picks: new Set(picks), line, how, anchor }),
  ];
  expect(pick(1, 'one', [3])).toEqual([7]);
  expect(pick(2, 'toggle', [7])).toEqual([7, 3]);
  expect(pick(1, 'toggle', [7, 3])).toEqual([3]);
  expect(pick(4, 'range', [], 2)).toEqual([3, 5]);
  expect(pick(1, 'range', [], 4)).toEqual([7, 3, 5]);
  expect(pick(0, 'one', [7])).toEqual([7]);
  expect(pick(99, 'one', [7])).toEqual([7]);
});
