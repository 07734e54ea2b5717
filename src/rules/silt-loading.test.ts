import { describe, expect, it } from 'vitest';
import { classifySiltLoading, UNMEASURED } from './silt-loading.ts';

describe('classes of silt loading', () => {
  it('are quarters of the roads that were measured', () => {
    const { classes, classOf, measured } = classifySiltLoading([0.4, Number.NaN, 1.2, 0.8, 2.4, 0.5, 3, 0.9, 1.1]);
    expect(classes).toEqual([
      { from: 0.4, to: 0.5 },
      { from: 0.8, to: 0.9 },
      { from: 1.1, to: 1.2 },
      { from: 2.4, to: 3 },
    ]);
    expect([...classOf]).toEqual([0, UNMEASURED, 2, 1, 3, 0, 3, 1, 2]);
    expect(measured).toBe(8);
  });

  it('are fewer where values are equal or few, and none where nothing was measured', () => {
    expect(classifySiltLoading([1, 1, 1, 1, 1]).classes).toEqual([{ from: 1, to: 1 }]);
    expect(classifySiltLoading([2, 1]).classes).toEqual([
      { from: 1, to: 1 },
      { from: 2, to: 2 },
    ]);
    expect(classifySiltLoading([Number.NaN, -1])).toEqual({
      classes: [],
      classOf: Uint8Array.of(UNMEASURED, UNMEASURED),
      measured: 0,
    });
  });
});
