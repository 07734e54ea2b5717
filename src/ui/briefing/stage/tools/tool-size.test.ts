import { describe, expect, it } from 'vitest';
import { FIRST_SIZES, resizeTool } from './tool-size.ts';

describe('the size of a tool', () => {
  it('grows and shrinks by the wheel, alone', () => {
    const larger = resizeTool(FIRST_SIZES, 'laser', -100);
    expect(larger.laser).toBeCloseTo(0.01568, 9);
    expect(larger.spotlight).toBe(0.16);
    expect(resizeTool(larger, 'laser', 100).laser).toBeCloseTo(0.014, 9);
    expect(resizeTool(larger, 'laser', 0)).toBe(larger);
  });

  it('stays a tool', () => {
    const turn = (delta: number) =>
      Array.from({ length: 50 }).reduce<typeof FIRST_SIZES>(
        (sizes) => resizeTool(sizes, 'magnifier', delta),
        FIRST_SIZES,
      );
    expect(turn(-1).magnifier).toBe(0.42);
    expect(turn(1).magnifier).toBe(0.1);
  });
});
