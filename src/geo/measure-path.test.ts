import { Geodesic } from 'geographiclib-geodesic';
import { describe, expect, it } from 'vitest';
import { measurePath, measureSegment } from './measure-path.ts';

const WGS84 = Geodesic.WGS84;
/** Kashgar, Zhengzhou, Sanya, Mohe: the corners of the country and its middle. */
const PLACES = [
  [75.99, 39.47],
  [113.6, 34.7],
  [109.5, 18.25],
  [122.5, 53.0],
] as const;

describe('measureSegment, against GeographicLib', () => {
  for (const [longitude, latitude] of PLACES) {
    for (const lengthMeters of [3, 480, 9_000, 100_000]) {
      it(`${lengthMeters} m from ${longitude}, ${latitude} in every direction`, () => {
        for (let bearing = 0; bearing < 360; bearing += 30) {
          const { lat2 = 0, lon2 = 0 } = WGS84.Direct(latitude, longitude, bearing, lengthMeters);
          const measured = measureSegment([longitude, latitude], [lon2, lat2]);
          expect(Math.abs(measured.lengthMeters / lengthMeters - 1)).toBeLessThan(lengthMeters > 10_000 ? 3e-6 : 1e-7);
          const turn = Math.abs(((measured.bearingDegrees - bearing + 540) % 360) - 180);
          expect(turn).toBeLessThan(0.01);
        }
      });
    }
  }

  it('says nothing of a segment without length', () => {
    expect(measureSegment([113.6, 34.7], [113.6, 34.7])).toEqual({ lengthMeters: 0, bearingDegrees: 0 });
  });
});

describe('measurePath', () => {
  it('measures area and perimeter of rings of a site, a street and a district as GeographicLib does', () => {
    for (const [longitude, latitude] of PLACES) {
      for (const radiusMeters of [60, 2_000, 15_000]) {
        const ring = Array.from({ length: 7 }, (_, corner): [number, number] => {
          const reach = radiusMeters * (1 + 0.3 * Math.sin(corner * 2.3));
          const { lat2 = 0, lon2 = 0 } = WGS84.Direct(latitude, longitude, (360 / 7) * corner, reach);
          return [lon2, lat2];
        });
        const polygon = WGS84.Polygon(false);
        for (const [lon, lat] of ring) polygon.AddPoint(lat, lon);
        const { area = 0, perimeter } = polygon.Compute(false, true);
        const measured = measurePath(ring, true);
        expect(Math.abs((measured.areaSquareMeters ?? 0) / Math.abs(area) - 1)).toBeLessThan(1e-5);
        expect(Math.abs(measured.lengthMeters / perimeter - 1)).toBeLessThan(1e-6);
        expect(measured.segments).toHaveLength(7);
      }
    }
  });

  it('adds up the segments of an open path and gives it no area', () => {
    const path = [
      [113.6, 34.7],
      [113.61, 34.7],
      [113.61, 34.71],
    ] as const;
    const measured = measurePath(path, false);
    expect(measured.segments.map(({ bearingDegrees }) => Math.round(bearingDegrees))).toEqual([90, 0]);
    expect(measured.lengthMeters).toBe(
      (measured.segments[0]?.lengthMeters ?? 0) + (measured.segments[1]?.lengthMeters ?? 0),
    );
    expect(measured.areaSquareMeters).toBeUndefined();
  });

  it('has no area before the third position, and nothing to say of one or none', () => {
    expect(measurePath([[113.6, 34.7]], true)).toEqual({ segments: [], lengthMeters: 0, areaSquareMeters: undefined });
    expect(measurePath([], false).segments).toEqual([]);
    const two = measurePath(
      [
        [113.6, 34.7],
        [113.61, 34.7],
      ],
      true,
    );
    expect(two.segments).toHaveLength(1);
    expect(two.areaSquareMeters).toBeUndefined();
  });
});
