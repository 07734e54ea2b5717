import { expect, it } from 'vitest';
import { looksReturned } from './recognize-returned.ts';

const ID = '71d650d4129edcd2';
const column = (name: string, ...samples: unknown[]) => ({ name, filled: samples.length, samples });
const known = (id: string) => id === ID;
const unknown = () => false;

it('knows a ledger that was filled in, also where its findings are gone', () => {
  expect(looksReturned([column('问题编号', ID), column('办理情况', '已苫盖')], unknown)).toBe(true);
  expect(looksReturned([column('Finding', ID), column('Date settled', '2026-11-28')], unknown)).toBe(true);
  expect(looksReturned([column('id', ` ${ID} `), column('result', 'netted')], known)).toBe(true);
});

it('leaves everything else to the import', () => {
  // Nobody has answered yet.
  expect(looksReturned([column('问题编号', ID), column('办理情况'), column('办结日期')], known)).toBe(false);
  // No column for answers.
  expect(looksReturned([column('问题编号', ID), column('面积', 3)], known)).toBe(false);
  // Another office's numbers under the same names.
  expect(looksReturned([column('问题编号', '0012', 13), column('办理情况', '已苫盖')], known)).toBe(false);
  // Any table's `id`, even of the same form.
  expect(looksReturned([column('id', '0123456789abcdef'), column('date', '2026-11-28')], known)).toBe(false);
  expect(looksReturned([column('id', 1, 2), column('result', 'ok')], known)).toBe(false);
  expect(looksReturned([], known)).toBe(false);
});
