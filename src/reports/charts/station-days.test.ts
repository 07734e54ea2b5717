import { expect, it } from 'vitest';
import { instantOf } from '../../model/instant.ts';
import { meanByDay } from './station-days.ts';

it('takes the mean of the hours that have a value, by the days of Beijing', () => {
  const rows: [string, number][] = [
    ['2026-11-01T22:00', 100],
    ['2026-11-01T23:00', 200],
    ['2026-11-01T23:30', 900],
    ['2026-11-02T00:00', 50],
    ['2026-11-02T01:00', Number.NaN],
    ['2026-11-04T00:00', 10],
  ];
  const timesMs = Float64Array.from(rows, ([time]) => instantOf(time));
  const pm10 = Float64Array.from(rows, ([, value]) => value);
  expect(meanByDay({ timesMs, pm10 })).toEqual([
    { day: '2026-11-01', mean: 150, hours: 2 },
    { day: '2026-11-02', mean: 50, hours: 1 },
    { day: '2026-11-03', mean: Number.NaN, hours: 0 },
    { day: '2026-11-04', mean: 10, hours: 1 },
  ]);
  expect(meanByDay({ timesMs: new Float64Array(0), pm10: new Float64Array(0) })).toEqual([]);
});
