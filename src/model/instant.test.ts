import { expect, it } from 'vitest';
import { addMonths, earliestInstant, instantOf, latestInstant } from './instant.ts';

const iso = (instant: number) => new Date(instant).toISOString();

it('reads a time without a zone as Beijing’s, and a bare day as its beginning', () => {
  expect(iso(instantOf('2026-11-23T08:00:00'))).toBe('2026-11-23T00:00:00.000Z');
  expect(iso(instantOf('2026-11-23T08:00:00Z'))).toBe('2026-11-23T08:00:00.000Z');
  expect(iso(instantOf('2026-11-23'))).toBe('2026-11-22T16:00:00.000Z');
  for (const text of ['2026-11', '昨天', '', '2026-13-01', '2026-00-10', '2026-01-32', '2026/01/02', '20x6-01-02']) {
    expect(instantOf(text), text).toBeNaN();
  }
});

it('gives bare days and months a beginning and an end', () => {
  expect([earliestInstant('2026-11'), latestInstant('2026-11')].map(iso)).toEqual([
    '2026-10-31T16:00:00.000Z',
    '2026-11-30T16:00:00.000Z',
  ]);
  expect(latestInstant('2026-11-23') - earliestInstant('2026-11-23')).toBe(86_400_000);
  expect(latestInstant('2026-11-23T08:00')).toBe(earliestInstant('2026-11-23T08:00'));
  expect([earliestInstant('?'), latestInstant('?')]).toEqual([Number.NaN, Number.NaN]);
});

it('counts calendar months, and stops at the last day of a shorter one', () => {
  const from = (text: string, months: number) => iso(addMonths(instantOf(text), months));
  expect(from('2026-08-23T07:30', 3)).toBe(iso(instantOf('2026-11-23T07:30')));
  expect(from('2026-11-30', 3)).toBe(iso(instantOf('2027-02-28')));
  expect(from('2026-03-31T23:59', -1)).toBe(iso(instantOf('2026-02-28T23:59')));
  expect(from('2026-01-15', -12)).toBe(iso(instantOf('2025-01-15')));
});
