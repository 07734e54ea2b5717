import { bearing, distance, area as turfArea } from '@turf/turf';
import { expect, it } from 'vitest';
import { createFrame, trueNorthDegrees } from './laea.ts';
import { sectorPolygon } from './sector-shape.ts';

const frame = createFrame([113.6, 34.7]);

it('lies towards its direction, as far as its reach, with the area of a sector', () => {
  const polygon = sectorPolygon(frame, { x: 0, y: 0, directionDegrees: 45, halfDegrees: 22.5, reachMeters: 3000 });
  const ring = polygon.coordinates[0]!;
  expect(ring[0]).toEqual(ring.at(-1));
  const arc = ring.slice(1, -1);
  for (const position of arc) expect(distance(ring[0]!, position, { units: 'meters' }) / 3000).toBeCloseTo(1, 2);
  expect(bearing(ring[0]!, arc[0]!)).toBeCloseTo(67.5, 0);
  expect(bearing(ring[0]!, arc.at(-1)!)).toBeCloseTo(22.5, 0);
  // π r² · 45 / 360; chords of 2.5° lose 0.03% of it, Turf's sphere some tenths of a per cent.
  expect(turfArea(polygon) / ((Math.PI * 3000 ** 2) / 8)).toBeCloseTo(1, 2);
});

it('points to true north far from the centre, where the frame leans', () => {
  const at: [number, number] = [114.6, 34.9];
  const place = new Float64Array(2);
  frame.project(at[0], at[1], place, 0);
  const sector = { x: place[0]!, y: place[1]!, halfDegrees: 10, reachMeters: 2000 };
  const polygon = sectorPolygon(frame, { ...sector, directionDegrees: 0 + trueNorthDegrees(frame, at) });
  const arc = polygon.coordinates[0]!.slice(1, -1);
  expect(bearing(at, arc[0]!)).toBeCloseTo(10, 1);
  expect(bearing(at, arc.at(-1)!)).toBeCloseTo(-10, 1);
});
