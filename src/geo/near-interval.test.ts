import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findNearInterval } from './near-interval.ts';
import { pointToSegmentSquared } from './segment-distance.ts';

type Segment = readonly [number, number, number, number];
const interval = new Float64Array(2);
const find = (a: Segment, b: Segment, meters: number) =>
  findNearInterval(...a, ...b, meters, interval) ? [interval[0], interval[1]] : undefined;

const coordinate = fc.integer({ min: -12, max: 12 });
const segment: fc.Arbitrary<Segment> = fc.tuple(coordinate, coordinate, coordinate, coordinate);

describe('findNearInterval', () => {
  it('agrees with dense sampling on an integer grid, parallel and touching segments included', () => {
    const steps = 200;
    fc.assert(
      fc.property(segment, segment, fc.integer({ min: 0, max: 9 }), (a, b, meters) => {
        fc.pre(a[0] !== a[2] || a[1] !== a[3]);
        const found = find(a, b, meters);
        for (let i = 0; i <= steps; i++) {
          const t = i / steps;
          const distance = Math.sqrt(pointToSegmentSquared(a[0] + t * (a[2] - a[0]), a[1] + t * (a[3] - a[1]), ...b));
          if (Math.abs(distance - meters) < 1e-9) continue;
          const isInside = found !== undefined && t >= found[0]! && t <= found[1]!;
          expect(isInside, `${t} of ${a} from ${b}: ${distance}`).toBe(distance < meters);
        }
      }),
      { seed: 20261126, numRuns: 2000 },
    );
  });

  it('ends where the distance is exactly the one asked for', () => {
    fc.assert(
      fc.property(segment, segment, fc.integer({ min: 1, max: 9 }), (a, b, meters) => {
        fc.pre(a[0] !== a[2] || a[1] !== a[3]);
        for (const t of find(a, b, meters) ?? []) {
          if (t === 0 || t === 1) continue;
          const squared = pointToSegmentSquared(a[0] + t! * (a[2] - a[0]), a[1] + t! * (a[3] - a[1]), ...b);
          expect(Math.sqrt(squared)).toBeCloseTo(meters, 9);
        }
      }),
      { seed: 20261126, numRuns: 2000 },
    );
  });

  it('is 2 r long across a line, and all of a parallel one that is exactly r away', () => {
    expect(find([-100, 0, 100, 0], [0, -50, 0, 50], 15)).toEqual([0.425, 0.575]);
    expect(find([0, 0, 100, 0], [-20, 15, 120, 15], 15)).toEqual([0, 1]);
    expect(find([0, 0, 100, 0], [-20, 15.001, 120, 15.001], 15)).toBeUndefined();
  });

  it('is nothing where they touch in a point, and a disc around a point', () => {
    expect(find([0, 0, 100, 0], [115, -10, 115, 10], 15)).toBeUndefined();
    expect(find([0, 0, 100, 0], [50, 3, 50, 3], 5)).toEqual([0.46, 0.54]);
  });
});
