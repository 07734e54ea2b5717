import { expect, it } from 'vitest';
import { assignCases, listClosed, settleCases } from './cases.ts';
import type { WorkspaceCase } from './workspace.ts';

const verified: WorkspaceCase = { finding: 'v', status: 'verified', photos: ['1.jpg'] };

it('hands out what is new or open, and leaves what is settled', () => {
  const handed = ['a', 'v'].map((finding) => ({ finding, deadline: '2026-12-04' }));
  expect(assignCases([verified], handed)).toEqual([
    verified,
    { finding: 'a', status: 'assigned', deadline: '2026-12-04' },
  ]);
  expect(assignCases([{ finding: 'a', status: 'open', outcome: '待定' }], handed.slice(0, 1))).toEqual([
    { finding: 'a', status: 'assigned', deadline: '2026-12-04', outcome: '待定' },
  ]);
});

it('settles by what came back: the deadline stays, photos add up, verified stays verified', () => {
  const before: WorkspaceCase[] = [verified, { finding: 'a', status: 'assigned', deadline: '2026-12-04' }];
  const after = settleCases(before, [
    { finding: 'a', settledAt: '2026-12-01', outcome: '已苫盖', photos: ['前.jpg', '后.jpg'] },
    { finding: 'v', photos: ['1.jpg', '2.jpg'] },
    { finding: 'n', outcome: '不属实', photos: [] },
  ]);
  expect(after).toEqual([
    { finding: 'v', status: 'verified', photos: ['1.jpg', '2.jpg'] },
    {
      finding: 'a',
      status: 'settled',
      deadline: '2026-12-04',
      settledAt: '2026-12-01',
      outcome: '已苫盖',
      photos: ['前.jpg', '后.jpg'],
    },
    { finding: 'n', status: 'settled', outcome: '不属实' },
  ]);
  expect(before[1]).toEqual({ finding: 'a', status: 'assigned', deadline: '2026-12-04' });
  expect(listClosed({ cases: after })).toEqual(new Set(['v', 'a', 'n']));
  expect(listClosed({})).toEqual(new Set());
});
