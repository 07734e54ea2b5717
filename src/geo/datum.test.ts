import fc from 'fast-check';
import gcoord from 'gcoord';
import { describe, expect, it } from 'vitest';
import { type DatumName, fromWgs84, toWgs84 } from './datum.ts';

// A degree inside the box: at its very edge the shift begins and a round trip cannot hold.
const longitude = fc.double({ min: 73.1, max: 136.8, noNaN: true });
const latitude = fc.double({ min: 2, max: 54.8, noNaN: true });
const METERS_PER_DEGREE = 111_320;
const NAMES = { gcj02: gcoord.GCJ02, bd09: gcoord.BD09 } as const;

describe.each(['gcj02', 'bd09'] as const)('%s', (datum: Exclude<DatumName, 'wgs84'>) => {
  it('comes back to 1e-9 degrees', () => {
    fc.assert(
      fc.property(longitude, latitude, (lon, lat) => {
        const [x, y] = fromWgs84(datum, ...toWgs84(datum, lon, lat));
        expect(Math.max(Math.abs(x - lon), Math.abs(y - lat))).toBeLessThan(1e-9);
        const [u, v] = toWgs84(datum, ...fromWgs84(datum, lon, lat));
        expect(Math.max(Math.abs(u - lon), Math.abs(v - lat))).toBeLessThan(1e-9);
      }),
      { numRuns: 3000, seed: 1 },
    );
  });

  it('lies within 0.5 m of gcoord both ways', () => {
    fc.assert(
      fc.property(longitude, latitude, (lon, lat) => {
        const there = gcoord.transform([lon, lat], gcoord.WGS84, NAMES[datum]) as [number, number];
        const back = gcoord.transform([lon, lat], NAMES[datum], gcoord.WGS84) as [number, number];
        const ours = [fromWgs84(datum, lon, lat), toWgs84(datum, lon, lat)] as const;
        for (const [a, b] of [
          [ours[0], there],
          [ours[1], back],
        ] as const) {
          expect(Math.hypot(a[0] - b[0], a[1] - b[1]) * METERS_PER_DEGREE).toBeLessThan(0.5);
        }
      }),
      { numRuns: 3000, seed: 2 },
    );
  });

  it('takes back what gcoord has shifted, to 1e-9 degrees', () => {
    fc.assert(
      fc.property(longitude, latitude, (lon, lat) => {
        const [x, y] = gcoord.transform([lon, lat], gcoord.WGS84, NAMES[datum]) as [number, number];
        const [there, back] = [fromWgs84(datum, lon, lat), toWgs84(datum, x, y)];
        expect(Math.max(Math.abs(there[0] - x), Math.abs(there[1] - y))).toBeLessThan(1e-9);
        expect(Math.max(Math.abs(back[0] - lon), Math.abs(back[1] - lat))).toBeLessThan(1e-9);
      }),
      { numRuns: 3000, seed: 3 },
    );
  });

  it('leaves the rest of the world alone', () => {
    expect(toWgs84(datum, -71.1, 42.4)).toEqual([-71.1, 42.4]);
    expect(fromWgs84(datum, 151.2, -33.9)).toEqual([151.2, -33.9]);
  });
});

it('shifts Zhengzhou by the known half kilometre', () => {
  const [lon, lat] = fromWgs84('gcj02', 113.6, 34.7);
  expect((lon - 113.6) * 91_500).toBeCloseTo(550, -2);
  expect((lat - 34.7) * 110_940).toBeCloseTo(-150, -2);
});
