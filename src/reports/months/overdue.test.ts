import { expect, it } from 'vitest';
import { findOverdue } from './overdue.ts';

it('counts days of the calendar in Beijing past the deadline of what is not settled', () => {
  const cases = [
    { finding: 'late', status: 'assigned', deadline: '2026-11-20' },
    { finding: 'today', status: 'assigned', deadline: '2026-11-23' },
    { finding: 'done', status: 'settled', deadline: '2026-11-01' },
    { finding: 'none', status: 'open' },
  ] as const;
  const found = findOverdue({ cases }, '2026-11-23T08:00:00+08:00');
  expect([[...found.days], found.isKnown]).toEqual([[['late', 3]], true]);
  // 17:00 in London is the day after in Beijing.
  expect(findOverdue({ cases }, '2026-11-23T17:00:00Z').days.get('late')).toBe(4);
  expect(findOverdue({}, '2026-11-23')).toEqual({ days: new Map(), isKnown: false });
});
