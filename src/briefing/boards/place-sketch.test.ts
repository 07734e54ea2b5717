import { bbox } from '@turf/turf';
import { expect, it } from 'vitest';
import { area, degrees, layerOf, route, spot } from '../../../test/support/workspace.ts';
import type { LayerKind } from '../../model/kinds.ts';
import { type SketchLayer, scaleBarMeters, sketchPlace } from './place-sketch.ts';

const layer = (kind: LayerKind, features: Parameters<typeof layerOf>[2], ...marked: number[]): SketchLayer => {
  const { geometry } = layerOf('made', kind, features).base;
  const boxes = Float64Array.from(features.flatMap((feature) => (feature.geometry ? bbox(feature.geometry) : [])));
  return { kind, geometry, boxes, marked };
};
const [southWest, northEast] = degrees(0, 0, 400, 200) as [[number, number], [number, number]];
const ground = [...southWest, ...northEast] as unknown as [number, number, number, number];

it('draws what lies in the ground in metres around its middle, y downwards, what is meant on top', () => {
  const sketch = sketchPlace(ground, [
    layer(
      'bareSoil',
      [area('meant', [100, 50, 200, 100]), area('near', [0, 0, 20, 20]), area('far', [900, 0, 9, 9])],
      0,
    ),
    layer('road', [route('road', [0, 10, 400, 10])]),
    layer('responsibilityZone', [area('zone', [-500, -500, 2000, 2000])]),
    layer('hotspot', [spot('hot', 200, 100)]),
  ]);
  expect(sketch.shapes.map(({ look, isArea }) => [look, isArea])).toEqual([
    ['zone', true],
    ['road', false],
    ['source', true],
    ['marked', true],
  ]);
  // Degrees of latitude are taken as equally long everywhere: some parts in a thousand.
  expect(Math.abs(sketch.widthMeters - 400)).toBeLessThan(2);
  expect(Math.abs(sketch.heightMeters - 200)).toBeLessThan(2);
  const { path } = sketch.shapes.at(-1)!;
  const first = [...path.matchAll(/-?\d+\.\d/gu)].slice(0, 2).map(Number);
  expect(Math.abs(first[0]! + 100) + Math.abs(first[1]! - 50)).toBeLessThan(1);
  expect(path.endsWith('Z')).toBe(true);
  expect(sketch.shapes[1]?.path).not.toContain('Z');
});

it('marks points by their place, and needs no layers', () => {
  const { points, shapes } = sketchPlace(ground, [layer('hotspot', [spot('hot', 200, 100)], 0)]);
  expect(shapes).toEqual([]);
  expect(points.map(([x, y]) => [Math.round(x) + 0, Math.round(y) + 0])).toEqual([[0, 0]]);
  expect(sketchPlace(ground, [])).toMatchObject({ shapes: [], points: [] });
});

it('rounds a scale bar down to 1, 2 or 5', () => {
  expect([0.7, 1, 4.9, 5, 73, 220].map(scaleBarMeters)).toEqual([0.5, 1, 2, 5, 50, 200]);
  expect(scaleBarMeters(0)).toBe(0);
});
