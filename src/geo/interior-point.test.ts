import { describe, expect, it } from 'vitest';
import { box, packFeatures, polygon, type TestFeature } from '../../test/support/packed-layer.ts';
import { buildEdgeBands } from './edge-bands.ts';
import { findInteriorPoint } from './interior-point.ts';

function freePoint(feature: TestFeature, ...excluded: readonly TestFeature[]) {
  const layer = packFeatures([feature, ...excluded]);
  const others = excluded.map((_, index) => index + 1);
  return findInteriorPoint(layer, 0, { layer, bands: buildEdgeBands(layer) }, others);
}

describe('findInteriorPoint', () => {
  it('is the middle of the first of the widest stretches, outside of holes and of excluded polygons', () => {
    const [x, y] = freePoint(polygon([0, 0, 20, 0, 20, 20, 0, 20], [4, 4, 16, 4, 16, 16, 4, 16])) ?? [];
    expect([x, y]).toEqual([2, 0.5037 * 20]);
    expect(freePoint(box(0, 0, 10, 10), box(-1, -1, 5, 12))?.[0]).toBe(7);
    expect(freePoint(box(0, 0, 10, 10), box(-1, -1, 12, 12))).toBeUndefined();
  });

  it('finds no free point between two borders that run together, where rounding leaves a gap of no width', () => {
    const grain = polygon([0.008, 0.016, 0.016, 0.016, 0.02, 0.016, 0.024, 0.016, 0.016, 0.024]);
    const around = polygon([
      0.008, 0.012, 0.016, 0.014, 0.024, 0.016, 0.022, 0.018, 0.02, 0.02, 0.016, 0.036, 0, 0.032,
    ]);
    expect(freePoint(grain, around)).toBeUndefined();
  });
});
