import { expect, it } from 'vitest';
import { tallyCases } from './case-tally.ts';
import type { WorkspaceCase } from './workspace.ts';

const cases: WorkspaceCase[] = [
  { finding: 'a', status: 'assigned', deadline: '2026-11-20' },
  { finding: 'b', status: 'assigned', deadline: '2026-11-30' },
  { finding: 'c', status: 'settled' },
  { finding: 'x', status: 'verified' },
  { finding: 'gone', status: 'settled' },
  { finding: 'away', status: 'assigned', deadline: '2026-11-20' },
];
const findings = ['a', 'b', 'c', 'd', 'e'].map((id) => ({ id, status: 'open' as const }));

it('tells what is still found from what is gone, and leaves exceptions out', () => {
  const none = { open: 0, assigned: 0, overdue: 0, settled: 0, verified: 0 };
  expect(tallyCases({ cases }, [...findings, { id: 'x', status: 'exception' }], '2026-11-23')).toEqual({
    found: { ...none, open: 2, assigned: 1, overdue: 1, settled: 1 },
    gone: { ...none, settled: 1, overdue: 1 },
  });
  expect(tallyCases({}, [], '2026-11-23')).toEqual({ found: none, gone: none });
});
