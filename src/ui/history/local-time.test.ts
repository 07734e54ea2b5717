import { expect, it } from 'vitest';
import { formatLocalTime } from './local-time.ts';

const today = new Date(2026, 10, 24, 18, 0, 0);

it.each([
  [new Date(2026, 10, 24, 8, 5, 9), '08:05:09'],
  [new Date(2026, 10, 23, 23, 59, 59), '11-23 23:59'],
  [new Date(2025, 10, 24, 8, 5, 9), '2025-11-24'],
])('says %s as %s', (at, expected) => {
  expect(formatLocalTime(at.toISOString(), today)).toBe(expected);
});

it('leaves as it is what is no time', () => {
  expect(formatLocalTime('', today)).toBe('');
});
