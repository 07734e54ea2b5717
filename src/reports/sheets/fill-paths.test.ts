import { describe, expect, it } from 'vitest';
import type { FillRule, Path } from './drawing.ts';
import { createBitmap, fillPaths } from './fill-paths.ts';
import { disc, outlineStroke } from './stroke-outlines.ts';

const rectangle = (left: number, top: number, right: number, bottom: number): Path => [
  left,
  top,
  right,
  top,
  right,
  bottom,
  left,
  bottom,
];

/** Black on white, in pixels: what the ink covers. */
function painted(paths: readonly Path[], rule: FillRule): number {
  const bitmap = createBitmap(40, 30, '#ffffff');
  fillPaths(bitmap, paths, { color: '#000000', opacity: 1 }, rule);
  return bitmap.bytes.reduce((sum, value, index) => sum + (index % 3 === 0 ? (255 - value) / 255 : 0), 0);
}

describe('filled shapes', () => {
  it('cover their area, in parts of pixels too', () => {
    expect(painted([rectangle(2.5, 3, 12.5, 8)], 'evenodd')).toBeCloseTo(50, 1);
    // A quarter of a row is one scan line of four.
    expect(painted([rectangle(2.25, 3.25, 12.75, 8.5)], 'evenodd')).toBeCloseTo(10.5 * 5.25, 1);
    expect(painted([disc(20, 15, 10, 256)], 'evenodd')).toBeCloseTo(Math.PI * 100, 0);
  });

  it('have holes by one rule, and are one by the other', () => {
    const both = [rectangle(2, 2, 22, 22), rectangle(7, 7, 17, 17)];
    expect(painted(both, 'evenodd')).toBeCloseTo(400 - 100, 6);
    expect(painted(both, 'nonzero')).toBeCloseTo(400, 6);
    expect(painted([...both].reverse(), 'evenodd')).toBeCloseTo(300, 6);
  });

  it('end at the rim of the picture', () => {
    expect(painted([rectangle(-50, -50, 90, 90)], 'evenodd')).toBe(40 * 30);
    expect(painted([rectangle(50, 50, 90, 90)], 'evenodd')).toBe(0);
    expect(painted([rectangle(-9, 10, 5, 12)], 'nonzero')).toBeCloseTo(10, 6);
  });

  it('are nothing without positions', () => {
    expect(painted([], 'nonzero')).toBe(0);
    expect(painted([[]], 'nonzero')).toBe(0);
  });
});

describe('lines of a width', () => {
  const stroke = { color: '#000000', opacity: 1 } as const;
  it('are as wide as asked for, corners and all, in either direction', () => {
    const corner = [5, 5, 25, 5, 25, 20];
    const there = painted(outlineStroke([corner], false, { ...stroke, width: 4 }), 'nonzero');
    // Two bars that share a square, a round outer corner, two round ends.
    const expected = 20 * 4 + 15 * 4 - 4 + Math.PI + Math.PI * 4;
    expect(Math.abs(there - expected)).toBeLessThan(2);
    const back = [25, 20, 25, 5, 5, 5];
    expect(painted(outlineStroke([back], false, { ...stroke, width: 4 }), 'nonzero')).toBeCloseTo(there, 6);
  });

  it('keep the gaps of dashes', () => {
    const dashed = outlineStroke([[0, 10, 40, 10]], false, { ...stroke, width: 2, dash: [6, 4] });
    expect(painted(dashed, 'nonzero')).toBeCloseTo(4 * 6 * 2, 4);
  });
});
