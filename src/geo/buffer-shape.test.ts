/** Distances by GeographicLib: what is typed in metres is metres on the ellipsoid. */
import { Geodesic } from 'geographiclib-geodesic';
import { expect, it } from 'vitest';
import { bufferShape } from './buffer-shape.ts';
import { partsOf } from './cut-polygon.ts';
import { loadGeos } from './geos.ts';
import { createFrame } from './laea.ts';

const loaded = await loadGeos();
if (!loaded.ok) throw new Error(loaded.problem.code);
const geos = loaded.value;
const frame = createFrame([113.6, 34.7]);
const { WGS84 } = Geodesic;

const buffer = (shape: GeoJSON.Geometry, meters: number) => {
  const found = bufferShape(geos, frame, shape, meters);
  if (!found.ok) throw new Error(found.problem.code);
  return found.value;
};

it('stands at the typed distance around a point 30 km from the frame’s centre, never farther', () => {
  const [longitude, latitude] = [113.9, 34.85];
  const circle = buffer({ type: 'Point', coordinates: [longitude, latitude] }, 500);
  const rings = partsOf(circle!);
  expect(rings).toHaveLength(1);
  for (const [x = 0, y = 0] of rings[0]![0]!) {
    const { s12 } = WGS84.Inverse(latitude, longitude, y, x) as { s12: number };
    expect(Math.abs(s12 - 500)).toBeLessThan(0.01);
  }
});

it('runs along both sides of a bent route in one piece', () => {
  const route: GeoJSON.LineString = {
    type: 'LineString',
    coordinates: [
      [113.6, 34.7],
      [113.61, 34.7],
      [113.61, 34.71],
    ],
  };
  const parts = partsOf(buffer(route, 50)!);
  expect(parts).toHaveLength(1);
  expect(parts[0]).toHaveLength(1);
  const latitudes = parts[0]![0]!.map(([, latitude = 0]) => latitude);
  const { lat2 } = WGS84.Direct(34.71, 113.61, 0, 50) as { lat2: number };
  expect(Math.max(...latitudes)).toBeCloseTo(lat2, 6);
});

it('makes nothing of no distance and of no positions', () => {
  expect(buffer({ type: 'Point', coordinates: [113.6, 34.7] }, 0)).toBeUndefined();
  expect(buffer({ type: 'MultiPoint', coordinates: [] }, 10)).toBeUndefined();
});
