import { expect, it } from 'vitest';
import type { History } from '../../model/history.ts';
import { currentRow, historyRow, nextSteps } from './history-rows.ts';

const entry = (name: string, time: string) => {
  const patch = { label: { code: 'edit.zone-created', params: { name } }, operations: [] };
  return { patch, inverse: patch, time };
};
const history: History = { entries: [entry('a', '1'), entry('b', '2'), entry('c', '3')], pointer: 2 };

it('lists the newest first, what is undone above the current step, and the beginning last', () => {
  const rows = [0, 1, 2, 3].map((index) => historyRow(history, index));
  expect(rows.map(({ pointer, label, time, state }) => [pointer, label?.params.name, time, state])).toEqual([
    [3, 'c', '3', 'undone'],
    [2, 'b', '2', 'current'],
    [1, 'a', '1', 'done'],
    [0, undefined, '', 'done'],
  ]);
  expect(currentRow(history)).toBe(1);
  expect(historyRow({ ...history, pointer: 0 }, 3).state).toBe('current');
});

it('names the next undo and redo, or neither', () => {
  expect(nextSteps(history).undo?.params.name).toBe('b');
  expect(nextSteps(history).redo?.params.name).toBe('c');
  expect(nextSteps({ entries: [], pointer: 0 })).toEqual({ undo: undefined, redo: undefined });
});
