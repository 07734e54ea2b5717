import { describe, expect, it } from 'vitest';
import type { Translate } from '../../../../i18n/make-translator.ts';
import type { Board, BoardCard } from '../../../../reports/boards/board.ts';
import { tableOfBoard } from './table-of-board.ts';

const t = ((key: string, params?: object) => (params ? `${key} ${JSON.stringify(params)}` : key)) as Translate;
const board = (content: Board['content']): Board => ({ title: '排名', content, notes: ['口径'], sources: ['某规定'] });

describe('a board in a briefing that is handed on', () => {
  it('keeps the lengths of bars beside their words', () => {
    const bars = [
      { name: '甲街道', value: 200, text: '0.3 亩', detail: '2 处' },
      { name: '乙街道', value: 50, text: '0.1 亩' },
    ];
    expect(tableOfBoard(board({ type: 'bars', header: '面积', bars }), t)).toEqual({
      title: '排名',
      columns: ['', '面积'],
      rows: [
        ['甲街道', '0.3 亩　2 处'],
        ['乙街道', '0.1 亩'],
      ],
      bars: [1, 0.25],
      notes: ['口径', '某规定'],
    });
  });

  it('says how many rows are left out, and why there is none', () => {
    const rows = Array.from({ length: 15 }, (_, i) => ({ cells: [{ text: String(i), value: i }] }));
    const columns = [{ key: 'n', header: '数', type: 'count' as const }];
    const table = tableOfBoard(board({ type: 'table', columns, rows }), t);
    expect(table.rows).toHaveLength(12);
    expect(table.notes[0]).toBe('handover.more {"count":3}');
    const empty = { ...board({ type: 'table', columns, rows: [] }), nothing: '没有' };
    expect(tableOfBoard(empty, t).notes).toEqual(['没有', '口径', '某规定']);
  });

  it('makes rows of cards', () => {
    const card = { rank: 1, title: '三号裸土', owners: ['甲', '乙'], size: '12 亩' } as unknown as BoardCard;
    expect(tableOfBoard(board({ type: 'cards', cards: [card] }), t).rows).toEqual([
      ['1', '三号裸土', '甲report.listSeparator乙', '12 亩'],
    ]);
  });

  it('keeps the pictures of cards, all of the cards, and none where there is none', () => {
    const cards = Array.from(
      { length: 14 },
      (_, i) =>
        ({
          rank: i + 1,
          finding: `f${i}`,
          title: `裸土 ${i}`,
          owners: ['甲'],
          street: '东街道',
        }) as unknown as BoardCard,
    );
    const picture = { address: 'pictures/place-1.jpeg', altText: '“裸土 0”的照片', mark: '照片' };
    const made = tableOfBoard(board({ type: 'cards', cards }), t, new Map([['f0', picture]]));
    expect(made.cards).toHaveLength(14);
    expect(made.cards?.slice(0, 2)).toEqual([
      { rank: '1', title: '裸土 0', lines: ['东街道 · 甲'], picture },
      { rank: '2', title: '裸土 1', lines: ['东街道 · 甲'] },
    ]);
    expect(made.notes).toEqual(['口径', '某规定']);
    expect(tableOfBoard(board({ type: 'cards', cards }), t, new Map()).cards).toBeUndefined();
  });
});
