import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gapsOf, joinStretches, mergeIntervals } from './intervals.ts';

const LENGTH = 40;
const intervals = fc
  .array(fc.tuple(fc.integer({ min: 0, max: LENGTH }), fc.integer({ min: 0, max: LENGTH })), { maxLength: 12 })
  .map((pairs) => pairs.flatMap(([a, b]) => [Math.min(a, b), Math.max(a, b)]));
const holds = (list: readonly number[], at: number) =>
  list.some((from, i) => i % 2 === 0 && at >= from && at <= list[i + 1]!);

describe('intervals', () => {
  it('merged hold what any of them holds, and gaps hold the rest', () => {
    fc.assert(
      fc.property(intervals, (list) => {
        const merged = mergeIntervals(list);
        const gaps = gapsOf(merged, LENGTH);
        for (let at = 0.25; at < LENGTH; at += 0.5) {
          expect(holds(merged, at)).toBe(holds(list, at));
          expect(holds(gaps, at)).toBe(!holds(list, at));
        }
        expect(merged.every((value, i) => i === 0 || value >= merged[i - 1]!)).toBe(true);
      }),
      { seed: 20261126, numRuns: 300 },
    );
  });

  it('leave all of a path that nothing covers, and nothing of one that all covers', () => {
    expect(gapsOf([], 10)).toEqual([0, 10]);
    expect(gapsOf([0, 10], 10)).toEqual([]);
    expect(gapsOf(mergeIntervals([0, 3.0000001, 3, 10]), 10)).toEqual([]);
  });

  it('join to stretches whose length leaves out what lies between', () => {
    const [first, second, ...others] = joinStretches([0, 100, 130, 180, 241, 250], 60);
    expect(first).toEqual({ pieces: [0, 100, 130, 180], lengthMeters: 150, middleMeters: 75 });
    expect(second).toEqual({ pieces: [241, 250], lengthMeters: 9, middleMeters: 245.5 });
    expect(others).toEqual([]);
    expect(joinStretches([0, 20, 80, 180], 60)[0]!.middleMeters).toBe(120);
    expect(joinStretches([], 60)).toEqual([]);
  });
});
