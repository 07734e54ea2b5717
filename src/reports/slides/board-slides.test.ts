import { expect, test } from 'vitest';
import { createTranslator } from '../../i18n/translate.ts';
import { type Board, countCell, textCell } from '../boards/board.ts';
import { deckBoard } from './board-slides.ts';

const zh = { translate: createTranslator('zh-CN'), language: 'zh-CN' } as const;
const en = { translate: createTranslator('en'), language: 'en' } as const;

test('bars become a table and a chart in one unit, whatever the words of each bar', () => {
  const board: Board = {
    title: '未落实责任：各街道',
    content: {
      type: 'bars',
      header: '未覆盖面积',
      bars: [
        { name: '稻香街道', value: 20_000 / 3, text: '10.0 亩', detail: '3 处' },
        { name: '明川街道', value: 40, text: '40 m²', detail: '1 处' },
      ],
    },
    notes: ['只计未办结的问题'],
    sources: ['覆盖率应 ≥ 99%'],
  };
  const deck = deckBoard(board, { type: 'byStreet', rule: 'source-unassigned' }, zh);
  expect(deck.columns.map(({ header, align }) => [header, align])).toEqual([
    ['街道', 'left'],
    ['未覆盖面积', 'right'],
    [expect.any(String), 'right'],
  ]);
  expect(deck.rows).toEqual([
    ['稻香街道', '10.0 亩', '3 处'],
    ['明川街道', '40 m²', '1 处'],
  ]);
  expect(deck.chart).toMatchObject({ axis: '未覆盖面积（亩）', labels: ['稻香街道', '明川街道'], values: [10, 0.1] });
  expect(deck.notes).toEqual(['只计未办结的问题', '覆盖率应 ≥ 99%']);
  expect(deckBoard(board, { type: 'byStreet', rule: 'source-unassigned' }, en).chart).toMatchObject({
    axis: 'Uncovered area (ha)',
    values: [0.67, 0],
  });
});

test('a ranking has a chart of its sums; a table without sums has none', () => {
  const columns = [
    { key: 'rank', header: '名次', type: 'count' as const },
    { key: 'name', header: '街道', type: 'text' as const },
    { key: 'total', header: '问题数', type: 'count' as const },
  ];
  const row = (rank: number, name: string, total: number) => ({
    cells: [countCell(rank), textCell(name), countCell(total)],
  });
  const board: Board = {
    title: '街道排名',
    content: {
      type: 'table',
      columns,
      rows: [row(1, '甲', 9), row(2, '乙', 4), { ...row(0, '合计', 13), mark: 'total' }],
    },
    notes: [],
    sources: [],
  };
  const deck = deckBoard(board, { type: 'ranking', of: 'street' }, zh);
  expect(deck.chart).toMatchObject({ labels: ['甲', '乙'], values: [9, 4] });
  expect(deck.rows.at(-1)).toEqual(['0', '合计', '13']);
  const bare: Board = { ...board, content: { type: 'table', columns: columns.slice(0, 2), rows: [] } };
  expect(deckBoard(bare, { type: 'months' }, zh).chart).toBeUndefined();
});

test('what is not there is said instead of an empty table', () => {
  const board: Board = {
    title: '环比',
    content: { type: 'table', columns: [], rows: [] },
    notes: [],
    sources: [],
    nothing: '没有更早的月份',
  };
  expect(deckBoard(board, { type: 'months' }, zh)).toMatchObject({ nothing: '没有更早的月份', rows: [], columns: [] });
});
