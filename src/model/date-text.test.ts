import { describe, expect, it } from 'vitest';
import { parseDateNumber, parseDateText } from './date-text.ts';
import { parseNumberText } from './units.ts';

describe('dates of ledgers', () => {
  it.each([
    ['2026-11-23', '2026-11-23'],
    ['2026/1/2', '2026-01-02'],
    ['2026.1.2', '2026-01-02'],
    ['2026年11月3日', '2026-11-03'],
    ['2026年11月3号 8时5分', '2026-11-03T08:05:00'],
    ['2026年11月', '2026-11'],
    ['2026-11', '2026-11'],
    ['20261103', '2026-11-03'],
    ['2026-11-23T08:00:00+08:00', '2026-11-23T08:00:00+08:00'],
    ['2026-11-23 08:00:07.25 +0800', '2026-11-23T08:00:07+08:00'],
    ['2026-11-23T08:00Z', '2026-11-23T08:00:00Z'],
    ['2026-02-29', undefined],
    ['2026-13', undefined],
    ['待定', undefined],
    ['2026-11-23 下午', undefined],
    ['12.5', undefined],
  ])('reads %s as %s', (text, expected) => {
    expect(parseDateText(text)).toBe(expected);
  });

  it.each([
    [46_349, '2026-11-23'],
    [46_349.5, '2026-11-23T12:00:00'],
    [20_261_123, '2026-11-23'],
    [1_795_392_000_000, '2026-11-23T00:00:00Z'],
    [1_795_392_000, '2026-11-23T00:00:00Z'],
    [12, undefined],
    [Number.MAX_VALUE, undefined],
  ])('reads the number %d as %s', (value, expected) => {
    expect(parseDateNumber(value)).toBe(expected);
  });
});

describe('numbers of ledgers', () => {
  it.each([
    ['1,234.5', 1234.5],
    ['１２．５', 12.5],
    ['3 亩', 2000],
    ['2.5公顷', 25_000],
    ['1e3', 1000],
    ['-4', -4],
    ['三亩', undefined],
    ['12 斤', undefined],
    ['', undefined],
    ['1,23', undefined],
  ])('reads %s as %s square metres', (text, expected) => {
    const value = parseNumberText(text, 'area');
    if (expected === undefined) expect(value).toBeUndefined();
    else expect(value).toBeCloseTo(expected, 9);
  });
});
