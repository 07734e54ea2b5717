import { describe, expect, it } from 'vitest';
import { normalize, rankBy } from './ranking.ts';

describe('ranking', () => {
  it('gives equal numbers one rank and leaves the next out', () => {
    const items = [
      { name: 'd', value: 1 },
      { name: 'c', value: 5 },
      { name: 'b', value: 5 },
      { name: 'a', value: 9 },
    ];
    const ranks = rankBy(items, ({ value }) => value).map(({ rank, item }) => [rank, item.name]);
    expect(ranks).toEqual([
      [1, 'a'],
      [2, 'b'],
      [2, 'c'],
      [4, 'd'],
    ]);
    expect(rankBy([], () => 0)).toEqual([]);
  });

  it('divides by ground or by sources, and by nothing where there is none', () => {
    const base = { sources: 50, areaSquareMeters: 2e6 };
    expect(normalize(10, 'none', base)).toBe(10);
    expect(normalize(10, 'perSquareKilometer', base)).toBe(5);
    expect(normalize(10, 'perHundredSources', base)).toBe(20);
    expect(normalize(10, 'perHundredSources', { sources: 0, areaSquareMeters: undefined })).toBe(0);
    expect(normalize(10, 'perSquareKilometer', { sources: 1, areaSquareMeters: undefined })).toBe(0);
  });
});
