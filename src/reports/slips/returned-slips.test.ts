import { expect, it } from 'vitest';
import { type ReturnedTable, readReturnedSlips } from './returned-slips.ts';

const known = new Set(['a1', 'b2', 'c3', 'd4', 'e5']);
const read = (table: ReturnedTable) => {
  const result = readReturnedSlips(table, (finding) => known.has(finding));
  if (!result.ok) throw new Error(result.problem.code);
  return result;
};

it('closes what has a date or an outcome, and notes what matches nothing', () => {
  const { value, notes } = read({
    header: ['序号', '问题编号', '办结日期', '办理情况', '照片'],
    rows: [
      [1, 'a1', '2026年12月1日', '已苫盖', '前.jpg；后.jpg'],
      [2, ' b2 ', 46_357, '', null],
      [3, 'c3', null, ' ', ''],
      [4, 'zz', '2026-12-02', '已洒水', ''],
      [5, 'd4', '下周', '不属本单位职责', ''],
      [6, null, null, null, null],
    ],
  });
  expect(value).toEqual([
    { finding: 'a1', settledAt: '2026-12-01', outcome: '已苫盖', photos: ['前.jpg', '后.jpg'] },
    // 46,357 days after 1899-12-30, as a spreadsheet counts.
    { finding: 'b2', settledAt: '2026-12-01', photos: [] },
    { finding: 'd4', outcome: '不属本单位职责', photos: [] },
  ]);
  expect(notes).toEqual([
    { code: 'slip-return-unknown', params: { id: 'zz' }, at: { row: 3 } },
    { code: 'slip-return-date', params: { found: '下周', id: 'd4' }, at: { row: 4 } },
  ]);
});

it('takes the later of two rows about one finding, and says so', () => {
  const { value, notes } = read({
    header: ['Finding', 'Date', 'Outcome'],
    rows: [
      ['a1', '2026-12-01', 'netted'],
      ['a1', '2026-12-03', 'greened'],
    ],
  });
  expect(value).toEqual([{ finding: 'a1', settledAt: '2026-12-03', outcome: 'greened', photos: [] }]);
  expect(notes).toEqual([{ code: 'slip-return-twice', params: { id: 'a1' }, at: { row: 1 } }]);
});

it('needs a column of ids', () => {
  expect(readReturnedSlips({ header: ['序号', '日期'], rows: [] }, () => true)).toMatchObject({
    ok: false,
    problem: { code: 'slip-return-without-ids' },
  });
});
