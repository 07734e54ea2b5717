import { Geodesic } from 'geographiclib-geodesic';
import { describe, expect, it } from 'vitest';
import type { Camera } from '../../map/map-types.ts';
import {
  atScale,
  boundsOf,
  cameraOn,
  cornersOf,
  levelMetersPerPixel,
  meanMetersPerPixel,
  roundScale,
} from './sheet-camera.ts';

const room = { widthPixels: 1400, heightPixels: 900 };
const geodesic = (from: readonly [number, number], to: readonly [number, number]) =>
  Geodesic.WGS84.Inverse(from[1], from[0], to[1], to[0]).s12!;
const places = [
  ['海口', 20.04],
  ['北京', 39.9],
  ['漠河', 53],
] as const;

describe.each(places)('a sheet of %s', (_, latitude) => {
  it.each([0, 30, 90, 200])('has a scale bar that agrees with the geodesic, turned by %d°', (bearing) => {
    const camera: Camera = { center: [114, latitude], zoom: 13, bearing, pitch: 0 };
    // A level line of 200 pixels through the middle: the corners of a room without height.
    const [left, right] = cornersOf(camera, { widthPixels: 200, heightPixels: 0 });
    expect((levelMetersPerPixel(camera) * 200) / geodesic(left!, right!)).toBeCloseTo(1, 4);
  });

  it('has the ratio that was asked for, within half a percent in every direction', () => {
    const denominator = 10_000;
    const perPixel = (denominator * 25.4) / 96 / 1000;
    const camera = atScale(cameraOn([113.9, latitude - 0.1, 114.1, latitude + 0.1], room), perPixel);
    expect(meanMetersPerPixel(camera)).toBeCloseTo(perPixel, 9);
    const [left, right] = cornersOf(camera, { widthPixels: 600, heightPixels: 0 });
    const [top, bottom] = cornersOf(camera, { widthPixels: 0, heightPixels: 600 }).slice(1);
    const paperMeters = (600 / 96) * 0.0254;
    expect(Math.abs(geodesic(left!, right!) / paperMeters / denominator - 1)).toBeLessThan(0.005);
    expect(Math.abs(geodesic(top!, bottom!) / paperMeters / denominator - 1)).toBeLessThan(0.005);
  });

  it('shows all of the ground asked for, and no more than it must', () => {
    const [west, south, east, north] = boundsOf(
      cornersOf(cameraOn([113.9, latitude, 114.1, latitude + 0.1], room), room),
    );
    expect(west).toBeLessThanOrEqual(113.9 + 1e-9);
    expect(east).toBeGreaterThanOrEqual(114.1 - 1e-9);
    expect(south).toBeLessThanOrEqual(latitude + 1e-9);
    expect(north).toBeGreaterThanOrEqual(latitude + 0.1 - 1e-9);
    expect(Math.min(113.9 - west, latitude - south)).toBeCloseTo(0, 6);
  });
});

it('takes scales that people know', () => {
  expect([1, 501, 9999, 10_000, 26_000, 110_000].map(roundScale)).toEqual([1, 600, 10_000, 10_000, 30_000, 120_000]);
});

it('turns with the map: at 90° the top of the picture is the east', () => {
  const [topLeft, topRight] = cornersOf({ center: [114, 30], zoom: 12, bearing: 90, pitch: 0 }, room);
  expect(topLeft![0]).toBeGreaterThan(114);
  expect(topLeft![0]).toBeCloseTo(topRight![0], 9);
  expect(topLeft![1]).toBeGreaterThan(topRight![1]);
});
