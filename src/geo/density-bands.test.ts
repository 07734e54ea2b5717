import { describe, expect, it } from 'vitest';
import { createRandom } from '../core/random.ts';
import { bandsOf, evenSteps, measureDensity } from './density-bands.ts';

const signedArea = (ring: readonly (readonly [number, number])[]) =>
  ring.reduce((sum, [x, y], at) => {
    const [nextX, nextY] = ring[(at + 1) % ring.length]!;
    return sum + (x * nextY - nextX * y) / 2;
  }, 0);

describe('density of points', () => {
  it('adds up to the number of points over the ground', () => {
    const random = createRandom(5);
    const xy = Float64Array.from({ length: 600 }, () => random.between(-6000, 6000));
    const raster = measureDensity(xy, undefined, 500)!;
    const total = raster.values.reduce((sum, value) => sum + value, 0) * (raster.cellMeters / 1000) ** 2;
    expect(raster.cellMeters).toBe(125);
    expect(total).toBeCloseTo(300, 6);
  });

  it('is the sum of Gaussian bells, as computed point by point', () => {
    const random = createRandom(9);
    const xy = Float64Array.from({ length: 80 }, () => random.between(-1500, 1500));
    const raster = measureDensity(xy, undefined, 400)!;
    const exact = (x: number, y: number) => {
      let sum = 0;
      for (let at = 0; at < xy.length; at += 2)
        sum += Math.exp(-((x - xy[at]!) ** 2 + (y - xy[at + 1]!) ** 2) / (2 * 400 * 400));
      return (sum / (2 * Math.PI * 400 * 400)) * 1e6;
    };
    const peak = Math.max(...raster.values);
    for (let row = 0; row < raster.height; row += 5) {
      for (let column = 0; column < raster.width; column += 5) {
        const x = raster.left + (column + 0.5) * raster.cellMeters;
        const y = raster.bottom + (row + 0.5) * raster.cellMeters;
        expect(Math.abs(raster.values[row * raster.width + column]! - exact(x, y))).toBeLessThan(0.06 * peak);
      }
    }
  });

  it('bounds a single bell by circles of the right size', () => {
    const raster = measureDensity(Float64Array.of(0, 0), undefined, 800)!;
    const peak = 1e6 / (2 * Math.PI * 800 * 800);
    const [half] = bandsOf(raster, [peak / 2]);
    expect(half!.polygons).toHaveLength(1);
    // exp(-r² / 2σ²) = 1/2 at r² = 2σ² ln 2.
    const expected = Math.PI * 2 * 800 * 800 * Math.LN2;
    expect(Math.abs(signedArea(half!.polygons[0]![0]!)) / expected).toBeCloseTo(1, 1);
  });

  it('has nothing to say of nothing, and widens the kernel over a province', () => {
    expect(measureDensity(new Float64Array(), undefined, 500)).toBeUndefined();
    expect(measureDensity(Float64Array.of(1, 1), Uint8Array.of(0), 500)).toBeUndefined();
    const wide = measureDensity(Float64Array.of(0, 0, 400_000, 300_000), undefined, 500)!;
    expect(wide.width).toBeLessThanOrEqual(420);
    expect(wide.bandwidthMeters).toBeGreaterThan(3000);
    expect(bandsOf(wide, [1e9])[0]!.polygons).toEqual([]);
  });

  it('divides up to the peak at even, round bounds', () => {
    expect(evenSteps(3.1, 5)).toEqual([1, 2, 3]);
    expect(evenSteps(2.9, 5)).toEqual([0.5, 1, 1.5, 2, 2.5]);
    expect(evenSteps(200, 5)).toEqual([50, 100, 150]);
    expect(evenSteps(0.07, 5)).toEqual([0.02, 0.04, 0.06]);
    expect(evenSteps(0, 3)).toEqual([]);
  });
});
