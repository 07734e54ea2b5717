import { describe, expect, it } from 'vitest';
import { appendGeoJson, createGeometryBuilder } from './geometry-column.ts';
import { buildDrawable } from './triangulate.ts';

function anchorsOf(...geometries: (GeoJSON.Geometry | null)[]) {
  const builder = createGeometryBuilder();
  for (const geometry of geometries) appendGeoJson(builder, geometry);
  return buildDrawable(builder.finish()).anchors;
}
const polygon = (...rings: number[][][]): GeoJSON.Polygon => ({ type: 'Polygon', coordinates: rings });

describe('anchors', () => {
  it('takes the centroid of a convex polygon', () => {
    const { positions, areas } = anchorsOf(
      polygon([
        [0, 0],
        [4, 0],
        [4, 2],
        [0, 2],
        [0, 0],
      ]),
    );
    expect(positions[0]).toBeCloseTo(2, 12);
    expect(positions[1]).toBeCloseTo(1, 12);
    expect(areas[0]).toBeCloseTo(8, 12);
  });

  it('stays inside a horseshoe, whose centroid lies outside', () => {
    const arms = polygon([
      [0, 0],
      [10, 0],
      [10, 10],
      [9, 10],
      [9, 1],
      [1, 1],
      [1, 10],
      [0, 10],
      [0, 0],
    ]);
    const [x, y] = anchorsOf(arms).positions as unknown as [number, number];
    const inside = y < 1 || x < 1 || x > 9;
    expect(inside).toBe(true);
  });

  it('stays out of a hole in the middle', () => {
    const ring = polygon(
      [
        [0, 0],
        [9, 0],
        [9, 9],
        [0, 9],
        [0, 0],
      ],
      [
        [1, 1],
        [1, 8],
        [8, 8],
        [8, 1],
        [1, 1],
      ],
    );
    const [x, y] = anchorsOf(ring).positions as unknown as [number, number];
    expect(x < 1 || x > 8 || y < 1 || y > 8).toBe(true);
  });

  it('takes points as they are, the middle vertex of lines, and nothing of what has no geometry', () => {
    const line: GeoJSON.LineString = {
      type: 'LineString',
      coordinates: [
        [0, 0],
        [1, 1],
        [5, 5],
      ],
    };
    const { positions, areas } = anchorsOf({ type: 'Point', coordinates: [7, 8] }, line, null);
    expect([...positions]).toEqual([7, 8, 1, 1, Number.NaN, Number.NaN]);
    expect([...areas]).toEqual([0, 0, 0]);
  });
});
