import { expect, it } from 'vitest';
import { gridPolygon } from '../../test/support/grid-polygons.ts';
import { line, packFeatures, point, polygon } from '../../test/support/packed-layer.ts';
import { createRandom } from '../core/random.ts';
import { featureDistanceSquared } from './feature-distance.ts';
import type { PackedLayer } from './packed-layer.ts';
import { pointToFeatureSquared } from './point-distance.ts';
import { Location, locatePointPlainly } from './point-in-polygon.ts';
import { pointToSegmentSquared } from './segment-distance.ts';

/** Edge by edge. */
function plainly(x: number, y: number, layer: PackedLayer): number {
  if (layer.type[0] === 3 && locatePointPlainly(layer, 0, x, y) !== Location.outside) return 0;
  let best = Infinity;
  for (let ring = 0; ring < layer.positionStart.length - 1; ring++) {
    const end = layer.positionStart[ring + 1]! - 1;
    for (let p = layer.positionStart[ring]!; p < end; p++) {
      const [ax, ay, bx, by] = layer.xy.subarray(2 * p, 2 * p + 4);
      best = Math.min(best, pointToSegmentSquared(x, y, ax!, ay!, bx!, by!));
    }
  }
  return best;
}

it('is what the edges say one by one, to the last bit, inside, on the border and outside', () => {
  const { next } = createRandom(20261127);
  let held = 0;
  for (let seed = 1; seed <= 300; seed++) {
    const layer = packFeatures([gridPolygon(seed)]);
    for (let k = 0; k < 20; k++) {
      // Half of them on the grid: on corners and edges.
      const [x, y] = k % 2 === 0 ? [Math.floor(14 * next()), Math.floor(14 * next())] : [14 * next(), 14 * next()];
      const expected = plainly(x, y, layer);
      if (expected === 0) held++;
      expect(pointToFeatureSquared(x, y, layer, 0), `${seed}: ${x}, ${y}`).toBe(expected);
      expect(featureDistanceSquared(layer, 0, packFeatures([point(x, y)]), 0)).toBe(expected);
      const bound = 9 * next();
      expect(pointToFeatureSquared(x, y, layer, 0, bound)).toBe(Math.min(bound, expected));
    }
  }
  expect(held).toBeGreaterThan(300);
});

it('knows lines, points, holes and what has no geometry', () => {
  const withHole = polygon([0, 0, 20, 0, 20, 20, 0, 20], [5, 5, 15, 5, 15, 15, 5, 15]);
  const layer = packFeatures([line(0, 0, 10, 0), point(3, 4), withHole, null, { points: [9, 9, 3, 5] }]);
  const squared = [0, 1, 2, 3, 4].map((feature) => pointToFeatureSquared(8, 9, layer, feature));
  expect(squared).toEqual([81, 50, 9, Infinity, 1]);
});

it('measures two outlines within a bound as without one', () => {
  for (let seed = 1; seed <= 300; seed++) {
    const far = packFeatures([gridPolygon(seed)]);
    for (let p = 0; p < far.xy.length; p += 2) far.xy[p]! += (seed % 5) * 7;
    far.boxes[0]! += (seed % 5) * 7;
    far.boxes[2]! += (seed % 5) * 7;
    const layer = packFeatures([gridPolygon(seed + 1000)]);
    const distance = featureDistanceSquared(far, 0, layer, 0);
    for (const bound of [0.5, 4, 30, 800]) {
      expect(featureDistanceSquared(far, 0, layer, 0, bound)).toBe(Math.min(bound, distance));
    }
  }
});
