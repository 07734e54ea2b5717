import { describe, expect, it } from 'vitest';
import { appendGeoJson, createGeometryBuilder, GeometryType } from './geometry-column.ts';
import { createFrame } from './laea.ts';
import { packLayer } from './packed-layer.ts';

const frame = createFrame([113.6, 34.7]);
const degrees = (x: number, y: number) => frame.unproject(x, y);
const ring = (...positions: [number, number][]) => positions.map(([x, y]) => degrees(x, y));

async function pack(...geometries: (GeoJSON.Geometry | null)[]) {
  const builder = createGeometryBuilder();
  for (const geometry of geometries) appendGeoJson(builder, geometry);
  const { layer, problems } = await packLayer(builder.finish(), frame);
  return { layer, problems: problems.map(({ feature, problem }) => ({ feature, ...problem })) };
}

describe('packLayer', () => {
  it('closes, orients and snaps: outer counter-clockwise, hole clockwise', async () => {
    const { layer, problems } = await pack({
      type: 'Polygon',
      coordinates: [ring([0, 0], [0, 10], [10, 10], [10.0004, 0]), ring([2, 2], [4, 2], [4, 4], [2, 4], [2, 2])],
    });
    expect(problems).toEqual([{ feature: 0, code: 'ring-closed', params: { count: 1 } }]);
    expect([...layer.xy]).toEqual([0, 0, 10, 0, 10, 10, 0, 10, 0, 0, 2, 2, 2, 4, 4, 4, 4, 2, 2, 2]);
    expect(layer.areas[0]).toBe(96);
    expect(layer.lengths[0]).toBe(48);
    expect([...layer.boxes]).toEqual([0, 0, 10, 10]);
  });

  it('reorients a reversed ring without a word', async () => {
    const { layer, problems } = await pack({ type: 'Polygon', coordinates: [ring([0, 0], [0, 5], [5, 5], [0, 0])] });
    expect(problems).toEqual([]);
    expect(layer.areas[0]).toBe(12.5);
    expect([...layer.xy]).toEqual([0, 0, 5, 5, 0, 5, 0, 0]);
  });

  it('measures lines and points, and drops duplicates in a row', async () => {
    const { layer, problems } = await pack(
      { type: 'LineString', coordinates: ring([0, 0], [3, 4], [3, 4.0001], [3, 10]) },
      { type: 'MultiPoint', coordinates: ring([1, 1], [2, 2]) },
      null,
    );
    expect(problems).toEqual([]);
    expect([...layer.type]).toEqual([GeometryType.line, GeometryType.point, GeometryType.none]);
    expect([...layer.lengths]).toEqual([11, 0, 0]);
    expect([...layer.positionStart]).toEqual([0, 3, 4, 5]);
    expect([...layer.boxes.slice(8)]).toEqual([Infinity, Infinity, -Infinity, -Infinity]);
  });

  it.each<[string, GeoJSON.Geometry]>([
    ['coordinates-out-of-range', { type: 'Point', coordinates: [181, 34] }],
    ['coordinates-out-of-range', { type: 'Point', coordinates: [113, -90.5] }],
    [
      'coordinates-out-of-range',
      {
        type: 'LineString',
        coordinates: [
          [113.6, 34.7],
          [Number.NaN, 34],
        ],
      },
    ],
    ['too-far-from-frame', { type: 'Point', coordinates: [126, 34.7] }],
    ['too-far-from-frame', { type: 'Point', coordinates: [-66.4, -34.7] }],
    ['geometry-degenerate', { type: 'Polygon', coordinates: [ring([0, 0], [1, 1], [0, 0])] }],
    ['geometry-degenerate', { type: 'Polygon', coordinates: [ring([0, 0], [0.0002, 0], [0, 0.0003], [0, 0])] }],
    ['geometry-degenerate', { type: 'LineString', coordinates: ring([5, 5], [5, 5]) }],
  ])('%s leaves the feature out and keeps its neighbours', async (code, geometry) => {
    const square: GeoJSON.Polygon = { type: 'Polygon', coordinates: [ring([0, 0], [9, 0], [9, 9], [0, 9], [0, 0])] };
    const { layer, problems } = await pack(square, geometry, square);
    expect(problems.map(({ feature, code }) => [feature, code])).toEqual([[1, code]]);
    expect([...layer.type]).toEqual([3, 0, 3]);
    expect([...layer.areas]).toEqual([81, 0, 81]);
    expect([...layer.partEnd]).toEqual([1, 1, 2]);
  });

  it('drops a ring of two positions with a note; without its outer ring a part is gone', async () => {
    const square = ring([0, 0], [9, 0], [9, 9], [0, 9], [0, 0]);
    const { layer, problems } = await pack({
      type: 'MultiPolygon',
      coordinates: [
        [square, ring([1, 1], [2, 2], [1, 1])],
        [ring([20, 0], [21, 0], [20, 0]), ring([20, 0], [21, 0], [21, 1], [20, 0])],
      ],
    });
    expect(problems).toEqual([{ feature: 0, code: 'ring-dropped', params: { count: 2 } }]);
    expect(layer.areas[0]).toBe(81);
    expect(layer.partEnd[0]).toBe(1);
  });

  it('stops when it is cancelled', async () => {
    const controller = new AbortController();
    controller.abort(new Error('cancelled'));
    const builder = createGeometryBuilder();
    appendGeoJson(builder, { type: 'Point', coordinates: [113.6, 34.7] });
    await expect(packLayer(builder.finish(), frame, { signal: controller.signal })).rejects.toThrow('cancelled');
  });
});
