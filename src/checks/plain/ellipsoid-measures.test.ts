import fc from 'fast-check';
import { Geodesic } from 'geographiclib-geodesic';
import { describe, expect, it } from 'vitest';
import { areaSquareMeters, distanceMeters, PLAIN_ENGINE_TOLERANCE } from './ellipsoid-measures.ts';

/** A rough circle of 60 corners, so that edges are short as the engine's are. */
function roundPatch(longitude: number, latitude: number, radiusMeters: number): [number, number][] {
  return Array.from({ length: 60 }, (_, i) => {
    const { lat2, lon2 } = Geodesic.WGS84.Direct(latitude, longitude, -6 * i, radiusMeters * (1 + 0.3 * Math.sin(i)));
    return [lon2!, lat2!];
  });
}

const place = fc.tuple(fc.double({ min: -170, max: 170, noNaN: true }), fc.double({ min: -60, max: 60, noNaN: true }));

describe('measures on the ellipsoid', () => {
  it('gives areas as GeographicLib does, from a heap of sand to a town', () => {
    fc.assert(
      fc.property(place, fc.double({ min: 5, max: 500, noNaN: true }), ([longitude, latitude], radius) => {
        const corners = roundPatch(longitude, latitude, radius);
        const polygon = Geodesic.WGS84.Polygon(false);
        for (const [x, y] of corners) polygon.AddPoint(y, x);
        const expected = polygon.Compute(false, true).area!;
        const actual = areaSquareMeters({ type: 'Polygon', coordinates: [[...corners, corners[0]!]] });
        const { areaFraction, areaSquareMeters: fixed } = PLAIN_ENGINE_TOLERANCE;
        expect(Math.abs(actual - expected)).toBeLessThan(areaFraction * expected + fixed);
      }),
      { numRuns: 500, seed: 1 },
    );
  });

  it('gives distances as GeographicLib does, in any direction', () => {
    const azimuth = fc.double({ min: 0, max: 360, noNaN: true });
    fc.assert(
      fc.property(place, azimuth, fc.double({ min: 1, max: 20_000, noNaN: true }), ([lon, lat], direction, meters) => {
        const { lat2, lon2 } = Geodesic.WGS84.Direct(lat, lon, direction, meters);
        const { distanceFraction, distanceMeters: fixed } = PLAIN_ENGINE_TOLERANCE;
        const error = Math.abs(distanceMeters([lon, lat], [lon2!, lat2!]) - meters);
        expect(error).toBeLessThan(distanceFraction * meters + fixed);
      }),
      { numRuns: 1000, seed: 2 },
    );
  });

  it('subtracts holes and adds parts', () => {
    const square = (x: number, size: number) => {
      const s = size / 2;
      return [
        [x - s, 30 - s],
        [x + s, 30 - s],
        [x + s, 30 + s],
        [x - s, 30 + s],
        [x - s, 30 - s],
      ];
    };
    const whole = areaSquareMeters({ type: 'Polygon', coordinates: [square(113, 0.01)] });
    const hole = areaSquareMeters({ type: 'Polygon', coordinates: [square(113, 0.004)] });
    const both = areaSquareMeters({
      type: 'MultiPolygon',
      coordinates: [[square(113, 0.01), square(113, 0.004).toReversed()], [square(114, 0.01)]],
    });
    expect(both).toBeCloseTo(2 * whole - hole, 3);
    expect(areaSquareMeters(null)).toBe(0);
  });
});
