import { describe, expect, it } from 'vitest';
import { METERS_PER_DEGREE, metersPerLongitude } from './display-box.ts';
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

describe('levels for smaller scales', () => {
  /** Squares of these sides in metres, 1 km apart. */
  const squares = (...sides: number[]) => {
    const builder = createGeometryBuilder();
    sides.forEach((side, index) => {
      const [west, south] = [113.6 + index * 0.011, 34.7];
      const [east, north] = [west + side / metersPerLongitude(south), south + side / METERS_PER_DEGREE];
      const ring = [
        [west, south],
        [east, south],
        [east, north],
        [west, north],
        [west, south],
      ];
      appendGeoJson(builder, { type: 'Polygon', coordinates: [ring] });
    });
    return buildDrawable(builder.finish());
  };

  it('draw each polygon once: as a shape with an outline, as a shape, or as a dot', () => {
    const { levels } = squares(10, 40, 100, 300, 1000);
    expect(levels.map(({ toleranceMeters }) => toleranceMeters)).toEqual([2, 8, 32]);
    const shown = levels.map(({ polygons: { featureOfRing, tiles }, dots }) => ({
      dots: [...dots.featureOfPoint],
      outlined: [...featureOfRing.slice(0, tiles.outlineEnd[0])],
      plain: [...featureOfRing.slice(tiles.outlineEnd[0])],
    }));
    expect(shown).toEqual([
      { dots: [0], outlined: [2, 3, 4], plain: [1] },
      { dots: [0, 1], outlined: [3, 4], plain: [2] },
      { dots: [0, 1, 2], outlined: [4], plain: [3] },
    ]);
    expect([...(levels[1]?.dots.radiusMeters ?? [])].map(Math.round)).toEqual([5, 20]);
  });

  it('are cut into tiles whose stretches make up the whole', () => {
    const builder = createGeometryBuilder();
    for (let feature = 0; feature < 300; feature++) {
      const [x, y] = [113 + (feature % 20) * 0.02, 34 + Math.floor(feature / 20) * 0.02];
      const ring = Array.from({ length: 401 }, (_, step) => {
        const angle = ((step % 400) / 400) * 2 * Math.PI;
        return [x + 0.008 * Math.cos(angle), y + 0.008 * Math.sin(angle)];
      });
      appendGeoJson(builder, { type: 'Polygon', coordinates: [ring] });
    }
    const { polygons } = buildDrawable(builder.finish());
    const { positionStart, cornerStart, ringStart, boxes } = polygons.tiles;
    expect(positionStart.length).toBe(5);
    expect([positionStart[4], cornerStart[4], ringStart[4]]).toEqual([
      polygons.featureOfPosition.length,
      polygons.triangles.length,
      polygons.featureOfRing.length,
    ]);
    for (let tile = 0; tile < 4; tile++) {
      const corners = polygons.triangles.subarray(cornerStart[tile]!, cornerStart[tile + 1]!);
      expect(corners.every((corner) => corner >= positionStart[tile]! && corner < positionStart[tile + 1]!)).toBe(true);
      const places = polygons.positions.subarray(2 * positionStart[tile]!, 2 * positionStart[tile + 1]!);
      const [longitudes, latitudes] = [0, 1].map((axis) => places.filter((_, at) => at % 2 === axis));
      expect([Math.min(...longitudes!), Math.max(...longitudes!)]).toEqual([boxes[4 * tile], boxes[4 * tile + 2]]);
      expect([Math.min(...latitudes!), Math.max(...latitudes!)]).toEqual([boxes[4 * tile + 1], boxes[4 * tile + 3]]);
    }
  });
});
