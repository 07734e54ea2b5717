import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { measureDashes } from './dash-metrics.ts';
import { expandColors, expandNumbers, expandPairs, featureOfPathVertex } from './expand.ts';
import { subsetPolygons } from './polygon-subset.ts';

describe('expansion to vertices', () => {
  it('gives each vertex the four bytes of its feature', () => {
    const colors = Uint8Array.of(1, 2, 3, 4, 250, 251, 252, 253);
    expect([...expandColors(Uint32Array.of(1, 0, 1), colors)]).toEqual([
      250, 251, 252, 253, 1, 2, 3, 4, 250, 251, 252, 253,
    ]);
  });

  it('reads and writes what a plain loop does', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(255), fc.nat(255), fc.nat(255), fc.nat(255)), { minLength: 1, maxLength: 20 }),
        fc.array(fc.nat(), { maxLength: 60 }),
        (features, picks) => {
          const featureOf = Uint32Array.from(picks, (pick) => pick % features.length);
          const expanded = expandColors(featureOf, Uint8Array.from(features.flat()));
          expect([...expanded]).toEqual([...featureOf].flatMap((feature) => features[feature] ?? []));
        },
      ),
      { seed: 20261124 },
    );
  });

  it('spreads numbers and pairs, and names the feature of each vertex of a path', () => {
    const featureOf = featureOfPathVertex(Uint32Array.of(0, 2, 5), Uint32Array.of(7, 3));
    expect([...featureOf]).toEqual([7, 7, 3, 3, 3]);
    expect([...featureOfPathVertex(Uint32Array.of(0), new Uint32Array())]).toEqual([]);
    expect([...expandNumbers(Uint32Array.of(1, 0), Float32Array.of(5, 6))]).toEqual([6, 5]);
    expect([...expandPairs(Uint32Array.of(1, 0), Float32Array.of(1, 2, 3, 4))]).toEqual([3, 4, 1, 2]);
  });
});

describe('subsetPolygons', () => {
  const polygons = {
    positions: Float64Array.of(0, 0, 1, 0, 0, 1, 5, 5, 6, 5, 5, 6),
    triangles: Uint32Array.of(0, 1, 2, 3, 4, 5),
    featureOfPosition: Uint32Array.of(0, 0, 0, 1, 1, 1),
    ringStart: Uint32Array.of(0, 3, 6),
    featureOfRing: Uint32Array.of(0, 1),
  };

  it('keeps the wanted features and points their triangles at the moved positions', () => {
    const subset = subsetPolygons(polygons, Uint8Array.of(0, 1));
    expect([...(subset?.positions ?? [])]).toEqual([5, 5, 6, 5, 5, 6]);
    expect([...(subset?.triangles ?? [])]).toEqual([0, 1, 2]);
    expect([...(subset?.featureOfPosition ?? [])]).toEqual([1, 1, 1]);
  });

  it('is nothing where nothing is wanted', () => {
    expect(subsetPolygons(polygons, Uint8Array.of(0, 0))).toBeUndefined();
  });
});

describe('measureDashes', () => {
  it('starts each path at nought and ends at its length: 360 degrees of equator are 512 units', () => {
    const metrics = measureDashes(Float64Array.of(-180, 0, 0, 0, 180, 0, 10, 0, 55, 0), Uint32Array.of(0, 3, 5));
    expect([...metrics].map((value) => Number(value.toFixed(6)))).toEqual([0, 512, 256, 512, 512, 512, 0, 64, 64, 64]);
  });
});
