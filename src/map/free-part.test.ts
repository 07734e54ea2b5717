import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { middleOfFreePart, placeBeside } from './free-part.ts';

const camera = { center: [113.6, 34.7] as const, zoom: 12, bearing: 0 };

describe('the free part of the map', () => {
  it('has its middle half the difference of what covers both sides', () => {
    expect(middleOfFreePart({ top: 0, right: 360, bottom: 200, left: 300 })).toEqual([-30, -100]);
  });

  it('counts pixels east and south when north is up', () => {
    // The world is 512 · 2¹² = 2,097,152 pixels wide: 360° for that many, so 1000 pixels are 0.171661°.
    const [east, same] = placeBeside(camera, 1000, 0);
    expect(east - 113.6).toBeCloseTo(0.171661, 6);
    expect(same).toBeCloseTo(34.7, 9);
    // A degree of latitude is 1 / cos φ as many pixels: 1000 pixels south are 0.171661° · cos 34.6°.
    const [, south] = placeBeside(camera, 0, 1000);
    expect(34.7 - south).toBeCloseTo(0.171661 * Math.cos((34.63 * Math.PI) / 180), 4);
  });

  it('turns with the bearing: with east up, right is south', () => {
    const turned = { ...camera, bearing: 90 };
    expect(placeBeside(turned, 1000, 0)[1]).toBeCloseTo(placeBeside(camera, 0, 1000)[1], 9);
    expect(placeBeside(turned, 0, 1000)[0]).toBeCloseTo(placeBeside(camera, -1000, 0)[0], 9);
  });

  it('comes back where it was', () => {
    const pixels = fc.double({ min: -2000, max: 2000, noNaN: true });
    fc.assert(
      fc.property(
        pixels,
        pixels,
        fc.double({ min: 8, max: 18, noNaN: true }),
        fc.double({ min: -180, max: 180, noNaN: true }),
        (right, down, zoom, bearing) => {
          const there = placeBeside({ ...camera, zoom, bearing }, right, down);
          const back = placeBeside({ center: there, zoom, bearing }, -right, -down);
          expect(Math.hypot(back[0] - 113.6, back[1] - 34.7)).toBeLessThan(1e-9);
        },
      ),
    );
  });
});
