import { describe, expect, it } from 'vitest';
import {
  beginTimer,
  formatSpan,
  MINUTE_MS,
  planTimer,
  remainingOf,
  resetTimer,
  timerState,
  toggleTimer,
} from './stage-timer.ts';

describe('the presenter’s countdown', () => {
  const timer = planTimer(beginTimer(1000), -5);

  it('runs only while it is started, and goes on where it was held', () => {
    expect(remainingOf(timer, 999_000)).toBe(10 * MINUTE_MS);
    const running = toggleTimer(timer, 2000);
    expect(remainingOf(running, 2000 + MINUTE_MS)).toBe(9 * MINUTE_MS);
    const held = toggleTimer(running, 2000 + MINUTE_MS);
    expect(remainingOf(held, 9e9)).toBe(9 * MINUTE_MS);
    expect(remainingOf(toggleTimer(held, 9e9), 9e9 + MINUTE_MS)).toBe(8 * MINUTE_MS);
    expect(remainingOf(resetTimer(running), 9e9)).toBe(10 * MINUTE_MS);
  });

  it('says when it comes to its end', () => {
    const running = toggleTimer(timer, 0);
    expect([0, 8, 10, 11].map((minutes) => timerState(running, minutes * MINUTE_MS))).toEqual([
      'running',
      'ending',
      'over',
      'over',
    ]);
    expect(timerState(timer, 0)).toBe('held');
  });

  it('is set between a minute and three hours', () => {
    expect(planTimer(timer, -99).plannedMs).toBe(MINUTE_MS);
    expect(planTimer(timer, 999).plannedMs).toBe(180 * MINUTE_MS);
  });

  it('is written with hours only where there are any', () => {
    expect([725_000, 3_725_000, 0, -30_000, -400].map(formatSpan)).toEqual([
      '12:05',
      '1:02:05',
      '0:00',
      '-0:30',
      '0:00',
    ]);
  });
});
