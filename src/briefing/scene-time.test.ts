import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatSceneTime, growTime, monthAround, readSceneTime } from './scene-time.ts';

const DAY = 86_400_000;
/** 00:00 in Beijing is 16:00 of the day before in UTC. */
const beijing = (year: number, month: number, day: number) => Date.UTC(year, month - 1, day) - 8 * 3_600_000;

describe('the time of a scene', () => {
  it('takes the month of Beijing, also where UTC is still in the month before', () => {
    expect(monthAround('2026-11-23T07:00:00+08:00')).toEqual({
      fromMs: beijing(2026, 11, 1),
      endMs: beijing(2026, 12, 1),
    });
    expect(monthAround('2026-11-30T20:00:00Z')?.fromMs).toBe(beijing(2026, 12, 1));
    expect(monthAround(undefined)).toBeUndefined();
  });

  it('keeps the month of the workspace as a month, so that next month is another', () => {
    const november = { fromMs: beijing(2026, 11, 1), endMs: beijing(2026, 12, 1) };
    expect(formatSceneTime(november, '2026-11-23')).toBe('month');
    expect(readSceneTime('month', '2026-12-20')).toEqual({
      fromMs: beijing(2026, 12, 1),
      endMs: beijing(2027, 1, 1),
    });
    expect(formatSceneTime(november, '2026-12-20')).toEqual({
      from: '2026-11-01T00:00:00+08:00',
      end: '2026-12-01T00:00:00+08:00',
    });
  });

  it('comes back to the millisecond', () => {
    const instant = fc.integer({ min: Date.UTC(2000, 0), max: Date.UTC(2100, 0) });
    fc.assert(
      fc.property(instant, instant, (fromMs, endMs) => {
        expect(readSceneTime(formatSceneTime({ fromMs, endMs }, '2026-11-23'), '2026-11-23')).toEqual({
          fromMs,
          endMs,
        });
      }),
    );
  });
});

describe('time that runs', () => {
  const edges = Float64Array.from({ length: 31 }, (_, day) => beijing(2026, 11, 1) + day * DAY);

  it('runs over all days and ends with all times', () => {
    const steps = growTime(edges, undefined, 40);
    expect(steps).toHaveLength(30);
    expect(steps[0]).toEqual({ fromMs: edges[0], endMs: edges[1] });
    expect(steps.at(-2)).toEqual({ fromMs: edges[0], endMs: edges[29] });
    expect(steps.at(-1)).toBeUndefined();
  });

  it('stays within the scene’s own span and ends with it', () => {
    const own = { fromMs: edges[10]!, endMs: edges[13]! };
    expect(growTime(edges, own, 20)).toEqual([
      { fromMs: edges[10], endMs: edges[11] },
      { fromMs: edges[10], endMs: edges[12] },
      own,
    ]);
  });

  it('takes no more steps than asked, and one where there is nothing to run through', () => {
    expect(growTime(edges, undefined, 8).length).toBeLessThanOrEqual(8);
    expect(growTime([], undefined, 8)).toEqual([undefined]);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 400 }), (most, days) => {
        const many = Array.from({ length: days + 1 }, (_, day) => day * DAY);
        const steps = growTime(many, undefined, most);
        const ends = steps.slice(0, -1).map((step) => step!.endMs);
        expect(steps.length).toBeLessThanOrEqual(most);
        expect(ends).toEqual([...ends].sort((a, b) => a - b));
      }),
    );
  });
});
