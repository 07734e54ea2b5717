import { describe, expect, it } from 'vitest';
import { nestRings, type Ring } from './nest-rings.ts';

const square = (x: number, y: number, side: number): Ring => [
  [x, y],
  [x + side, y],
  [x + side, y + side],
  [x, y + side],
  [x, y],
];

describe('nestRings', () => {
  it('gives holes to the outline around them and leaves what lies beside alone, in any order', () => {
    const [yard, hole, island, other] = [square(0, 0, 100), square(10, 10, 50), square(20, 20, 10), square(200, 0, 5)];
    expect(nestRings([yard, hole, island, other])).toEqual([[yard, hole], [island], [other]]);
    expect(nestRings([island, other, hole, yard])).toEqual([[island], [other], [yard, hole]]);
  });

  it('takes a ring that touches from inside as a hole, from outside as a part', () => {
    const yard = square(0, 0, 100);
    expect(nestRings([yard, square(0, 0, 50)])).toEqual([[yard, square(0, 0, 50)]]);
    expect(nestRings([yard, square(100, 0, 50)])).toEqual([[yard], [square(100, 0, 50)]]);
    const diamond: Ring = [
      [50, 0],
      [100, 50],
      [50, 100],
      [0, 50],
      [50, 0],
    ];
    expect(nestRings([yard, diamond])).toEqual([[yard, diamond]]);
    expect(nestRings([yard, yard])).toEqual([[yard], [yard]]);
  });

  it('does not start on what would not end', () => {
    expect(nestRings(Array.from({ length: 1001 }, (_, at) => square(at, 0, 1)))).toBeUndefined();
  });
});
