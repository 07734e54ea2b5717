/**
 * The frame against the ellipsoid: areas and distances of packed layers beside what GeographicLib
 * says of the same positions. What snapping does is counted in (areas) or taken out (distances: the
 * geodesics start from the snapped positions), so that what is left is the frame's own error.
 */
import { Geodesic, PolygonArea } from 'geographiclib-geodesic';
import { describe, expect, it } from 'vitest';
import { createRandom, type Random } from '../../src/core/random.ts';
import { findNearest } from '../../src/geo/distance.ts';
import { appendGeoJson, createGeometryBuilder } from '../../src/geo/geometry-column.ts';
import { createFrame, type Frame } from '../../src/geo/laea.ts';
import { type PackedLayer, packLayer } from '../../src/geo/packed-layer.ts';
import { polygonsOf } from '../../src/geo/packed-polygons.ts';
import { buildSegmentChunks } from '../../src/geo/segment-chunks.ts';

const LATITUDES = [0, 18, 23, 34.7, 40, 53] as const;
const LONGITUDE = 113.6;
const wgs84 = Geodesic.WGS84;
type LonLat = readonly [longitude: number, latitude: number];

const frameAt = (latitude: number) => createFrame([LONGITUDE, latitude]);

/** A place a given way from the centre, in any direction. */
function placeAround(random: Random, frame: Frame, meters: number): LonLat {
  const [longitude, latitude] = frame.center;
  const { lon2, lat2 } = wgs84.Direct(latitude, longitude, random.between(0, 360), meters);
  return [lon2!, lat2!];
}

async function pack(geometries: readonly GeoJSON.Geometry[], frame: Frame): Promise<PackedLayer> {
  const builder = createGeometryBuilder();
  for (const geometry of geometries) appendGeoJson(builder, geometry);
  const { layer, problems } = await packLayer(builder.finish(), frame);
  expect(problems).toEqual([]);
  return layer;
}

/** A star-shaped ring around a place, its corners at most `radius` metres away. */
function starAround(random: Random, place: LonLat, radius: number): LonLat[] {
  const corners = random.integer(5, 30);
  return Array.from({ length: corners }, (_, i) => {
    const azimuth = -360 * ((i + 0.8 * random.next()) / corners);
    const { lon2, lat2 } = wgs84.Direct(place[1], place[0], azimuth, radius * random.between(0.3, 1));
    return [lon2!, lat2!] as const;
  });
}

function geodesicArea(ring: readonly LonLat[]): number {
  const polygon = new PolygonArea.PolygonArea(wgs84, false);
  for (const [longitude, latitude] of ring) polygon.AddPoint(latitude, longitude);
  return polygon.Compute(false, true).area!;
}

/** The packed ring with a position every `step` metres along its edges, which are straight in the frame. */
function denseRing(layer: PackedLayer, feature: number, frame: Frame, step: number): LonLat[] {
  const ring = polygonsOf(layer, feature)[0]![0]!;
  const dense: LonLat[] = [];
  for (let i = 0; i + 3 < ring.length; i += 2) {
    const [dx, dy] = [ring[i + 2]! - ring[i]!, ring[i + 3]! - ring[i + 1]!];
    const pieces = Math.ceil(Math.hypot(dx, dy) / step);
    for (let k = 0; k < pieces; k++)
      dense.push(frame.unproject(ring[i]! + (k / pieces) * dx, ring[i + 1]! + (k / pieces) * dy));
  }
  return dense;
}

/**
 * The frame draws an edge straight, GeographicLib as a geodesic: over 15 km that lies 300 km from the centre
 * they part by up to 17 cm, which is within DESIGN's 1e-5 of the area and most of what is used of it.
 */
describe.each(LATITUDES)('areas around %d degrees north', (latitude) => {
  const frame = frameAt(latitude);
  // Radius of the polygon and how far from the centre it lies, in metres.
  const SIZES = [
    [5, 15_000],
    [100, 15_000],
    [1500, 15_000],
    [15_000, 0],
    [5, 300_000],
    [100, 300_000],
    [1500, 300_000],
    [15_000, 300_000],
  ] as const;

  it.each(SIZES)('of polygons %d m around a place %d m from the centre', async (radius, away) => {
    const random = createRandom(1000 * latitude + radius + away);
    const rings = Array.from({ length: 40 }, () => starAround(random, placeAround(random, frame, away), radius));
    const layer = await pack(
      rings.map((ring) => ({ type: 'Polygon', coordinates: [[...ring, ring[0]!].map(([x, y]) => [x, y])] })),
      frame,
    );
    rings.forEach((ring, index) => {
      const [area, expected] = [layer.areas[index]!, geodesicArea(ring)];
      const tolerance = Math.max(1e-5 * expected, 0.0005 * layer.lengths[index]!);
      expect(Math.abs(area - expected), `polygon ${index}`).toBeLessThanOrEqual(tolerance);
      // From the snapped corners along edges that are straight in the frame, nothing is left but the
      // projection and what GeographicLib itself rounds, which is up to 1e-3 m² of such small polygons.
      const dense = geodesicArea(denseRing(layer, index, frame, radius / 60));
      expect(Math.abs(area - dense), `polygon ${index}, its edges`).toBeLessThanOrEqual(1e-9 * dense + 0.001);
    });
  });
});

