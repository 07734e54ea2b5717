/** Edited in place or packed anew: whatever is asked, the answer is the same. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gridPolygon } from '../../test/support/grid-polygons.ts';
import { packFeatures, type TestFeature } from '../../test/support/packed-layer.ts';
import { createRandom, type Random } from '../core/random.ts';
import { createCellRaster, MIXED } from './cell-raster.ts';
import { findNearest } from './distance.ts';
import { buildEdgeBands, updateEdgeBands } from './edge-bands.ts';
import { GeometryType } from './geometry-column.ts';
import { createIntersectionArea } from './intersection-area.ts';
import { createLiveLayer } from './live-layer.ts';
import type { PackedLayer } from './packed-layer.ts';
import { holdsPlace, Location, locatePoint, locatePointPlainly } from './point-in-polygon.ts';
import { createRelater } from './relate.ts';
import { buildSegmentChunks, updateSegmentChunks } from './segment-chunks.ts';
import { buildSpatialIndex, HitList } from './spatial-index.ts';
import { createZoneSets } from './zone-sets.ts';

const SCALE = 10;

/** A valid one most of the time, moved about; now and then nothing. */
function randomFeature(random: Random): TestFeature {
  if (random.next() < 0.1) return null;
  const [dx, dy] = [random.integer(0, 40), random.integer(0, 40)];
  const { polygons } = gridPolygon(random.integer(1, 1e6)) as Extract<TestFeature, { polygons: unknown }>;
  return {
    polygons: polygons
      .slice(0, 1)
      .map((rings) =>
        rings.slice(0, 1).map((ring) => ring.map((value, i) => SCALE * (value + (i % 2 === 0 ? dx : dy)))),
      ),
  };
}

interface Edited {
  readonly live: PackedLayer;
  readonly fresh: PackedLayer;
  /** Boxes of what was there before and after each edit. */
  readonly touched: number[][];
}

/** Random puts and clears; `after` hears of each, as the structures beside the layer would. */
function edit(
  features: TestFeature[],
  random: Random,
  live: PackedLayer,
  after: (feature: number, boxes: number[][]) => void,
): Edited {
  const layer = createLiveLayer(live);
  const touched: number[][] = [];
  for (let step = 0; step < 12; step++) {
    const feature = random.integer(0, features.length);
    const made = randomFeature(random);
    const before = feature < live.count ? [...live.boxes.subarray(4 * feature, 4 * feature + 4)] : [];
    if (made === null && feature < features.length) layer.clear(feature);
    else layer.put(feature, packFeatures([made]), 0);
    features[feature] = made;
    const boxes = [before, [...live.boxes.subarray(4 * feature, 4 * feature + 4)]].filter((box) => box.length > 0);
    touched.push(...boxes);
    after(feature, boxes);
  }
  return { live, fresh: packFeatures(features), touched };
}

const withSeed = (check: (random: Random, features: TestFeature[]) => void, numRuns = 60) =>
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1e9 }), (seed) => {
      const random = createRandom(seed);
      check(
        random,
        Array.from({ length: random.integer(1, 40) }, () => randomFeature(random)),
      );
    }),
    { numRuns },
  );

