/** Expected values by hand from the factors; the road's are those of a second computation of AP-42 13.2.1. */
import { describe, expect, it } from 'vitest';
import { instantOf } from '../model/instant.ts';
import {
  activeMonths,
  classifyStockpile,
  estimatePm10Tonnes,
  pavedRoadPm10Tonnes,
  sitePm10Tonnes,
  soilPm10Tonnes,
} from './emissions.ts';
import { nationalRulePack } from './parse-rule-pack.ts';
import { thresholdsInForce } from './thresholds.ts';

const factors = thresholdsInForce(nationalRulePack());
const asOf = instantOf('2026-11-23T08:00');

describe('a construction site', () => {
  it('of 1 ha emits at most 1.32 t in a month: 2.69e-4 × 0.49 × 10,000', () => {
    const [low, high] = sitePm10Tonnes(10_000, 1, factors);
    expect(low).toBe(0);
    expect(high).toBeCloseTo(1.3181, 10);
  });

  it.each([
    ['2020-01-01', undefined, 12],
    ['2025-11-23T08:00', '2027-01-01', 12],
    // 365 days: 73 of them are a fifth.
    ['2026-09-11T08:00', undefined, 2.4],
    ['2020-01-01', '2026-02-03T08:00', 2.3671],
    ['2020-01-01', '2025-01-01', 0],
    ['2026-12-01', '2027-12-01', 0],
    [undefined, '2027-01-01', undefined],
    ['不详', undefined, undefined],
  ])('from %s to %s is active for %s of the last twelve months', (from, to, months) => {
    const found = activeMonths(from, to, asOf);
    if (months === undefined) expect(found).toBeUndefined();
    else expect(found).toBeCloseTo(months, 4);
  });
});

it('bare soil of 1 ha lies between 0.01 and 0.28 t, netted from nothing on, greened or paved nowhere', () => {
  expect(soilPm10Tonnes(10_000, 'uncovered', factors)).toEqual([0.01, 0.28]);
  expect(soilPm10Tonnes(5000, undefined, factors)).toEqual([0.005, 0.14]);
  expect(soilPm10Tonnes(10_000, 'netted', factors)).toEqual([0, 0.28]);
  expect(soilPm10Tonnes(10_000, 'greened', factors)).toBeUndefined();
  expect(soilPm10Tonnes(10_000, 'hardened', factors)).toBeUndefined();
});

it('stockpiles have a class, a bound belongs to the one above', () => {
  const classes = [0, 999.9, 1000, 4999, 5000, 1e6].map((area) => classifyStockpile(area, factors));
  expect(classes).toEqual(['low', 'low', 'middle', 'middle', 'high', 'high']);
});

it('estimates by kind, and leaves out what cannot be defended', () => {
  const estimate = (source: Omit<Parameters<typeof estimatePm10Tonnes>[0], 'areaSquareMeters'>, area?: number) =>
    estimatePm10Tonnes({ ...source, areaSquareMeters: area }, asOf, factors);
  expect(estimate({ kind: 'bareSoil', status: 'uncovered' }, 20_000)).toEqual([0.02, 0.56]);
  expect(estimate({ kind: 'constructionSite', activeFrom: '2025-01-01' }, 5000)![1]).toBeCloseTo(7.9086, 8);
  expect(estimate({ kind: 'constructionSite' }, 5000)).toBeUndefined();
  expect(estimate({ kind: 'bareSoil', status: 'uncovered' })).toBeUndefined();
  expect(estimate({ kind: 'stockpile' }, 5000)).toBeUndefined();
  expect(estimate({ kind: 'industrialPark' }, 5000)).toBeUndefined();
});

it.each([
  [0.2, 2.1],
  [0.5, 4.8],
  [1, 9.0],
  [2, 16.9],
  [5, 38.9],
])(
  'a paved kilometre with %s g/m² of silt, 20,000 vehicles of 2.5 t a day and 80 wet days raises %s t/a',
  (silt, tonnes) => {
    const found = pavedRoadPm10Tonnes(
      {
        lengthMeters: 1000,
        siltLoadingGramsPerSquareMeter: silt,
        vehiclesPerDay: 20_000,
        weightTonnes: 2.5,
        wetDaysPerYear: 80,
      },
      factors,
    );
    expect(Math.round(found * 10) / 10).toBe(tonnes);
  },
);
