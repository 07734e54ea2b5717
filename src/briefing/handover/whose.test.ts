import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fractionOfPlace, placeInPicture } from './picture-place.ts';
import { findWhose } from './whose.ts';

const picture = {
  camera: { center: [113.6, 34.7] as const, zoom: 13, bearing: 0, pitch: 0 },
  widthPixels: 1600,
  heightPixels: 900,
};

describe('a point of a picture', () => {
  it('is the ground that the camera shows there', () => {
    expect(placeInPicture(picture, 0.5, 0.5)).toEqual([expect.closeTo(113.6, 9), expect.closeTo(34.7, 9)]);
    // 800 pixels of 512 · 2^13 for 360 degrees.
    expect(placeInPicture(picture, 1, 0.5)[0]).toBeCloseTo(113.6 + (800 / (512 * 2 ** 13)) * 360, 9);
    expect(placeInPicture(picture, 0.5, 0)[1]).toBeGreaterThan(34.7);
  });

  it('turns with the map: with east at the top, the top of the picture lies in the east', () => {
    const turned = { ...picture, camera: { ...picture.camera, bearing: 90 } };
    const [longitude, latitude] = placeInPicture(turned, 0.5, 0);
    expect(longitude).toBeGreaterThan(113.6);
    expect(latitude).toBeCloseTo(34.7, 6);
  });

  it('goes to the ground and back', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: -180, max: 180, noNaN: true }),
        (x, y, bearing) => {
          const turned = { ...picture, camera: { ...picture.camera, bearing } };
          const [backX, backY] = fractionOfPlace(turned, placeInPicture(turned, x, y));
          expect(backX).toBeCloseTo(x, 6);
          expect(backY).toBeCloseTo(y, 6);
        },
      ),
    );
  });
});

describe('whose is that', () => {
  const square = (west: number, south: number, side: number) => [
    ...[west, south, west + side, south, west + side, south + side, west, south + side, west, south],
  ];
  const zones = [
    { title: '第7网格', lines: [], rings: [square(113.59, 34.69, 0.02), square(113.599, 34.699, 0.002)] },
    { title: '云河街道', lines: [], rings: [square(113.5, 34.6, 0.2)] },
  ];
  const place = (title: string, longitude: number) =>
    ({ rule: 'zone-gap', at: [longitude, 34.7], title, lines: [] }) as const;

  it('names every zone there, the finest first, and none through its hole', () => {
    const titles = (x: number) => findWhose(picture, x, 0.5, [], zones).zones.map(({ title }) => title);
    expect(titles(0.53)).toEqual(['第7网格', '云河街道']);
    expect(titles(0.5)).toEqual(['云河街道']);
    expect(findWhose(picture, 0.5, 0.5, [], []).zones).toEqual([]);
  });

  it('takes the nearest of what lies within reach', () => {
    const places = [place('far', 113.62), place('second', 113.6008), place('first', 113.6001)];
    expect(findWhose(picture, 0.2, 0.5, places, []).places).toEqual([]);
    expect(findWhose(picture, 0.5, 0.5, places, []).places.map(({ title }) => title)).toEqual(['first']);
  });
});
