/** What a severity must be: within 0 and 1, and never less for what is worse. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SOURCE_KINDS } from '../model/kinds.ts';
import { controlSeverity, coverageSeverity, type Exposure, sweepingSeverity } from './severity.ts';

const kind = fc.constantFrom(...SOURCE_KINDS);
const status = fc.constantFrom(undefined, 'uncovered', 'netted');
const amount = (max: number) => fc.double({ min: 0, max, noNaN: true });
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const exposure: fc.Arbitrary<Exposure> = fc.record(
  { stationDistanceMeters: amount(20_000), isUpwind: fc.boolean() },
  { requiredKeys: [] },
);
const source = fc.record({ kind, status });
/** Rounding of the last digit is no order. */
const atMost = (a: number, b: number) => a <= b + 1e-12;

const RATINGS: Readonly<Record<string, (...given: Given) => number>> = {
  coverage: (from, area, tonnes, _, around) => coverageSeverity(from, area, tonnes, around),
  sweeping: (from, area, tonnes, more, around) => sweepingSeverity(from, area, more, tonnes, around),
  control: (from, area, tonnes, more, around) => controlSeverity(from, area, tonnes, more, around),
};
type Given = [
  { kind: (typeof SOURCE_KINDS)[number]; status: string | undefined },
  number | undefined,
  number | undefined,
  number | undefined,
  Exposure | undefined,
];
const given = fc.tuple(source, maybe(amount(1e8)), maybe(amount(1e5)), maybe(amount(1e5)), maybe(exposure));

describe.each(Object.entries(RATINGS))('%s severity', (_name, rate) => {
  it('lies within 0 and 1', () => {
    fc.assert(
      fc.property(given, (args) => {
        const severity = rate(...args);
        return severity >= 0 && severity <= 1;
      }),
    );
  });

  it('is never less for more ground, more tonnes, a longer time or distance', () => {
    fc.assert(
      fc.property(
        source,
        amount(1e7),
        amount(1e4),
        amount(1e4),
        maybe(exposure),
        amount(1e6),
        (from, a, t, m, x, more) => {
          const base = rate(from, a, t, m, x);
          return (
            atMost(base, rate(from, a + more, t, m, x)) &&
            atMost(base, rate(from, a, t + more, m, x)) &&
            atMost(base, rate(from, a, t, m + more, x))
          );
        },
      ),
    );
  });

  it('is never less nearer to a station or upwind of it, and keeps the order of what is equally exposed', () => {
    fc.assert(
      fc.property(given, given, amount(20_000), amount(20_000), ([a, ...restA], [b, ...restB], near, further) => {
        const at = (of: Given[0], rest: readonly unknown[], around: Exposure | undefined) =>
          rate(of, ...(rest.slice(0, 3) as [number, number, number]), around);
        const far = near + further;
        const unknown = at(a, restA, undefined);
        const away = at(a, restA, { stationDistanceMeters: far });
        const close = at(a, restA, { stationDistanceMeters: near });
        const upwind = at(a, restA, { stationDistanceMeters: near, isUpwind: true });
        const other = at(b, restB, undefined);
        const otherUpwind = at(b, restB, { stationDistanceMeters: near, isUpwind: true });
        return (
          atMost(unknown, away) &&
          atMost(away, close) &&
          atMost(close, upwind) &&
          (unknown <= other ? atMost(upwind, otherUpwind) : atMost(otherUpwind, upwind))
        );
      }),
    );
  });
});

it('is moved by a station within 4 km alone, to the square root at most', () => {
  const soil = { kind: 'bareSoil', status: 'uncovered' } as const;
  const rate = (around?: Exposure) => coverageSeverity(soil, 2000, 0.056, around);
  expect(rate({})).toBe(rate());
  expect(rate({ stationDistanceMeters: 4000, isUpwind: true })).toBe(rate());
  expect(rate({ isUpwind: true })).toBe(rate());
  expect(rate({ stationDistanceMeters: 500, isUpwind: true })).toBeCloseTo(Math.sqrt(rate()), 12);
  expect(rate({ stationDistanceMeters: 100 })).toBe(rate({ stationDistanceMeters: 500 }));
});

it('ranks an active site before idle ground of the same size', () => {
  const site = controlSeverity({ kind: 'constructionSite' }, 5000, 7.9);
  const soil = controlSeverity({ kind: 'bareSoil', status: 'uncovered' }, 5000, 0.14);
  expect(site).toBeGreaterThan(2 * soil);
});
