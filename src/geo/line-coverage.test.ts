import { describe, expect, it } from 'vitest';
import { box, line, packFeatures, polygon, type TestFeature } from '../../test/support/packed-layer.ts';
import { createRandom } from '../core/random.ts';
import { buildEdgeBands } from './edge-bands.ts';
import { measureLineCoverage } from './line-coverage.ts';

type Quad = [number, number, number, number];

/** Covered metres of a line in all the others. */
function coverage(ofLine: TestFeature, ...covers: readonly TestFeature[]) {
  const layer = packFeatures([ofLine, ...covers]);
  const target = { layer, bands: buildEdgeBands(layer) };
  return measureLineCoverage(
    layer,
    0,
    target,
    covers.map((_, index) => index + 1),
  );
}

describe('measureLineCoverage', () => {
  it('adds what lies inside, counts it once under two covers, and shows the longest rest', () => {
    const found = coverage(line(0, 5, 100, 5), box(10, 0, 30, 10), box(30, 0, 20, 10));
    expect(found).toEqual({ coveredMeters: 40, uncoveredPoint: [75, 5] });
    expect(coverage(line(0, 5, 10, 5), box(20, 0, 5, 5))).toEqual({ coveredMeters: 0, uncoveredPoint: [5, 5] });
  });

  it('does not count what runs through a hole', () => {
    const frame = polygon([0, 0, 20, 0, 20, 20, 0, 20], [5, 5, 15, 5, 15, 15, 5, 15]);
    expect(coverage(line(0, 10, 20, 10), frame).coveredMeters).toBe(10);
    expect(coverage(line(0, 5, 20, 5), frame)).toEqual({ coveredMeters: 20, uncoveredPoint: undefined });
  });

  it('covers a stretch along an askew border, whose middle no number names exactly', () => {
    const random = createRandom(35);
    for (let i = 0; i < 200; i++) {
      const [ax, ay, bx, by] = Array.from({ length: 4 }, () => random.integer(1, 99_999) / 1000) as Quad;
      const triangle = polygon([ax, ay, bx, by, 50, 120]);
      const { coveredMeters } = coverage(line(ax, ay, bx, by), triangle);
      expect(coveredMeters, `${ax} ${ay} to ${bx} ${by}`).toBeCloseTo(Math.hypot(bx - ax, by - ay), 9);
    }
  });

  it('covers a stretch along a part of a border 1,000 km from the centre', () => {
    const at = (...numbers: number[]) => numbers.map((value, i) => (i % 2 === 0 ? 999_995_653 + value : value) / 1000);
    // Both run up 1 for 2 to the right: 600, 300 lies on the border from 0, 0 to 2000, 1000.
    const triangle = polygon(at(0, 0, 2000, 1000, 0, 1000));
    const { coveredMeters } = coverage(line(...at(-600, -300, 600, 300)), triangle);
    expect(coveredMeters).toBeCloseTo(Math.hypot(0.6, 0.3), 9);
  });
});
