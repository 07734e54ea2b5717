import { expect, it } from 'vitest';
import { createNoteList } from './note-list.ts';
import { createStrangeValues } from './strange-values.ts';

it('tells of each value once with its rows, or of each row, and cuts what is long', () => {
  const tell = (everyRow: boolean) => {
    const notes = createNoteList();
    const strange = createStrangeValues('openedAt', (row) => ({ row }), everyRow, notes);
    for (const [index, value] of ['待定', '长'.repeat(500), '待定'].entries()) {
      strange.add({ value, kept: false, index });
    }
    expect(strange.finish()).toBe(true);
    return notes.finish().map(({ params, at }) => [at?.row, params.value, params.count]);
  };
  expect(tell(false)).toEqual([
    [0, '待定', 2],
    [1, `${'长'.repeat(100)}…`, 1],
  ]);
  expect(tell(true)).toEqual([
    [0, '待定', 1],
    [1, `${'长'.repeat(100)}…`, 1],
    [2, '待定', 1],
  ]);
});
