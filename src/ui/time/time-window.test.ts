import { describe, expect, it } from 'vitest';
import { buildTimeAxis } from '../../checks/hotspots/time-axis.ts';
import { isAtEnd, moveWindow, rangeOf, windowOf, windowText } from './time-window.ts';

const at = (text: string) => Date.parse(`${text}T00:00:00+08:00`);
const times = Float64Array.of(at('2026-11-01'), at('2026-11-10') + 5);
const axis = buildTimeAxis(times, 'day', 8 * 3_600_000)!;

describe('the window of time', () => {
  it('is the whole axis without a range, and back', () => {
    expect(windowOf(axis, undefined)).toEqual([0, 10]);
    expect(rangeOf(axis, [0, 10])).toBeUndefined();
    expect(windowOf(axis, rangeOf(axis, [2, 5]))).toEqual([2, 5]);
    expect(windowText(axis, [2, 5])).toBe('2026-11-03 – 2026-11-05');
    expect(windowText(axis, [2, 3])).toBe('2026-11-03');
  });

  it('moves as wide as it is, and stops at both ends', () => {
    const range = rangeOf(axis, [2, 5])!;
    expect(windowOf(axis, moveWindow(axis, range, 1))).toEqual([3, 6]);
    expect(windowOf(axis, moveWindow(axis, range, -7))).toEqual([0, 3]);
    const last = moveWindow(axis, range, 99)!;
    expect(windowOf(axis, last)).toEqual([7, 10]);
    expect([isAtEnd(axis, last), isAtEnd(axis, range), isAtEnd(axis, undefined)]).toEqual([true, false, false]);
  });

  it('begins with one bin where everything was shown', () => {
    expect(windowOf(axis, moveWindow(axis, undefined, 1))).toEqual([0, 1]);
    expect(windowOf(axis, moveWindow(axis, undefined, -1))).toEqual([9, 10]);
  });

  it('covers every bin of another step that the range has a part of', () => {
    const weeks = buildTimeAxis(times, 'week', 8 * 3_600_000)!;
    // 1 November 2026 is a Sunday: weeks begin on 26 October, 2 and 9 November.
    expect(windowOf(weeks, rangeOf(axis, [2, 5]))).toEqual([1, 2]);
    expect(windowOf(weeks, { fromMs: at('2020-01-01'), endMs: at('2020-02-01') })).toEqual([0, 3]);
  });
});
