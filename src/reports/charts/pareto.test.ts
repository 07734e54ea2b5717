import { expect, it } from 'vitest';
import { buildPareto } from './pareto.ts';

it('adds up shares from the highest to all', () => {
  const { bars, total } = buildPareto([
    { name: 'b', value: 3 },
    { name: 'none', value: 0 },
    { name: 'a', value: 5 },
    { name: 'c', value: 2 },
  ]);
  expect(total).toBe(10);
  expect(bars).toEqual([
    { name: 'a', value: 5, cumulativeFraction: 0.5 },
    { name: 'b', value: 3, cumulativeFraction: 0.8 },
    { name: 'c', value: 2, cumulativeFraction: 1 },
  ]);
  expect(buildPareto([])).toEqual({ bars: [], total: 0 });
});
