import fc from 'fast-check';
import { expect, it } from 'vitest';
import { box, packFeatures, point, polygon, type TestFeature } from '../../test/support/packed-layer.ts';
import { concatPacked } from './concat-packed.ts';
import { sliceLayer } from './slice-layer.ts';

const features: readonly TestFeature[] = [
  box(0, 0, 5, 5),
  null,
  polygon([0, 0, 9, 0, 9, 9, 0, 9], [1, 1, 2, 1, 2, 2]),
  {
    lines: [
      [0, 0, 3, 4],
      [7, 7, 8, 8, 9, 9],
    ],
  },
  point(3, 3),
  { points: [1, 2, 3, 4] },
  { polygons: [[[0, 0, 1, 0, 1, 1]], [[5, 5, 6, 5, 6, 6]]] },
];
const layer = packFeatures(features);

it('is the layer that these features alone would make', () => {
  fc.assert(
    fc.property(fc.nat(features.length), fc.nat(features.length), (a, b) => {
      const [first, end] = [Math.min(a, b), Math.max(a, b)];
      expect(sliceLayer(layer, first, end)).toEqual(packFeatures(features.slice(first, end)));
    }),
  );
});

it('gives the whole again when its slices are put together', () => {
  for (let cut = 0; cut <= features.length; cut++) {
    expect(concatPacked([sliceLayer(layer, 0, cut), sliceLayer(layer, cut, features.length)])).toEqual(layer);
  }
});

it('shares no memory with the layer, not even where it is all of it', () => {
  const whole = sliceLayer(layer, 0, layer.count);
  structuredClone(whole, {
    transfer: [whole.xy.buffer, whole.type.buffer, whole.positionStart.buffer] as ArrayBuffer[],
  });
  expect([whole.xy.length, whole.type.length, whole.positionStart.length]).toEqual([0, 0, 0]);
  expect(layer).toEqual(packFeatures(features));
});