describe('a layer edited in place', () => {
  it('measures, bands and relates as one packed anew', () => {
    withSeed((random, features) => {
      const packed = packFeatures(features);
      const bands = buildEdgeBands(packed);
      const { live, fresh } = edit(features, random, packed, (feature) => updateEdgeBands(bands, packed, feature));
      const freshBands = buildEdgeBands(fresh);
      const [area, relater] = [createIntersectionArea(), createRelater()];
      expect(live.count).toBe(fresh.count);
      expect([...live.areas.subarray(0, live.count)]).toEqual([...fresh.areas]);
      expect([...live.boxes.subarray(0, 4 * live.count)]).toEqual([...fresh.boxes]);
      for (let k = 0; k < 60; k++) {
        const [a, b] = [random.integer(0, live.count - 1), random.integer(0, live.count - 1)];
        expect(area.measure(live, a, live, b)).toBe(area.measure(fresh, a, fresh, b));
        expect(relater.relate(live, a, { layer: live, bands }, b)).toBe(
          relater.relate(fresh, a, { layer: fresh, bands: freshBands }, b),
        );
        const [x, y] = [random.integer(0, 50) * SCALE, random.integer(0, 50) * SCALE];
        expect(locatePoint(live, bands, a, x, y)).toBe(locatePoint(fresh, freshBands, a, x, y));
        expect(holdsPlace(live, bands, a, x + 0.001, y)).toBe(holdsPlace(fresh, freshBands, a, x + 0.001, y));
      }
    });
  });

  it('is found by its index and its chunks as one indexed anew', () => {
    withSeed((random, features) => {
      const packed = packFeatures(features);
      const index = buildSpatialIndex(packed.boxes);
      const accepts = (feature: number) => feature % 3 !== 0;
      const chunks = buildSegmentChunks(packed, accepts);
      const { live, fresh } = edit(features, random, packed, (feature) => {
        const [a, b, c, d] = packed.boxes.subarray(4 * feature, 4 * feature + 4);
        index.update(feature, a!, b!, c!, d!);
        updateSegmentChunks(chunks, feature, accepts(feature));
      });
      const freshIndex = buildSpatialIndex(fresh.boxes);
      const freshChunks = buildSegmentChunks(fresh, accepts);
      const found = (from: typeof index, x: number, y: number) => {
        const hits = new HitList();
        from.search(x, y, x + 60, y + 60, hits);
        return [...hits.items.subarray(0, hits.count)].sort((p, q) => p - q);
      };
      expect([...Array.from(index.order)].sort((p, q) => p - q).slice(0, live.count)).toEqual(
        Array.from({ length: live.count }, (_, i) => i),
      );
      for (let k = 0; k < 40; k++) {
        const [x, y] = [random.integer(0, 500), random.integer(0, 500)];
        expect(found(index, x, y)).toEqual(found(freshIndex, x, y));
        const asked = random.integer(0, live.count - 1);
        if (live.type[asked] === GeometryType.none) continue;
        const reach = random.pick([30, 100, Infinity]);
        expect(findNearest(live, asked, chunks, reach)).toEqual(findNearest(fresh, asked, freshChunks, reach));
      }
    });
  });

  it('grows far beyond what it began with', () => {
    const packed = packFeatures([]);
    const index = buildSpatialIndex(packed.boxes, 0);
    const live = createLiveLayer(packed);
    for (let i = 0; i < 700; i++) {
      const x = 10 * i;
      live.put(i, packFeatures([{ polygons: [[[x, 0, x + 5, 0, x + 5, 5, x, 5]]] }]), 0);
      index.update(i, x, 0, x + 5, 5);
    }
    const hits = new HitList();
    index.search(3000, 0, 3019, 5, hits);
    expect([...hits.items.subarray(0, hits.count)].sort()).toEqual([300, 301]);
    expect(packed.areas[699]).toBe(25);
    expect(packed.count).toBe(700);
  });
});

describe('the raster of cells', () => {
  it('never claims what the edges deny, and stays right under edits', () => {
    let told = 0;
    withSeed((random, features) => {
      const packed = packFeatures(features);
      const bands = buildEdgeBands(packed);
      const index = buildSpatialIndex(packed.boxes);
      const sets = createZoneSets();
      const raster = createCellRaster(packed, index, sets, 2500);
      const { live } = edit(features, random, packed, (feature, boxes) => {
        const [a, b, c, d] = packed.boxes.subarray(4 * feature, 4 * feature + 4);
        index.update(feature, a!, b!, c!, d!);
        updateEdgeBands(bands, packed, feature);
        for (const box of boxes) raster.repaint(box[0]!, box[1]!, box[2]!, box[3]!);
      });
      for (let k = 0; k < 80; k++) {
        const [x, y] = [random.between(-50, 600), random.between(-50, 600)];
        const size = random.between(0, 30);
        const set = raster.setOfBox(x, y, x + size, y + size);
        if (set === MIXED) continue;
        told++;
        const holding = Array.from({ length: live.count }, (_, zone) => zone).filter(
          (zone) => locatePointPlainly(live, zone, x + size / 2, y + size / 2) !== Location.outside,
        );
        expect(sets.zonesOf(set)).toEqual(holding);
        const probe = packFeatures([{ polygons: [[[x, y, x + size, y, x + size, y + size, x, y + size]]] }]);
        const area = createIntersectionArea();
        for (let zone = 0; zone < live.count; zone++) {
          const shared = area.measure(probe, 0, live, zone);
          expect(Math.abs(shared - (holding.includes(zone) ? size * size : 0))).toBeLessThan(1e-6);
        }
      }
    });
    expect(told).toBeGreaterThan(500);
  });
});
