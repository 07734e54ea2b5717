import { describe, expect, it } from 'vitest';
import type { SoilFact } from '../../checks/chart-fact-types.ts';
import { instantOf } from '../../model/instant.ts';
import { isBareNow, sumUncoveredByMonth } from './uncovered-soil.ts';

const NOW = instantOf('2026-11-23T08:00:00+08:00');
const patch = (dates: Partial<SoilFact>): SoilFact => ({
  zone: 0,
  owner: '',
  areaSquareMeters: 100,
  status: undefined,
  openedAt: undefined,
  treatedAt: undefined,
  reopenedAt: undefined,
  ...dates,
});
const sum = (...soil: SoilFact[]) => sumUncoveredByMonth(soil, 2, NOW);

describe('uncovered soil by month', () => {
  it('takes a patch from its opening to its treatment', () => {
    const months = sum(patch({ status: 'netted', openedAt: '2026-08-24', treatedAt: '2026-10-02' }));
    expect(months.points).toEqual(['2026-08', '2026-09', '2026-10', '2026-11-23']);
    expect(months.areaByZone).toEqual([
      [100, 100, 0, 0],
      [0, 0, 0, 0],
      [0, 0, 0, 0],
    ]);
  });

  it('takes it again from its re-opening, in its own zone, and what lies outside on the last line', () => {
    const again = { openedAt: '2026-08-01', treatedAt: '2026-08-05', reopenedAt: '2026-10-31', status: 'uncovered' };
    const months = sum(patch({ ...again, zone: 1 }), patch({ openedAt: '2026-09-30', zone: -1, areaSquareMeters: 7 }));
    expect(months.areaByZone).toEqual([
      [0, 0, 0, 0],
      [0, 0, 100, 100],
      [0, 7, 7, 7],
    ]);
  });

  it('counts the last instant of a month in Beijing to the month', () => {
    const months = sum(
      patch({ openedAt: '2026-09-30T23:59+08:00', areaSquareMeters: 1 }),
      patch({ openedAt: '2026-10-01T00:01+08:00', areaSquareMeters: 10 }),
    );
    expect(months.points).toEqual(['2026-09', '2026-10', '2026-11-23']);
    expect(months.areaByZone[0]).toEqual([1, 11, 11]);
  });

  it('says apart what has no date, and draws it nowhere', () => {
    const months = sum(
      patch({ status: 'uncovered', areaSquareMeters: 30 }),
      patch({ areaSquareMeters: undefined }),
      patch({ status: 'greened', openedAt: '2026-09-01' }),
      patch({ treatedAt: '2026-09-01' }),
      patch({ openedAt: '2026-10-01', areaSquareMeters: undefined }),
    );
    expect(months.undatedBare).toEqual({ count: 2, areaSquareMeters: 30 });
    expect(months.undatedTreated).toBe(2);
    expect(months.unmeasured).toBe(1);
    expect(months.areaByZone.flat().every((area) => area === 0)).toBe(true);
  });

  it('believes the status against the dates, as the checks do', () => {
    const wrong = patch({ status: 'uncovered', openedAt: '2026-09-01', treatedAt: '2026-09-03' });
    const months = sum(wrong);
    expect(months.contradictory).toBe(1);
    expect(months.areaByZone[0]).toEqual([100, 100, 100]);
    expect(isBareNow(wrong, NOW)).toBe(true);
    expect(sum(patch({ status: 'uncovered', treatedAt: '2026-09-03' })).areaByZone[0]).toEqual([100, 100, 100]);
  });

  it('counts plans for nothing, and is bare by its dates whatever the status says', () => {
    expect(isBareNow(patch({ openedAt: '2026-12-01' }), NOW)).toBe(true);
    expect(isBareNow(patch({ openedAt: '2026-11-01', treatedAt: '2026-12-01' }), NOW)).toBe(true);
    expect(isBareNow(patch({ status: 'netted', treatedAt: '2026-10-01', reopenedAt: '2026-11-01' }), NOW)).toBe(true);
    expect(isBareNow(patch({ status: 'netted', openedAt: '2026-11-01' }), NOW)).toBe(false);
    expect(isBareNow(patch({ openedAt: '2026-11-01', treatedAt: '2026-11-01' }), NOW)).toBe(false);
  });

  it('goes back twelve points and no further, and nowhere without a clock', () => {
    const months = sum(patch({ openedAt: '2020-01' }));
    expect(months.points).toHaveLength(12);
    expect(months.points[0]).toBe('2025-12');
    expect(sumUncoveredByMonth([patch({ openedAt: '2020-01' })], 1, Number.NaN).points).toEqual([]);
    expect(sum().areaByZone).toEqual([[0], [0], [0]]);
  });
});
