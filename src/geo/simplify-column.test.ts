import { describe, expect, it } from 'vitest';
import { createRandom } from '../core/random.ts';
import { METERS_PER_DEGREE, metersPerLongitude } from './display-box.ts';
import { appendGeoJson, createGeometryBuilder, type GeometryColumn } from './geometry-column.ts';
import { simplifyColumn } from './simplify-column.ts';

const LATITUDE = 34.7;
/** Metres east and north of a corner, as degrees. */
const at = (x: number, y: number): [number, number] => [
  113.6 + x / metersPerLongitude(LATITUDE),
  LATITUDE + y / METERS_PER_DEGREE,
];

function columnOf(...geometries: (GeoJSON.Geometry | null)[]): GeometryColumn {
  const builder = createGeometryBuilder();
  for (const geometry of geometries) appendGeoJson(builder, geometry);
  return builder.finish();
}

function ringsOf({ positionStart, coordinates }: GeometryColumn): [number, number][][] {
  return Array.from({ length: positionStart.length - 1 }, (_, ring) =>
    Array.from({ length: positionStart[ring + 1]! - positionStart[ring]! }, (_, index): [number, number] => {
      const p = 2 * (positionStart[ring]! + index);
      return [coordinates[p]!, coordinates[p + 1]!];
    }),
  );
}

/** Metres from a position to the nearest point of a path, by sampling each stretch finely: slow, and nothing like the code under test. */
function metersFrom([longitude, latitude]: [number, number], path: [number, number][]): number {
  let least = Infinity;
  for (let i = 1; i < path.length; i++) {
    const [[ax, ay], [bx, by]] = [path[i - 1]!, path[i]!];
    for (let t = 0; t <= 1; t += 1 / 400) {
      const x = (ax + (bx - ax) * t - longitude) * metersPerLongitude(LATITUDE);
      const y = (ay + (by - ay) * t - latitude) * METERS_PER_DEGREE;
      least = Math.min(least, Math.hypot(x, y));
    }
  }
  return least;
}

describe('simplified geometries', () => {
  it('leave out only what lies within the tolerance of what is kept', () => {
    const random = createRandom(20261126).next;
    for (let round = 0; round < 30; round++) {
      const ring = Array.from({ length: 40 }, (_, step) => {
        const angle = (step / 40) * 2 * Math.PI;
        const radius = 60 + 25 * random();
        return at(radius * Math.cos(angle), radius * Math.sin(angle));
      });
      const closed = [...ring, ring[0]!];
      const reduced = ringsOf(simplifyColumn(columnOf({ type: 'Polygon', coordinates: [closed] }), 8))[0]!;
      expect(reduced.length).toBeLessThan(closed.length);
      expect(reduced[0]).toEqual(reduced.at(-1));
      for (const position of closed) expect(metersFrom(position, reduced), `round ${round}`).toBeLessThan(8.1);
      for (const position of reduced) expect(closed).toContainEqual(position);
    }
  });

  it('keep a triangle of a polygon, however small, and drop a hole that nobody can see', () => {
    const circle = (radius: number) =>
      Array.from({ length: 21 }, (_, step) => {
        const angle = ((step % 20) / 20) * 2 * Math.PI;
        return at(radius * Math.cos(angle), radius * Math.sin(angle));
      });
    const reduced = simplifyColumn(columnOf({ type: 'Polygon', coordinates: [circle(20), circle(3)] }), 32);
    expect(ringsOf(reduced)).toHaveLength(1);
    expect(ringsOf(reduced)[0]).toHaveLength(4);
  });

  it('keep features, parts, types and the ends of lines; points stay', () => {
    const line = [at(0, 0), at(50, 1), at(100, 0), at(100, 90)];
    const reduced = simplifyColumn(
      columnOf(
        null,
        { type: 'LineString', coordinates: line },
        { type: 'MultiPoint', coordinates: [at(1, 1), at(2, 2)] },
      ),
      5,
    );
    expect([...reduced.type]).toEqual([0, 2, 1]);
    expect(ringsOf(reduced)).toEqual([[line[0], line[2], line[3]], [at(1, 1)], [at(2, 2)]]);
  });
});
