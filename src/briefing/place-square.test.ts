import { area, centroid } from '@turf/turf';
import { describe, expect, it } from 'vitest';
import { squareAround } from './place-square.ts';

describe('the ground around a place', () => {
  it('has the side that was asked for, and the place in its middle', () => {
    const square = squareAround([113.6, 34.7], 20);
    expect(area(square)).toBeGreaterThan(396);
    expect(area(square)).toBeLessThan(404);
    const [longitude, latitude] = centroid(square).geometry.coordinates;
    expect(longitude).toBeCloseTo(113.6, 9);
    expect(latitude).toBeCloseTo(34.7, 9);
  });
});
