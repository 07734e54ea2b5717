import { expect, it } from 'vitest';
import { area, layerOf, route, spot } from '../../../test/support/workspace.ts';
import { outlineOf, scaleBarMeters } from './place-outline.ts';

const { geometry } = layerOf('soil', 'bareSoil', [
  area('area', [100, 100, 200, 100]),
  route('line', [0, 0, 50, 0]),
  spot('point', 0, 0),
]).base;

it('draws an area around its middle, y downwards, in metres', () => {
  const outline = outlineOf(geometry, 0);
  expect(Math.round(outline?.widthMeters ?? 0)).toBe(200);
  // Degrees of latitude are taken as equally long everywhere: some parts in a thousand.
  expect(Math.abs((outline?.heightMeters ?? 0) - 100)).toBeLessThan(1);
  const numbers = [...(outline?.path ?? '').matchAll(/-?\d+\.\d/gu)].map(Number);
  expect(numbers.slice(0, 2).map(Math.round)).toEqual([-100, 50]);
  expect(outline?.path.startsWith('M') && outline.path.endsWith('Z')).toBe(true);
});

it('draws lines open, and no points', () => {
  expect(outlineOf(geometry, 1)).toMatchObject({ isArea: false });
  expect(outlineOf(geometry, 1)?.path).not.toContain('Z');
  expect(outlineOf(geometry, 2)).toBeUndefined();
});

it('rounds a scale bar down to 1, 2 or 5', () => {
  expect([0.7, 1, 4.9, 5, 73, 220].map(scaleBarMeters)).toEqual([0.5, 1, 2, 5, 50, 200]);
  expect(scaleBarMeters(0)).toBe(0);
});
