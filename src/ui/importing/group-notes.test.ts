import { describe, expect, it } from 'vitest';
import { problem } from '../../core/result.ts';
import { createTranslator } from '../../i18n/translate.ts';
import { countNotes, groupNotes } from './group-notes.ts';

const t = createTranslator('zh-CN');
const unreadable = (row: number, column: string, field: string, value: string) =>
  problem('value-unreadable', { field, value, count: 1 }, { row, column });

describe('sorts of notes', () => {
  it('are counted by code and column, the largest first, and say what all of them have in common', () => {
    const notes = [
      unreadable(0, '面积', 'areaSquareMeters', '约三亩'),
      unreadable(0, '时间', 'openedAt', '待定'),
      problem('geometry-missing', {}, { row: 1 }),
      unreadable(4, '时间', 'openedAt', '不详'),
    ];
    const sorts = groupNotes(notes, t);
    expect(sorts.map(({ label, count }) => [label, count])).toEqual([
      [expect.stringMatching(/^“裸露日期”的值“…”无法解读（共 2 处）.*。$/u), 2],
      [expect.stringMatching(/“约三亩”无法解读（共 1 处）/u), 1],
      [expect.stringMatching(/^[^。]*。$/u), 1],
    ]);
    expect(sorts[0]!.notes).toEqual([notes[1], notes[3]]);
  });

  it('count what one note counts for its like', () => {
    const more = (of: string) => problem('more-notes', { of, count: 900 });
    const notes = [unreadable(0, '时间', 'openedAt', '待定'), more('value-unreadable'), more('geometry-missing')];
    expect(countNotes(notes)).toBe(1801);
    expect(groupNotes(notes, t).map(({ label, count }) => [label, count])).toEqual([
      [expect.stringMatching(/^“裸露日期”的值“待定”无法解读（共 901 处）/u), 901],
      [expect.stringMatching(/^同样的问题还有 900 处/u), 900],
    ]);
  });

  it('are one for each code where a table has columns without end', () => {
    const notes = Array.from({ length: 50 }, (_, at) => problem('column-binary', {}, { column: `c${at}` }));
    expect(groupNotes(notes, t)).toMatchObject([{ key: 'column-binary', count: 50 }]);
  });
});
