import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createExactCoordinates } from './exact-coordinates.ts';
import { findCrossing } from './ring-crossing.ts';

const P = (...numbers: number[]) =>
  Array.from({ length: numbers.length / 2 }, (_, i) => [numbers[2 * i] as number, numbers[2 * i + 1] as number]);

describe('findCrossing', () => {
  it('finds bow-ties, touches and spikes, in rings and in paths', () => {
    expect(findCrossing(P(0, 0, 2, 2, 2, 0, 0, 2), true)).toBeDefined();
    expect(findCrossing(P(0, 0, 2, 2, 2, 0, 0, 2), false)).toBeDefined();
    // A vertex on another edge; an edge back over the one before; three vertices on a line.
    expect(findCrossing(P(0, 0, 4, 0, 4, 4, 2, 0, 0, 4), true)).toBeDefined();
    expect(findCrossing(P(0, 0, 4, 0, 2, 0, 2, 4), true)).toBeDefined();
    expect(findCrossing(P(0, 0, 1, 1, 2, 2), true)).toBeDefined();
  });

  it('accepts what does not meet itself, closed or not, with repeated positions', () => {
    expect(findCrossing(P(0, 0, 2, 0, 2, 2, 0, 2, 0, 0), true)).toBeUndefined();
    expect(findCrossing(P(0, 0, 2, 0, 2, 0, 2, 2, 1, 0.5), true)).toBeUndefined();
    // Only closing it would cross: still a path.
    const path = P(0, 0, 4, 0, 4, 4, 1, 4, 1, -1);
    expect(findCrossing(path.slice(0, 4), false)).toBeUndefined();
    expect(findCrossing(path, false)).toBeDefined();
    expect(findCrossing(P(0, 0, 4, 4, 4, 0), false)).toBeUndefined();
  });

  it('accepts every star-shaped ring, wherever it starts and whichever way it runs', () => {
    const radii = fc.array(fc.double({ min: 0.5, max: 2, noNaN: true }), { minLength: 3, maxLength: 40 });
    fc.assert(
      fc.property(radii, fc.nat(), fc.boolean(), (lengths, start, reversed) => {
        const ring = lengths.map((radius, i) => {
          const angle = (2 * Math.PI * i) / lengths.length;
          return [113 + radius * Math.cos(angle), 34 + radius * Math.sin(angle)];
        });
        const turned = ring.map((_, i) => ring[(i + start) % ring.length] as number[]);
        expect(findCrossing(reversed ? turned.reverse() : turned, true)).toBeUndefined();
      }),
    );
  });
});

describe('exact coordinates', () => {
  it('come out as they went in, to the last bit', () => {
    const exact = createExactCoordinates();
    const position = [113 + 2 / 3, 34 + 1 / 3];
    const rounded = exact.rounded(position);
    expect(rounded).toEqual([113.666666667, 34.333333333]);
    expect(exact.exact(rounded)).toEqual(position);
    expect(exact.exact([113.1, 34.1])).toEqual([113.1, 34.1]);
  });
});
