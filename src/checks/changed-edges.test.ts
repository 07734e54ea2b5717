import { describe, expect, it } from 'vitest';
import { box, packFeatures, polygon } from '../../test/support/packed-layer.ts';
import { boxOfChange, edgesOf } from './changed-edges.ts';

const changeOf = (before: ReturnType<typeof box>, after: ReturnType<typeof box>) => {
  const layer = packFeatures([before, after]);
  return boxOfChange(edgesOf(layer, 0), edgesOf(layer, 1));
};

describe('where a border has changed', () => {
  it('is nowhere where all edges are the same', () => {
    expect(changeOf(box(0, 0, 10, 10), box(0, 0, 10, 10))).toBeNull();
  });

  it('is around the edges that only one of the two has', () => {
    expect(changeOf(box(0, 0, 10, 10), polygon([0, 0, 10, 0, 12, 11, 0, 10]))).toEqual([0, 0, 12, 11]);
    expect(changeOf(box(0, 0, 10, 10), polygon([0, 0, 5, -1, 10, 0, 10, 10, 0, 10]))).toEqual([0, -1, 10, 0]);
  });

  it('is anywhere where the same edges come in another order', () => {
    expect(changeOf(box(0, 0, 10, 10), polygon([10, 0, 10, 10, 0, 10, 0, 0]))).toBeUndefined();
  });
});
