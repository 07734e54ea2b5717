import { describe, expect, it } from 'vitest';
import type { Readings } from '../model/series.ts';
import { cosineInSector, isCalm, upwindSector, windAt } from './wind.ts';

const HOUR = 3_600_000;

/** hours, wind from, force. */
function readings(...rows: readonly (readonly [number, number, number])[]): Readings {
  return {
    timesMs: Float64Array.from(rows, ([hour]) => hour * HOUR),
    pm10: new Float64Array(rows.length),
    windFromDegrees: Float64Array.from(rows, ([, from]) => from),
    windForce: Float64Array.from(rows, ([, , force]) => force),
  };
}

describe('windAt', () => {
  const series = readings([1, 10, 2], [2, 20, 3], [2, 30, 3], [4, Number.NaN, Number.NaN], [5, 50, 1]);
  const fromAt = (hour: number) => windAt(series, hour * HOUR)?.fromDegrees;

  it('is the newest reading at or before the time; of equal times the last row', () => {
    expect([fromAt(1), fromAt(1.5), fromAt(2), fromAt(3), fromAt(5)]).toEqual([10, 10, 30, 30, 50]);
  });

  it('is at most 3 h old, and passes over rows without a wind', () => {
    expect([fromAt(0.5), fromAt(4.5), fromAt(8), fromAt(8.001)]).toEqual([undefined, 30, 50, undefined]);
    expect(windAt(readings(), 0)).toBeUndefined();
  });

  it('is calm below 1级, and needs no direction then; an unknown force is not calm', () => {
    const calm = windAt(readings([1, Number.NaN, 0]), HOUR)!;
    expect(isCalm(calm)).toBe(true);
    expect(isCalm(windAt(readings([1, 90, 0.9]), HOUR)!)).toBe(true);
    expect(isCalm(windAt(readings([1, 90, 1]), HOUR)!)).toBe(false);
    expect(windAt(readings([1, 90, Number.NaN]), HOUR)).toMatchObject({ force: undefined });
    expect(isCalm(windAt(readings([1, 90, Number.NaN]), HOUR)!)).toBe(false);
  });
});

describe('upwindSector', () => {
  const at = (degrees: number): [number, number] => [
    Math.sin((degrees * Math.PI) / 180),
    Math.cos((degrees * Math.PI) / 180),
  ];

  it('holds what lies up to its half angle to either side, exactly that included', () => {
    const sector = upwindSector(350, 22.5, 0);
    for (const degrees of [350, 12.5, 327.5, 0]) expect(cosineInSector(sector, ...at(degrees))).toBeGreaterThan(0.92);
    for (const degrees of [12.6, 327.4, 170, 90]) expect(cosineInSector(sector, ...at(degrees))).toBe(0);
    expect(cosineInSector(sector, 0, 0)).toBe(0);
    expect(cosineInSector(sector, ...at(340))).toBeCloseTo(Math.cos(Math.PI / 18), 12);
  });

  it('turns with where north lies', () => {
    expect(cosineInSector(upwindSector(0, 1, 5), ...at(5))).toBeCloseTo(1, 12);
  });
});