describe.each(LATITUDES)('distances around %d degrees north', (latitude) => {
  const frame = frameAt(latitude);

  it.each([
    ['a district of 30 km', 15_000, 5e-6],
    ['a province of 500 km', 250_000, 300e-6],
  ])('over %s', (_, radius, tolerance) => {
    const random = createRandom(latitude * 1000 + radius);
    const place = () => placeAround(random, frame, radius * Math.sqrt(random.next()));
    let worst = 0;
    for (let pair = 0; pair < 3000; pair++) {
      const [p, q] = [place(), place()];
      const at = [0, 0, 0, 0];
      frame.project(p[0], p[1], at, 0);
      frame.project(q[0], q[1], at, 2);
      const planar = Math.hypot(at[2]! - at[0]!, at[3]! - at[1]!);
      const { s12 } = wgs84.Inverse(p[1], p[0], q[1], q[0]);
      worst = Math.max(worst, Math.abs(planar / s12! - 1));
    }
    expect(worst).toBeLessThan(tolerance);
  });

  it('from a point to the nearest of many segments, within 1 mm up to 200 m', async () => {
    const random = createRandom(latitude * 7 + 1);
    let worst = 0;
    for (let round = 0; round < 40; round++) {
      const middle = placeAround(random, frame, 15_000 * Math.sqrt(random.next()));
      const around = (meters: number) => {
        const { lon2, lat2 } = wgs84.Direct(
          middle[1],
          middle[0],
          random.between(0, 360),
          random.between(0.2, 1) * meters,
        );
        return [lon2!, lat2!];
      };
      const routes = await pack(
        Array.from({ length: 8 }, () => ({
          type: 'LineString' as const,
          coordinates: [around(1000), around(200), around(1500)],
        })),
        frame,
      );
      const source = await pack([{ type: 'Point', coordinates: [...middle] }], frame);
      const { distanceMeters } = findNearest(
        source,
        0,
        buildSegmentChunks(routes, () => true),
        Infinity,
      );
      const expected = nearestByGeodesics(frame, source, routes);
      expect(expected).toBeLessThan(200);
      worst = Math.max(worst, Math.abs(distanceMeters - expected));
    }
    expect(worst).toBeLessThan(0.001);
  });
});

/** The least geodesic distance from the first point to any place on any segment, each a geodesic between its snapped ends. */
function nearestByGeodesics(frame: Frame, source: PackedLayer, routes: PackedLayer): number {
  const from = frame.unproject(source.xy[0]!, source.xy[1]!);
  const position = (p: number) => frame.unproject(routes.xy[2 * p]!, routes.xy[2 * p + 1]!);
  let least = Infinity;
  for (let ring = 0; ring + 1 < routes.positionStart.length; ring++) {
    for (let p = routes.positionStart[ring]!; p + 1 < routes.positionStart[ring + 1]!; p++) {
      least = Math.min(least, nearestOnGeodesic(from, position(p), position(p + 1)));
    }
  }
  return least;
}

/** By thirds: along so short a geodesic the distance from a place falls, then rises. */
function nearestOnGeodesic(from: LonLat, start: LonLat, end: LonLat): number {
  const line = wgs84.InverseLine(start[1], start[0], end[1], end[0]);
  const distanceAt = (meters: number) => {
    const { lat2, lon2 } = line.Position(meters);
    return wgs84.Inverse(from[1], from[0], lat2!, lon2!).s12!;
  };
  let [low, high] = [0, line.s13];
  while (high - low > 0.01) {
    const third = (high - low) / 3;
    if (distanceAt(low + third) < distanceAt(high - third)) high -= third;
    else low += third;
  }
  return Math.min(distanceAt(0), distanceAt(line.s13), distanceAt((low + high) / 2));
}
