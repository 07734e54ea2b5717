import { describe, expect, it } from 'vitest';
import { createRandom } from '../core/random.ts';
import {
  areaOfBin,
  binIntoHexagons,
  binIntoSquares,
  findBin,
  findBinAt,
  meanPlaces,
  outlineOfBin,
  type PointBins,
} from './bin-points.ts';

function scatter(count: number, reach: number, seed = 7): Float64Array {
  const random = createRandom(seed);
  return Float64Array.from({ length: 2 * count }, () => random.between(-reach, reach));
}

/** Mean of the corners. */
function centerOf(bins: PointBins, bin: number): [number, number] {
  const corners = outlineOfBin(bins, bin).slice(1);
  const mean = (axis: 0 | 1) => corners.reduce((sum, corner) => sum + corner[axis], 0) / corners.length;
  return [mean(0), mean(1)];
}

describe('binning points', () => {
  it('puts every point into the square that holds it, as counted one by one', () => {
    const xy = scatter(500, 4000);
    const bins = binIntoSquares(xy, undefined, 500);
    const expected = new Map<string, number>();
    for (let point = 0; point < 500; point++) {
      const key = `${Math.floor(xy[2 * point]! / 500)} ${Math.floor(xy[2 * point + 1]! / 500)}`;
      expected.set(key, (expected.get(key) ?? 0) + 1);
    }
    const found = new Map(
      Array.from({ length: bins.count }, (_, bin) => [`${bins.columns[bin]} ${bins.rows[bin]}`, bins.counts[bin]]),
    );
    expect(found).toEqual(expected);
    for (let point = 0; point < 500; point++) {
      const ring = outlineOfBin(bins, bins.binOf[point]!);
      expect(xy[2 * point]! >= ring[0]![0] && xy[2 * point]! < ring[1]![0]).toBe(true);
      expect(xy[2 * point + 1]! >= ring[0]![1] && xy[2 * point + 1]! < ring[2]![1]).toBe(true);
    }
  });

  it('puts every point into the hexagon whose centre is nearest of all', () => {
    const xy = scatter(400, 5000, 11);
    const bins = binIntoHexagons(xy, undefined, 1000);
    const centers = Array.from({ length: bins.count }, (_, bin) => centerOf(bins, bin));
    for (let point = 0; point < 400; point++) {
      const distances = centers.map(([x, y]) => Math.hypot(x - xy[2 * point]!, y - xy[2 * point + 1]!));
      const nearest = Math.min(...distances);
      expect(distances[bins.binOf[point]!]).toBeCloseTo(nearest, 6);
      // No point of a hexagon is farther from its centre than a corner.
      expect(nearest).toBeLessThanOrEqual(1000 / Math.sqrt(3) + 1e-9);
    }
    expect(bins.counts.reduce((sum, count) => sum + count, 0)).toBe(400);
  });

  it('leaves out what is not kept and what has no place, and gives each bin the mean of its points', () => {
    const xy = Float64Array.of(10, 10, 30, 50, Number.NaN, Number.NaN, 20, 20, -1, 5);
    const bins = binIntoSquares(xy, Uint8Array.of(1, 1, 1, 0, 1), 100);
    expect([...bins.binOf]).toEqual([0, 0, -1, -1, 1]);
    expect([...bins.counts]).toEqual([2, 1]);
    expect([...meanPlaces(bins, xy)]).toEqual([20, 30, -1, 5]);
    expect(binIntoSquares(new Float64Array(), undefined, 100).count).toBe(0);
  });

  it('makes hexagons that meet without gap: six times the area of a triangle', () => {
    const bins = binIntoHexagons(Float64Array.of(0, 0), undefined, 1000);
    const ring = outlineOfBin(bins, 0);
    let doubled = 0;
    for (let at = 0; at < 6; at++) doubled += ring[at]![0] * ring[at + 1]![1] - ring[at + 1]![0] * ring[at]![1];
    expect(doubled / 2).toBeCloseTo((Math.sqrt(3) / 2) * 1000 * 1000, 3);
    expect(ring[0]).toEqual(ring[6]);
  });
});

describe.each([
  ['squares', binIntoSquares, 250_000],
  // Half of the product of the distance between opposite sides and the perimeter, 6 × 500 / √3.
  ['hexagons', binIntoHexagons, 216_506.350_946],
] as const)('finding a bin among %s', (_, bin, areaSquareMeters) => {
  it('is by the rule that points are put by, and finds none where there is no point', () => {
    const xy = scatter(300, 3000, 5);
    const bins = bin(xy, undefined, 500);
    for (let point = 0; point < 300; point++) {
      expect(findBinAt(bins, xy[2 * point]!, xy[2 * point + 1]!)).toBe(bins.binOf[point]);
    }
    expect(findBinAt(bins, 90_000, 0)).toBeUndefined();
    expect(findBin(bins, bins.columns[7]!, bins.rows[7]!)).toBe(7);
    expect(areaOfBin(bins)).toBeCloseTo(areaSquareMeters, 5);
    // The shoelace of its outline.
    const ring = outlineOfBin(bins, 3);
    const doubled = ring.slice(1).reduce((sum, [x, y], at) => sum + ring[at]![0] * y - x * ring[at]![1], 0);
    expect(doubled / 2).toBeCloseTo(areaSquareMeters, 3);
  });
});
