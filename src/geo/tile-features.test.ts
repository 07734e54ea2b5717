import { expect, it } from 'vitest';
import { createRandom } from '../core/random.ts';
import { tileFeatures } from './tile-features.ts';

it('every feature lies in one tile, no tile is heavier than asked, and the order inside stays', () => {
  const random = createRandom(7).next;
  const count = 2000;
  const boxes = new Float64Array(4 * count);
  const weights = new Uint32Array(count);
  for (let feature = 0; feature < count; feature++) {
    const [x, y] = [random(), random()];
    boxes.set([x, y, x + 0.01, y + 0.01], 4 * feature);
    weights[feature] = 1 + Math.floor(60 * random());
  }
  const tiles = tileFeatures(boxes, weights, 3000);
  expect(tiles.flat().toSorted((a, b) => a - b)).toEqual(Array.from({ length: count }, (_, index) => index));
  for (const tile of tiles) {
    expect(tile.reduce((sum, feature) => sum + weights[feature]!, 0)).toBeLessThanOrEqual(3000);
    expect(tile).toEqual(tile.toSorted((a, b) => a - b));
    const west = Math.min(...tile.map((feature) => boxes[4 * feature]!));
    const east = Math.max(...tile.map((feature) => boxes[4 * feature + 2]!));
    expect(east - west).toBeLessThan(0.6);
  }
});

it('features in one place and features without a place neither loop nor get lost', () => {
  const boxes = Float64Array.of(1, 1, 1, 1, 1, 1, 1, 1, Infinity, Infinity, -Infinity, -Infinity);
  expect(tileFeatures(boxes, Uint32Array.of(9, 9, 9), 10).flat()).toEqual([0, 1]);
  expect(tileFeatures(new Float64Array(), new Uint32Array(), 10)).toEqual([]);
});
