import { describe, expect, it } from 'vitest';
import { outlineOf } from './area-shapes.ts';

describe('the outline of a stroke', () => {
  it('is the box between its ends', () => {
    expect(
      outlineOf('box', [
        [10, 10],
        [30, 5],
        [60, 40],
      ]),
    ).toEqual([
      [10, 10],
      [60, 10],
      [60, 40],
      [10, 40],
    ]);
  });

  it('is the stroke itself for a lasso', () => {
    const stroke = [
      [0, 0],
      [20, 0],
      [10, 20],
    ] as const;
    expect(outlineOf('lasso', stroke)).toEqual(stroke);
  });

  it('is none for a click or a line', () => {
    expect(outlineOf('box', [[1, 1]])).toBeUndefined();
    expect(outlineOf('box', [])).toBeUndefined();
    expect(
      outlineOf('box', [
        [0, 0],
        [100, 2],
      ]),
    ).toBeUndefined();
    expect(
      outlineOf('lasso', [
        [0, 0],
        [1, 1],
        [2, 2],
      ]),
    ).toBeUndefined();
  });
});
