import { expect, it } from 'vitest';
import { growthExponent, quantile, summarizeRuns } from './statistics.ts';

it('takes the median and the median distance from it', () => {
  expect(summarizeRuns([9, 11, 10, 30, 10])).toEqual({ medianMs: 10, deviation: 0.1, runs: 5 });
  expect(summarizeRuns([4])).toEqual({ medianMs: 4, deviation: 0, runs: 1 });
});

it('interpolates quantiles', () => {
  expect(quantile([1, 2, 3, 4], 0.5)).toBe(2.5);
  expect(quantile([0, 100], 0.95)).toBeCloseTo(95, 9);
});

it('finds the exponent of a power law', () => {
  expect(growthExponent(1000, 2, 10_000, 200)).toBeCloseTo(2, 12);
});
