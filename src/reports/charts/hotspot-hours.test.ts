import { describe, expect, it } from 'vitest';
import { countHotspotHours, hourCellOf } from './hotspot-hours.ts';

describe('hotspots by weekday and hour', () => {
  it('counts by the clock of Beijing, Monday first', () => {
    // 2026-11-23 is a Monday.
    expect(hourCellOf('2026-11-23T08:59:00+08:00')).toBe(8);
    expect(hourCellOf('2026-11-23T08:59')).toBe(8);
    expect(hourCellOf('2026-11-22T23:00:00+08:00')).toBe(6 * 24 + 23);
    expect(hourCellOf('2026-11-22T17:00:00Z')).toBe(1);
  });

  it('says apart what has a day alone, or no time', () => {
    const times = ['2026-11-23T08:00', '2026-11-23T08:30', '2026-11-23', 'gestern', undefined];
    const hours = countHotspotHours(times.map((time) => ({ time })));
    expect(hours.counts[8]).toBe(2);
    expect(hours.counts.reduce((sum, count) => sum + count, 0)).toBe(2);
    expect([hours.counted, hours.withoutHour, hours.withoutTime]).toEqual([2, 1, 2]);
  });
});
