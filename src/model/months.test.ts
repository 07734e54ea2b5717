import { describe, expect, it } from 'vitest';
import { isMonth, keptMonths, monthOf, monthsAmong, snapshotPath } from './months.ts';

describe('months', () => {
  it('are texts of a year and one of twelve', () => {
    expect(['2026-11', '2026-13', '2026-00', '2026-1', ''].map(isMonth)).toEqual([true, false, false, false, false]);
  });

  it('are those of Beijing', () => {
    expect(monthOf('2026-10-31T17:00:00Z')).toBe('2026-11');
    expect(monthOf('2026-10-31')).toBe('2026-10');
    expect(monthOf('soon')).toBeUndefined();
  });

  it('are found where they are kept, the newest first', () => {
    const paths = ['snapshots/2026-09/findings.json', snapshotPath('2026-10'), 'snapshots/old/findings.json', 'a.json'];
    expect(monthsAmong(paths)).toEqual(['2026-10', '2026-09']);
    expect(keptMonths({})).toEqual([]);
    const files = { [snapshotPath('2026-10')]: new Uint8Array() };
    expect(keptMonths({ unread: { files, layers: [] } })).toEqual(['2026-10']);
  });
});
