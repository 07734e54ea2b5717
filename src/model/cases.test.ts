import { describe, expect, it } from 'vitest';
import {
  addCasePhotos,
  assignCases,
  casesByFinding,
  listClosed,
  overdueDays,
  reopenCase,
  settleCases,
  standingOf,
  verifyCase,
} from './cases.ts';
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

describe('how a case stands', () => {
  const assigned: WorkspaceCase = { finding: 'a', status: 'assigned', deadline: '2026-11-30' };

  it('is overdue from the day after its deadline, as long as nobody settles it', () => {
    const days = ['2026-11-29', '2026-11-30', '2026-12-01', '2027-01-01'];
    expect(days.map((day) => overdueDays(assigned, day))).toEqual([0, 0, 1, 32]);
    expect(overdueDays({ ...assigned, status: 'settled' }, '2027-01-01')).toBe(0);
    expect(overdueDays({ finding: 'a', status: 'assigned' }, '2027-01-01')).toBe(0);
    expect(overdueDays({ ...assigned, deadline: '月底' }, '2027-01-01')).toBe(0);
    expect([undefined, assigned, verified].map((one) => standingOf(one, '2026-12-01'))).toEqual([
      'open',
      'overdue',
      'verified',
    ]);
  });

  it('goes on to verified and back again, keeping what was said', () => {
    const settled = settleCases([assigned], [{ finding: 'a', settledAt: '2026-11-28', outcome: '已苫盖', photos: [] }]);
    const seen = verifyCase(settled, 'a', '2026-12-02');
    expect(seen).toEqual([
      { ...assigned, status: 'verified', settledAt: '2026-11-28', outcome: '已苫盖', verifiedAt: '2026-12-02' },
    ]);
    expect(reopenCase(seen, 'a')).toEqual([{ ...assigned, outcome: '已苫盖' }]);
    expect(reopenCase([{ finding: 'b', status: 'settled' }], 'b')).toEqual([{ finding: 'b', status: 'open' }]);
  });

  it('takes photos from before and after, each name once', () => {
    const once = addCasePhotos([], 'a', 'photosBefore', ['1.jpg']);
    expect(addCasePhotos(once, 'a', 'photosBefore', ['1.jpg', '2.jpg'])).toEqual([
      { finding: 'a', status: 'open', photosBefore: ['1.jpg', '2.jpg'] },
    ]);
  });

  it('is that of the first case of a finding', () => {
    expect(casesByFinding({ cases: [assigned, { finding: 'a', status: 'open' }] }).get('a')).toBe(assigned);
    expect(casesByFinding({}).size).toBe(0);
  });
});
