import { expect, it } from 'vitest';
import { box, line, packFeatures, point, type TestFeature } from '../../test/support/packed-layer.ts';
import { createRandom } from '../core/random.ts';
import { featureDistanceSquared } from './feature-distance.ts';
import { createNearestFeatures } from './nearest-features.ts';
import { buildSpatialIndex } from './spatial-index.ts';

it('finds the nearest of all, however dense they lie and wherever the last search was', () => {
  const { next } = createRandom(20261127);
  const features: TestFeature[] = [];
  for (let k = 0; k < 1200; k++) {
    // A third in one heap, a third on top of each other, the rest wide apart.
    const spread = [30, 0, 3000][k % 3]!;
    const [x, y] = [500 + spread * next(), 500 + spread * next()];
    features.push(k % 4 === 0 ? point(x, y) : k % 4 === 1 ? line(x, y, x + 60, y + 20) : box(x, y, 1 + 40 * next(), 9));
  }
  features.push(null);
  const layer = packFeatures(features);
  const index = buildSpatialIndex(layer.boxes);
  const from = packFeatures(
    Array.from({ length: 300 }, (_, k) => {
      const reach = k % 2 === 0 ? 60 : 4000;
      const [x, y] = [480 + reach * next(), 480 + reach * next()];
      return k % 5 === 0 ? box(x, y, 12, 12) : point(x, y);
    }),
  );
  for (const [count, maxMeters] of [
    [1, 5000],
    [5, 500],
    [40, 250],
  ] as const) {
    const nearest = createNearestFeatures(layer, index, count, maxMeters);
    for (let k = 0; k < from.count; k++) {
      nearest.search(from, k);
      const all = Array.from({ length: layer.count }, (_, other) => featureDistanceSquared(from, k, layer, other));
      const expected = all.filter((squared) => squared <= maxMeters ** 2).sort((a, b) => a - b);
      const found = [...nearest.distancesSquared.subarray(0, nearest.found)];
      expect(found, `${count} nearest of ${k}`).toEqual(expected.slice(0, count));
      expect(found).toEqual([...nearest.features.subarray(0, nearest.found)].map((feature) => all[feature]!));
      expect(new Set(nearest.features.subarray(0, nearest.found)).size).toBe(nearest.found);
    }
  }
});

it('takes what lies exactly as far as the limit, and finds nothing where there is nothing', () => {
  const layer = packFeatures([point(30, 40), point(0, -51)]);
  const nearest = createNearestFeatures(layer, buildSpatialIndex(layer.boxes), 3, 50);
  nearest.search(packFeatures([point(0, 0)]), 0);
  expect([nearest.found, nearest.features[0], nearest.distancesSquared[0]]).toEqual([1, 0, 2500]);
  nearest.search(packFeatures([point(900, 900)]), 0);
  expect(nearest.found).toBe(0);
});
