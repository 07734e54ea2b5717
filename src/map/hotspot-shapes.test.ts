import { describe, expect, it } from 'vitest';
import { findCluster } from './hotspot-shapes.ts';

/** Three clusters in a row, 100 m apart: 1, 5 and 30 hotspots. */
const counts = Uint32Array.of(1, 5, 30);
const places = Float64Array.of(0, 0, 100, 0, 200, 0);
const at = (x: number, metersPerPixel: number) => findCluster(counts, places, [x, 0], metersPerPixel, 'light');

describe('a click on clusters', () => {
  it('hits a circle as large as it is drawn, the largest 30 pixels in radius', () => {
    expect(at(229, 1)).toBe(2);
    expect(at(231, 1)).toBeUndefined();
  });

  it('reaches a hotspot alone with 12 pixels, and further out in metres where the map is smaller', () => {
    expect(at(-12, 1)).toBe(0);
    expect(at(-13, 1)).toBeUndefined();
    expect(at(-23, 2)).toBe(0);
  });

  it('takes the nearest of those that overlap', () => {
    expect(at(148, 5)).toBe(1);
    expect(at(152, 5)).toBe(2);
  });

  it('hits nothing where there is none', () => {
    expect(findCluster(new Uint32Array(0), new Float64Array(0), [0, 0], 1, 'light')).toBeUndefined();
  });
});
