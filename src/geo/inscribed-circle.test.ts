import fc from 'fast-check';
import polylabel from 'polylabel';
import { describe, expect, it } from 'vitest';
import { createRandom } from '../core/random.ts';
import { findInscribedCircle } from './inscribed-circle.ts';

const ring = (...numbers: number[]) => Float64Array.from([...numbers, numbers[0]!, numbers[1]!]);

describe('findInscribedCircle', () => {
  it('finds half the side of a square at its centre', () => {
    const circle = findInscribedCircle([[ring(0, 0, 10, 0, 10, 10, 0, 10)]])!;
    expect(circle.radiusMeters).toBeCloseTo(5, 9);
    expect([circle.x, circle.y]).toEqual([5, 5]);
  });

  it('finds the incircle of a triangle: 3, 4, 5 has radius 1', () => {
    const circle = findInscribedCircle([[ring(0, 0, 4, 0, 0, 3)]])!;
    expect(circle.radiusMeters).toBeCloseTo(1, 9);
    expect(circle.x).toBeCloseTo(1, 6);
    expect(circle.y).toBeCloseTo(1, 6);
  });

  it('finds half the width of a strip of 2 m × 3 km that lies askew', () => {
    const [cos, sin] = [Math.cos(0.6), Math.sin(0.6)];
    const corners = [0, 0, 3000, 0, 3000, 2, 0, 2];
    const turned = corners.map((_, i) =>
      i % 2 === 0 ? corners[i]! * cos - corners[i + 1]! * sin : corners[i - 1]! * sin + corners[i]! * cos,
    );
    expect(findInscribedCircle([[ring(...turned)]])!.radiusMeters).toBeCloseTo(1, 9);
  });

  it('stays out of holes and takes the widest of several parts', () => {
    const withHole = [ring(0, 0, 10, 0, 10, 10, 0, 10), ring(2, 2, 2, 8, 8, 8, 8, 2)];
    // Into each corner between the outer corner and the hole's: r (1 + √2) = 2√2 - … gives 4 - 2√2 for a corner at (2, 2).
    expect(findInscribedCircle([withHole])!.radiusMeters).toBeCloseTo(4 - 2 * Math.SQRT2, 6);
    const small = [ring(100, 0, 103, 0, 103, 3, 100, 3)];
    expect(findInscribedCircle([withHole, small])!.radiusMeters).toBeCloseTo(1.5, 9);
  });

  it('answers undefined where nothing reaches the radius asked for, and takes what reaches it exactly', () => {
    const strip = [ring(0, 0, 100, 0, 100, 2, 0, 2)];
    expect(findInscribedCircle([strip], 1.01)).toBeUndefined();
    expect(findInscribedCircle([strip], 1)?.radiusMeters).toBeCloseTo(1, 9);
    expect(findInscribedCircle([])).toBeUndefined();
    expect(findInscribedCircle([[ring(0, 0, 5, 0, 10, 0)]])).toBeUndefined();
  });

  it('agrees with polylabel on wobbly rings and slivers, within its own precision', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e9 }), (seed) => {
        const polygon = wobblyRing(seed);
        const ours = findInscribedCircle([[polygon]])!;
        const theirs = polylabel([toPairs(polygon)], 0.001).distance;
        expect(ours.radiusMeters).toBeGreaterThan(theirs - 0.0005);
        expect(ours.radiusMeters).toBeLessThan(theirs + 0.0011);
      }),
      { numRuns: 200 },
    );
  });
});

/** A star-shaped ring, flattened to a sliver for every other seed. */
function wobblyRing(seed: number): Float64Array {
  const random = createRandom(seed);
  const count = random.integer(3, 40);
  const flat = seed % 2 === 0 ? random.between(0.02, 0.2) : 1;
  const numbers: number[] = [];
  for (let i = 0; i < count; i++) {
    const angle = (2 * Math.PI * i) / count;
    const radius = random.between(40, 100);
    numbers.push(radius * Math.cos(angle) + 1000, radius * Math.sin(angle) * flat - 500);
  }
  return ring(...numbers);
}

function toPairs(numbers: Float64Array): [number, number][] {
  return Array.from({ length: numbers.length / 2 }, (_, i) => [numbers[2 * i]!, numbers[2 * i + 1]!]);
}
