import { describe, expect, it } from 'vitest';
import { measurePath } from '../../geo/measure-path.ts';
import type { LonLat } from '../../model/lon-lat.ts';
import { shapesOfBand, shapesOfMeasure } from './measure-shapes.ts';

const SQUARE: LonLat[] = [
  [113.6, 34.7],
  [113.61, 34.7],
  [113.61, 34.71],
  [113.6, 34.71],
];
const labels = (shapes: readonly { label?: string }[]) => shapes.flatMap(({ label }) => label ?? []);

describe('what is measured, over the map', () => {
  it('writes each length on its segment and the area in the middle', () => {
    const shapes = shapesOfMeasure('area', SQUARE, measurePath(SQUARE, true), 'zh-CN');
    // GeographicLib: 1,016,328 m², sides 916.2 m and 1,109.4 m.
    expect(labels(shapes)).toEqual(['916 m', '1.11 km', '916 m', '1.11 km', '1,524 亩（101.6 公顷）']);
    expect(shapes[0]?.geometry.type).toBe('Polygon');
    const middle = shapes.at(-1)?.geometry as GeoJSON.Point;
    expect(middle.coordinates[0]).toBeCloseTo(113.605, 9);
    expect(middle.coordinates[1]).toBeCloseTo(34.705, 9);
  });

  it('draws a path open, and an area of two points as a path', () => {
    const two = SQUARE.slice(0, 2);
    expect(shapesOfMeasure('distance', SQUARE, measurePath(SQUARE, false), 'en')[0]?.geometry.type).toBe('LineString');
    expect(shapesOfMeasure('area', two, measurePath(two, true), 'en')[0]?.geometry.type).toBe('LineString');
  });

  it('leaves lengths to the panel where there are many', () => {
    const many = Array.from({ length: 20 }, (_, index): LonLat => [113.6 + index / 1000, 34.7]);
    expect(labels(shapesOfMeasure('distance', many, measurePath(many, false), 'en'))).toEqual([]);
  });

  it('draws a place as one point, and nothing for nothing', () => {
    expect(shapesOfMeasure('place', SQUARE.slice(0, 1), measurePath([], false), 'en')).toHaveLength(1);
    expect(shapesOfMeasure('distance', [], measurePath([], false), 'en')).toEqual([]);
  });

  it('leads from the last point to the pointer with length and bearing, and back to the first of an area', () => {
    const pointer: LonLat = [113.62, 34.71];
    const leg = measurePath([SQUARE[2] as LonLat, pointer], false);
    const [line, label] = shapesOfBand('area', SQUARE.slice(0, 3), pointer, leg, 'en');
    expect(line?.geometry).toEqual({ type: 'LineString', coordinates: [SQUARE[2], pointer, SQUARE[0]] });
    expect(label?.label).toBe('916 m  E (90°)');
    expect(shapesOfBand('place', SQUARE, pointer, leg, 'en')).toEqual([]);
  });
});
