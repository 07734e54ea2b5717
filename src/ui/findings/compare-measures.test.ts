import { describe, expect, it } from 'vitest';
import { listComparedMeasures } from './compare-measures.ts';

describe('compared measures', () => {
  it('show where two numbers part that look alike in mu', () => {
    const [area] = listComparedMeasures({
      ours: { areaSquareMeters: 29_012.44 },
      turf: { areaSquareMeters: 29_041.45 },
    });
    expect(area).toEqual({ name: 'areaSquareMeters', ours: '29,012.4 m²', turf: '29,041.5 m²', difference: '+0.100%' });
  });

  it('say nothing of a difference where there is none to say', () => {
    const rows = listComparedMeasures({
      ours: { coveredFraction: 0, distanceMeters: 0, widthMeters: 2, areaSquareMeters: 100 },
      turf: { coveredFraction: 0, distanceMeters: 0.3, areaSquareMeters: 99.9999999 },
    });
    expect(rows.map(({ name, turf, difference }) => [name, turf, difference])).toEqual([
      ['areaSquareMeters', '100.0 m²', '< 0.001%'],
      ['coveredFraction', '0.00%', '0'],
      ['distanceMeters', '0.30 m', ''],
      ['widthMeters', '—', ''],
    ]);
  });
});
