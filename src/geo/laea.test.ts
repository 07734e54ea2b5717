import fc from 'fast-check';
import { Geodesic } from 'geographiclib-geodesic';
import proj4 from 'proj4';
import { describe, expect, it } from 'vitest';
import { appendGeoJson, createGeometryBuilder } from './geometry-column.ts';
import { createFrame, geodesicBearingDegrees, trueNorthDegrees } from './laea.ts';
import { packLayer } from './packed-layer.ts';

// Hundredths of a degree: proj4 reads no exponents.
const center = fc
  .tuple(fc.integer({ min: -18000, max: 18000 }), fc.integer({ min: -8000, max: 8000 }))
  .map(([lon, lat]) => [lon / 100, lat / 100] as const);
const near = (reach: number) => fc.double({ min: -reach, max: reach, noNaN: true });

describe('createFrame', () => {
  // echo "113.9 34.9" | cs2cs -f %.9f +proj=longlat +ellps=WGS84 +to +proj=laea +lat_0=34.7 +lon_0=113.6 +ellps=WGS84
  it.each([
    [113.6, 34.7, 0, 0],
    [113.9, 34.9, 27419.807232745, 22228.063573572],
    [104.6, 30.1, -866472.338079574, -472477.464551924],
    [120.0, 41.0, 538745.766607243, 716619.370258374],
  ])('projects %d, %d as PROJ does', (longitude, latitude, x, y) => {
    const out = [0, 0];
    createFrame([113.6, 34.7]).project(longitude, latitude, out, 0);
    expect(Math.abs(out[0]! - x)).toBeLessThan(1e-6);
    expect(Math.abs(out[1]! - y)).toBeLessThan(1e-6);
  });

  it.each([1, 8])('equals proj4 to 1e-6 m within %d degrees of any centre', (reach) => {
    fc.assert(
      fc.property(center, near(reach), near(reach), ([lon, lat], east, north) => {
        const reference = proj4(`+proj=laea +lat_0=${lat} +lon_0=${lon} +x_0=0 +y_0=0 +ellps=WGS84 +units=m`);
        const [x, y] = reference.forward([lon + east, lat + north]);
        const out = [0, 0];
        createFrame([lon, lat]).project(lon + east, lat + north, out, 0);
        expect(Math.abs(out[0]! - x!)).toBeLessThan(1e-6);
        expect(Math.abs(out[1]! - y!)).toBeLessThan(1e-6);
      }),
      { numRuns: 2000, seed: 1 },
    );
  });

  it('comes back to 1e-9 degrees', () => {
    fc.assert(
      fc.property(center, near(8), near(8), ([lon, lat], east, north) => {
        const frame = createFrame([lon, lat]);
        const out = [0, 0];
        frame.project(lon + east, lat + north, out, 0);
        const [backLon, backLat] = frame.unproject(out[0]!, out[1]!);
        expect(Math.abs(((backLon - lon - east + 540) % 360) - 180)).toBeLessThan(1e-9);
        expect(Math.abs(backLat - lat - north)).toBeLessThan(1e-9);
      }),
      { numRuns: 2000, seed: 2 },
    );
  });

  it('works across the date line', () => {
    const out = [0, 0];
    createFrame([179.9, 10]).project(-179.9, 10, out, 0);
    expect(out[0]).toBeCloseTo(21927.86, 2);
  });

  it('measures areas within 1e-5 of the geodesic ones', async () => {
    const rings: [number, number][][] = [
      [
        [113.5, 34.6],
        [113.7, 34.6],
        [113.72, 34.8],
        [113.49, 34.79],
      ],
      [
        [113.6, 34.7],
        [113.601, 34.7],
        [113.6015, 34.7012],
        [113.5995, 34.7009],
      ],
      [
        [113.1, 34.2],
        [113.15, 34.21],
        [113.12, 34.26],
      ],
      [
        [114.4, 35.4],
        [114.41, 35.4],
        [114.41, 35.41],
        [114.4, 35.41],
      ],
    ];
    const builder = createGeometryBuilder();
    for (const ring of rings) appendGeoJson(builder, { type: 'Polygon', coordinates: [[...ring, ring[0]!]] });
    const { layer } = await packLayer(builder.finish(), createFrame([113.6, 34.7]));
    rings.forEach((ring, index) => {
      const polygon = Geodesic.WGS84.Polygon(false);
      for (const [lon, lat] of ring) polygon.AddPoint(lat, lon);
      const { area, perimeter } = polygon.Compute(false, true);
      expect(Math.abs(layer.areas[index]! / area! - 1)).toBeLessThan(1e-5);
      expect(Math.abs(layer.lengths[index]! / perimeter - 1)).toBeLessThan(1e-4);
    });
  });

  it('says how far a place is from the centre', () => {
    const frame = createFrame([113.6, 34.7]);
    const { s12 } = Geodesic.WGS84.Inverse(34.7, 113.6, 28, 120);
    expect(Math.abs(frame.distanceFromCenterMeters(120, 28) / s12! - 1)).toBeLessThan(0.004);
  });
});

describe('geodesicBearingDegrees', () => {
  it('equals GeographicLib to 0.01 degrees within 100 km', () => {
    const latitude = fc.double({ min: -60, max: 60, noNaN: true });
    fc.assert(
      fc.property(latitude, near(0.5), near(0.5), (lat, east, north) => {
        fc.pre(Math.hypot(east, north) > 1e-6);
        const { azi1 } = Geodesic.WGS84.Inverse(lat, 113, lat + north, 113 + east);
        const bearing = geodesicBearingDegrees([113, lat], [113 + east, lat + north]);
        expect(bearing).toBeGreaterThanOrEqual(0);
        expect(Math.abs(((bearing - azi1! + 540) % 360) - 180)).toBeLessThan(0.01);
      }),
      { numRuns: 2000, seed: 3 },
    );
  });
});

describe('trueNorthDegrees', () => {
  it('tells where a geodesic to the north runs in the frame, to 0.01 degrees within 100 km', () => {
    const latitude = fc.double({ min: -60, max: 60, noNaN: true });
    fc.assert(
      fc.property(latitude, near(0.9), near(0.9), (lat, east, north) => {
        const frame = createFrame([113, lat]);
        const place = [113 + east / Math.max(0.5, Math.cos((lat * Math.PI) / 180)), lat + north] as const;
        fc.pre(frame.distanceFromCenterMeters(...place) < 100_000);
        const { lon2, lat2 } = Geodesic.WGS84.Direct(place[1], place[0], 0, 1000);
        const xy = new Float64Array(4);
        frame.project(...place, xy, 0);
        frame.project(lon2!, lat2!, xy, 2);
        const degrees = (Math.atan2(xy[2]! - xy[0]!, xy[3]! - xy[1]!) * 180) / Math.PI;
        expect(Math.abs(degrees - trueNorthDegrees(frame, place))).toBeLessThan(0.01);
      }),
      { numRuns: 1000, seed: 3 },
    );
  });
});
