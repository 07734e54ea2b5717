import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { box, line, packFeatures, point, type TestFeature } from '../../test/support/packed-layer.ts';
import { featureDistanceSquared } from '../geo/feature-distance.ts';
import { cosineInSector, type UpwindSector, upwindSector } from '../rules/wind.ts';
import { createCandidateSearch, distanceDecay, middleOf, rankSources, type SourceRanks } from './candidate-search.ts';

interface Found {
  readonly item: number;
  readonly score: number;
  readonly distance: number;
}

function search(
  sources: SourceRanks,
  hotspot: TestFeature,
  sector: UpwindSector | undefined,
  reach: number,
  count: number,
): Found[] {
  const one = createCandidateSearch(sources, reach, count);
  one.search(packFeatures([hotspot]), 0, sector);
  return Array.from({ length: one.found }, (_, k) => ({
    item: one.items[k]!,
    score: one.scores[k]!,
    distance: one.distancesMeters[k]!,
  }));
}

/** Every source scored, sorted, cut off. */
function bruteForce(
  { layers, layerOf, first, strengths }: SourceRanks,
  hotspot: TestFeature,
  sector: UpwindSector | undefined,
  reach: number,
  count: number,
): Found[] {
  const hotspots = packFeatures([hotspot]);
  const [x, y] = middleOf(hotspots, 0);
  return Array.from(strengths, (strength, item): Found => {
    const packed = layers[layerOf[item]!]!;
    const feature = item - first[layerOf[item]!]!;
    const squared = strength > 0 ? featureDistanceSquared(hotspots, 0, packed, feature) : Infinity;
    const [sourceX, sourceY] = middleOf(packed, feature);
    const cosine = squared > 0 && sector ? cosineInSector(sector, sourceX - x, sourceY - y) : 1;
    const isNear = Math.sqrt(squared) <= reach + 1e-6;
    const decayed = strength * distanceDecay(squared);
    return {
      item,
      score: isNear ? (sector && squared > 0 ? decayed * (cosine * cosine) : decayed) : 0,
      distance: Math.sqrt(squared),
    };
  })
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || a.item - b.item)
    .slice(0, count);
}

const coordinate = fc.integer({ min: -40, max: 40 });
const size = fc.integer({ min: 1, max: 12 });
const source: fc.Arbitrary<TestFeature> = fc.oneof(
  fc.tuple(coordinate, coordinate, size, size).map((numbers) => box(...numbers)),
  fc.tuple(coordinate, coordinate).map((numbers) => point(...numbers)),
  fc
    .tuple(coordinate, coordinate, coordinate, coordinate)
    .filter(([a, b, c, d]) => a !== c || b !== d)
    .map((numbers) => line(...numbers)),
  fc.constant(null),
);
// Few strengths and an integer grid, so that many scores are equal.
const strength = fc.constantFrom(0.05, 0.2, 0.5, 1);
const layer = fc.array(fc.tuple(source, strength), { maxLength: 60 });

describe('the search for candidates', () => {
  it('finds what scoring every source finds, equal scores in the same order', () => {
    fc.assert(
      fc.property(
        fc.array(layer, { maxLength: 3 }),
        source.filter((feature) => feature !== null),
        fc.option(fc.tuple(fc.constantFrom(0, 45, 90, 200, 333), fc.constantFrom(5, 22.5, 60, 90))),
        fc.constantFrom(5, 30, 1000),
        fc.integer({ min: 1, max: 7 }),
        (layers, hotspot, wind, reach, count) => {
          const { ranks: sources } = rankSources(
            layers.map((features) => packFeatures(features.map(([feature]) => feature))),
            (which, feature) => layers[which]![feature]![1],
          );
          const sector = wind ? upwindSector(wind[0], wind[1], 0) : undefined;
          expect(search(sources, hotspot, sector, reach, count)).toEqual(
            bruteForce(sources, hotspot, sector, reach, count),
          );
        },
      ),
      { seed: 20261126, numRuns: 1500 },
    );
  });

  it('scores by strength, angle and distance to the power of one and a half', () => {
    const { ranks: sources } = rankSources(
      [packFeatures([point(0, 40), point(30, 30), point(0, 5)])],
      (_, index) => [0.8, 1, 0.1][index]!,
    );
    const found = search(sources, point(0, 0), upwindSector(0, 60, 0), 100, 5);
    const byItem = new Map(found.map((one) => [one.item, one]));
    expect(byItem.get(0)!.score).toBeCloseTo(0.8 * 0.25 ** 1.5, 12);
    expect(byItem.get(1)!.score).toBeCloseTo(0.5 * (10 / Math.hypot(30, 30)) ** 1.5, 12);
    expect(byItem.get(2)!.score).toBe(0.1);
  });
});
