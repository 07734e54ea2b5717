import { describe, expect, it } from 'vitest';
import {
  appendGeoJson,
  concatGeometries,
  createGeometryBuilder,
  emptyGeometryColumn,
  geometryToGeoJson,
  selectGeometries,
} from './geometry-column.ts';

const square = (x: number): GeoJSON.Position[] => [
  [x, 0],
  [x + 1, 0],
  [x + 1, 1],
  [x, 1],
  [x, 0],
];
const GEOMETRIES: (GeoJSON.Geometry | null)[] = [
  { type: 'Point', coordinates: [1, 2] },
  null,
  { type: 'Polygon', coordinates: [square(0), square(0.2)] },
  { type: 'MultiPolygon', coordinates: [[square(0)], [square(5), square(5.2)]] },
  {
    type: 'LineString',
    coordinates: [
      [0, 0],
      [1, 1],
    ],
  },
  {
    type: 'MultiPoint',
    coordinates: [
      [1, 2],
      [3, 4],
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
      ],
    ],
  },
];

function columnOf(geometries: readonly (GeoJSON.Geometry | null)[]) {
  const builder = createGeometryBuilder();
  const problems = geometries.map((geometry) => appendGeoJson(builder, geometry)?.code);
  return { column: builder.finish(), problems };
}

describe('geometry column', () => {
  it('gives every geometry back as it was', () => {
    const { column, problems } = columnOf(GEOMETRIES);
    expect(problems).toEqual(GEOMETRIES.map(() => undefined));
    expect(GEOMETRIES.map((_, index) => geometryToGeoJson(column, index))).toEqual(GEOMETRIES);
  });

  it('selects and concatenates', () => {
    const { column } = columnOf(GEOMETRIES);
    const joined = concatGeometries([selectGeometries(column, [3, 1]), emptyGeometryColumn(), column]);
    expect(joined.count).toBe(9);
    expect([0, 1, 2, 4].map((index) => geometryToGeoJson(joined, index))).toEqual(
      [3, 1, 0, 2].map((index) => GEOMETRIES[index]),
    );
    expect(() => selectGeometries(column, [7])).toThrow('feature 7 of a geometry column of 7');
  });

  it.each([
    ['geometry-malformed', { type: 'Polygon', coordinates: [[['a', 'b']]] }],
    ['geometry-malformed', { type: 'Polygon' }],
    ['geometry-malformed', { type: 'Circle', coordinates: [0, 0] }],
    ['geometry-malformed', { type: 'GeometryCollection', geometries: [null] }],
    ['geometry-malformed', 'POINT(1 2)'],
    ['geometry-malformed', { type: 'LineString', coordinates: [[1]] }],
    ['geometry-empty', { type: 'Polygon', coordinates: [] }],
    ['geometry-empty', { type: 'Point', coordinates: [] }],
    ['geometry-empty', { type: 'GeometryCollection', geometries: [] }],
  ])('%s: %j becomes a feature without geometry', (code, geometry) => {
    const { column, problems } = columnOf([geometry as GeoJSON.Geometry, GEOMETRIES[0]!]);
    expect(problems).toEqual([code, undefined]);
    expect(column.count).toBe(2);
    expect(geometryToGeoJson(column, 0)).toBeNull();
    expect(geometryToGeoJson(column, 1)).toEqual(GEOMETRIES[0]);
  });

  it('opens collections and keeps the parts of the highest dimension', () => {
    const { column, problems } = columnOf([
      {
        type: 'GeometryCollection',
        geometries: [
          { type: 'Polygon', coordinates: [square(0)] },
          { type: 'Point', coordinates: [9, 9] },
          { type: 'GeometryCollection', geometries: [{ type: 'Polygon', coordinates: [square(3)] }] },
        ],
      },
    ]);
    expect(problems).toEqual(['geometry-mixed']);
    expect(geometryToGeoJson(column, 0)).toEqual({ type: 'MultiPolygon', coordinates: [[square(0)], [square(3)]] });
  });
});
