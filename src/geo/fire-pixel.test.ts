import { describe, expect, it } from 'vitest';
import { firePixel } from './fire-pixel.ts';
import { createFrame } from './laea.ts';

describe('firePixel', () => {
  it('is scan wide and track high, in metres', () => {
    const [ring = []] = firePixel(113.6, 34.7, 1900, 1300)?.coordinates ?? [];
    const { project } = createFrame([113.6, 34.7]);
    const corners = ring.map(([longitude, latitude]) => {
      const out = [0, 0];
      project(longitude!, latitude!, out, 0);
      return out.map((value) => Math.round(value));
    });
    expect(corners).toEqual([
      [-950, -650],
      [950, -650],
      [950, 650],
      [-950, 650],
      [-950, -650],
    ]);
  });

  it('is nothing without a size or a place', () => {
    expect(firePixel(113.6, 34.7, 0, 1000)).toBeUndefined();
    expect(firePixel(113.6, 34.7, Number.NaN, 1000)).toBeUndefined();
    expect(firePixel(113.6, 89, 1000, 1000)).toBeUndefined();
    expect(firePixel(Number.NaN, 34.7, 1000, 1000)).toBeUndefined();
  });
});
