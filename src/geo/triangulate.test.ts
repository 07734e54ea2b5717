import { expect, it } from 'vitest';
import { appendGeoJson, createGeometryBuilder } from './geometry-column.ts';
import { buildDrawable } from './triangulate.ts';

it('draws polygons with holes, lines and points, each naming its feature', () => {
  const builder = createGeometryBuilder();
  const geometries: (GeoJSON.Geometry | null)[] = [
    null,
    {
      type: 'Polygon',
      coordinates: [
        [
          [0, 0],
          [4, 0],
          [4, 4],
          [0, 4],
          [0, 0],
        ],
        [
          [1, 1],
          [1, 3],
          [3, 3],
          [3, 1],
          [1, 1],
        ],
      ],
    },
    {
      type: 'MultiLineString',
      coordinates: [
        [
          [0, 0],
          [1, 1],
        ],
        [
          [2, 2],
          [3, 3],
          [4, 4],
        ],
      ],
    },
    { type: 'Point', coordinates: [7, 8] },
    {
      type: 'Polygon',
      coordinates: [
        [
          [10, 0],
          [11, 0],
          [11, 1],
        ],
      ],
    },
    { type: 'Point', coordinates: [Number.NaN, 8] },
  ];
  for (const geometry of geometries) appendGeoJson(builder, geometry);
  const { count, polygons, paths, points } = buildDrawable(builder.finish());
  expect(count).toBe(6);
  const area = (triangle: number) => {
    const [a, b, c] = [0, 1, 2].map((corner) => polygons.triangles[3 * triangle + corner]!);
    const at = (i: number) => [polygons.positions[2 * i]!, polygons.positions[2 * i + 1]!] as const;
    const [[ax, ay], [bx, by], [cx, cy]] = [at(a!), at(b!), at(c!)];
    return Math.abs((bx - ax) * (cy - ay) - (cx - ax) * (by - ay)) / 2;
  };
  const areas = Array.from({ length: polygons.triangles.length / 3 }, (_, i) => area(i));
  expect(areas.reduce((sum, value) => sum + value, 0)).toBeCloseTo(16 - 4 + 0.5, 12);
  expect([...polygons.ringStart]).toEqual([0, 5, 10, 14]);
  expect([...polygons.featureOfRing]).toEqual([1, 1, 4]);
  expect(polygons.featureOfPosition[13]).toBe(4);
  expect([...paths.pathStart]).toEqual([0, 2, 5]);
  expect([...paths.featureOfPath]).toEqual([2, 2]);
  expect([...points.positions]).toEqual([7, 8]);
  expect([...points.featureOfPoint]).toEqual([3]);
});
