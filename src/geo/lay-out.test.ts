import { expect, it } from 'vitest';
import { box, line, packFeatures, point, type TestFeature } from '../../test/support/packed-layer.ts';
import { createRandom } from '../core/random.ts';
import { layOutAlongCurve, orderInMemory } from './lay-out.ts';
import { gatherLayer } from './slice-layer.ts';

const COUNT = 6000;
const all = Uint32Array.from({ length: COUNT }, (_, index) => index);

function featureAt(x: number, y: number, index: number): TestFeature {
  if (index % 7 === 0) return null;
  if (index % 7 === 1) return point(x, y);
  return index % 7 === 2 ? line(x, y, x + 5, y + 3) : box(x, y, 3 + (index % 5), 4);
}

it('lays a scattered ledger out along a curve, each feature as it was under its own number', () => {
  const { next } = createRandom(20261126);
  const layer = packFeatures(
    Array.from({ length: COUNT }, (_, index) => featureAt(next() * 30_000, next() * 30_000, index)),
  );
  const laid = layOutAlongCurve(layer);
  expect(laid).not.toBe(layer);
  expect(gatherLayer(laid, all)).toEqual(gatherLayer(layer, all));
  const stepMeters = (of: typeof layer) => {
    let sum = 0;
    for (let p = 2; p < of.xy.length; p += 2)
      sum += Math.hypot(of.xy[p]! - of.xy[p - 2]!, of.xy[p + 1]! - of.xy[p - 1]!);
    return sum;
  };
  expect(stepMeters(laid)).toBeLessThan(stepMeters(layer) / 10);
  expect(layOutAlongCurve(laid).xy.length).toBe(layer.xy.length);
  const order = orderInMemory(laid);
  expect(order.toSorted()).toEqual(all);
  expect(gatherLayer(laid, order).xy).toEqual(laid.xy);
});

it('leaves a small layer and one in order as they are', () => {
  const inRows = packFeatures(
    Array.from({ length: COUNT }, (_, index) => featureAt((index % 80) * 20, Math.floor(index / 80) * 20, index)),
  );
  expect(layOutAlongCurve(inRows)).toBe(inRows);
  const few = packFeatures([box(0, 0, 1, 1), box(9000, 0, 1, 1), box(0, 9000, 1, 1)]);
  expect(layOutAlongCurve(few)).toBe(few);
});
