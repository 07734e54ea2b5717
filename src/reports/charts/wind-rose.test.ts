import { describe, expect, it } from 'vitest';
import { HOUR_MS, instantOf } from '../../model/instant.ts';
import { buildWindRose, forceClassOf, sectorOf } from './wind-rose.ts';

const START = instantOf('2026-11-01T00:00');
/** hour, PM10, direction, force */
type Row = readonly [hour: number, pm10: number, from: number, force: number];
const readings = (rows: readonly Row[]) => ({
  timesMs: Float64Array.from(rows, ([hour]) => START + hour * HOUR_MS),
  pm10: Float64Array.from(rows, (row) => row[1]),
  windFromDegrees: Float64Array.from(rows, (row) => row[2]),
  windForce: Float64Array.from(rows, (row) => row[3]),
});

describe('wind rose', () => {
  it('turns degrees to sixteen sectors around their middles', () => {
    expect([0, 11, 12, 348, 349, 359.9, 180, 270].map(sectorOf)).toEqual([0, 0, 1, 15, 0, 0, 8, 12]);
    expect([1, 2.9, 4, 5, 9].map(forceClassOf)).toEqual([0, 1, 3, 4, 4]);
  });

  it('counts hours of wind, calm and missing', () => {
    const rose = buildWindRose(
      readings([
        [0, 100, 0, 2],
        [1, 200, 5, 3],
        [2, 50, 90, 6],
        [3, 80, Number.NaN, 0],
        [4, 80, Number.NaN, 3],
        [5, Number.NaN, 90, 1],
        [5.5, 999, 90, 1],
        [9, 40, 180, Number.NaN],
      ]),
    );
    expect(rose.hours[0]).toEqual([0, 1, 1, 0, 0]);
    expect(rose.hours[4]).toEqual([1, 0, 0, 0, 1]);
    expect([rose.calmHours, rose.countedHours, rose.spanHours, rose.missingHours, rose.extraReadings]).toEqual([
      1, 5, 10, 5, 1,
    ]);
    expect(rose.pm10BySector[0]).toEqual({ mean: 150, hours: 2 });
    expect(rose.pm10BySector[4]).toEqual({ mean: 50, hours: 1 });
    expect(rose.pm10BySector[8]).toEqual({ mean: Number.NaN, hours: 0 });
    expect(rose.pm10Calm).toEqual({ mean: 80, hours: 1 });
    const all = rose.hours.flat().reduce((sum, count) => sum + count, 0);
    expect(all + rose.calmHours).toBe(rose.countedHours);
  });

  it('has nothing to say of no readings', () => {
    const rose = buildWindRose(readings([]));
    expect([rose.countedHours, rose.spanHours, rose.missingHours]).toEqual([0, 0, 0]);
  });
});
