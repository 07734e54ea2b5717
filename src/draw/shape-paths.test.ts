import { describe, expect, it } from 'vitest';
import { createFrame } from '../geo/laea.ts';
import { findShapeFault } from './find-fault.ts';
import {
  pathsOfShape,
  type Shape,
  shapeOfPaths,
  withVertexInserted,
  withVertexMoved,
  withVertexRemoved,
} from './shape-paths.ts';
import { followChange, type VertexChange } from './shared-border.ts';
import { middleOf, placeOf, transformPaths } from './transform-shape.ts';

type Position = GeoJSON.Position;
const ring = (x: number, y: number, size: number): Position[] => [
  [x, y],
  [x + size, y],
  [x + size, y + size],
  [x, y + size],
  [x, y],
];
/** Two parts, the first with a hole in which a third part stands. */
const ISLANDS: GeoJSON.MultiPolygon = {
  type: 'MultiPolygon',
  coordinates: [[ring(0, 0, 10), ring(2, 2, 6)], [ring(20, 0, 5)], [ring(4, 4, 1)]],
};

describe('paths of a shape', () => {
  const shapes: Shape[] = [
    ISLANDS,
    { type: 'Polygon', coordinates: [ring(0, 0, 10), ring(2, 2, 6)] },
    { type: 'LineString', coordinates: ring(0, 0, 1).slice(0, 3) },
    { type: 'MultiLineString', coordinates: [ring(0, 0, 1).slice(0, 3)] },
    { type: 'Point', coordinates: [1, 2] },
    { type: 'MultiPoint', coordinates: [[1, 2]] },
  ];
  for (const shape of shapes) {
    it(`gives a ${shape.type} back as it was`, () => {
      expect(shapeOfPaths(pathsOfShape(shape), shape)).toEqual(shape);
    });
  }

  it('moves, inserts and removes vertices of any ring of any part', () => {
    const paths = pathsOfShape(ISLANDS);
    expect(withVertexMoved(paths, { path: 1, vertex: 0 }, [3, 3])[1]?.positions[0]).toEqual([3, 3]);
    expect(withVertexInserted(paths, { path: 2, vertex: 3 }, [20, 2])[2]?.positions).toHaveLength(5);
    const triangle = withVertexRemoved(paths, { path: 1, vertex: 0 });
    expect(triangle?.[1]?.positions).toHaveLength(3);
    expect(withVertexRemoved(triangle!, { path: 1, vertex: 0 })?.map(({ role }) => role)).toEqual([
      'outer',
      'outer',
      'outer',
    ]);
    const last = pathsOfShape({ type: 'Point', coordinates: [1, 2] });
    expect(withVertexRemoved(last, { path: 0, vertex: 0 })).toBeUndefined();
  });
});

describe('faults of a shape', () => {
  const codeAfter = (path: number, vertex: number, to: Position) =>
    findShapeFault(withVertexMoved(pathsOfShape(ISLANDS), { path, vertex }, to), new Set([path]))?.code;

  it('finds none in parts, holes and parts in holes', () => {
    expect(findShapeFault(pathsOfShape(ISLANDS))).toBeUndefined();
  });
  it('says what a moved vertex breaks', () => {
    expect(codeAfter(0, 0, [11, 5])).toBe('draw.self-crossing');
    expect(codeAfter(1, 0, [-1, 1])).toBe('draw.hole-outside');
    expect(codeAfter(2, 0, [9, 1])).toBe('draw.parts-meet');
    expect(codeAfter(3, 0, [1, 5])).toBe('draw.parts-meet');
    expect(codeAfter(1, 0, [2.5, 2.5])).toBeUndefined();
  });
});

describe('a neighbour follows', () => {
  const own = pathsOfShape({ type: 'Polygon', coordinates: [ring(10, 0, 10)] });

  it('a moved, removed or inserted vertex, and nothing else', () => {
    expect(followChange(own, { type: 'move', from: [10, 10], to: [11, 11] })[0]?.positions[3]).toEqual([11, 11]);
    expect(followChange(own, { type: 'move', from: [10.0000001, 10], to: [11, 11] })).toBe(own);
    expect(followChange(own, { type: 'remove', at: [10, 10] })[0]?.positions).toHaveLength(3);
    const edge: Extract<VertexChange, { type: 'insert' }> = {
      type: 'insert',
      after: [10, 0],
      before: [10, 10],
      at: [10, 5],
    };
    expect(followChange(own, edge)[0]?.positions[4]).toEqual([10, 5]);
    expect(followChange(own, { ...edge, before: [0, 0] })).toBe(own);
  });
});

it('keeps the area of what is moved and turned, and squares the factor of what is scaled', () => {
  const frame = createFrame([113.6, 34.7]);
  const square = ring(0, 0, 100).map(([x = 0, y = 0]): Position => frame.unproject(x + 5000, y - 3000));
  const paths = pathsOfShape({ type: 'Polygon', coordinates: [square] });
  const areaOf = (moved: typeof paths) => {
    const places = moved[0]!.positions.map((position) => placeOf(frame, position));
    let twice = 0;
    places.forEach(([x, y], index) => {
      const [nextX, nextY] = places[(index + 1) % places.length]!;
      twice += x * nextY - nextX * y;
    });
    return twice / 2;
  };
  const about = middleOf(paths, frame);
  expect(areaOf(transformPaths(paths, frame, { about, eastMeters: 8000, northMeters: 900 }))).toBeCloseTo(10_000, 4);
  expect(areaOf(transformPaths(paths, frame, { about, degrees: 33 }))).toBeCloseTo(10_000, 4);
  expect(areaOf(transformPaths(paths, frame, { about, factor: 1.5 }))).toBeCloseTo(22_500, 4);
  const [x, y] = placeOf(frame, middleOf(transformPaths(paths, frame, { about, degrees: 90, factor: 2 }), frame));
  expect([x, y].map(Math.round)).toEqual([5050, -2950]);
});
