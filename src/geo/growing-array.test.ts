import { describe, expect, it } from 'vitest';
import { GrowingArray } from './growing-array.ts';

describe('GrowingArray', () => {
  it('holds every value, and no more room than the whole will need where that can be told', () => {
    const total = 3_000_000;
    for (const told of [undefined, 1, 0.5, 2] as const) {
      let pushed = 0;
      const values = new GrowingArray(
        new Uint32Array(4),
        told === undefined ? undefined : () => (told * pushed) / total,
      );
      for (; pushed < total; pushed++) values.push(pushed);
      const result = values.finish();
      expect([result.length, result[0], result[total - 1]]).toEqual([total, 0, total - 1]);
      expect(result.every((value, index) => value === index)).toBe(true);
      // A view of at most a sixteenth more, where it was not copied to its size.
      expect(result.buffer.byteLength).toBeLessThanOrEqual((4 * total * 16) / 15);
    }
  });
});
