import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { box, line, packFeatures, point, polygon, type TestFeature } from '../../test/support/packed-layer.ts';
import { createRandom } from '../core/random.ts';
import { createWithinTest, findAllWithin, findNearest } from './distance.ts';
import { featureDistanceSquared } from './feature-distance.ts';
import type { PackedLayer } from './packed-layer.ts';
import { buildSegmentChunks, updateSegmentChunks } from './segment-chunks.ts';
import { segmentDistanceSquared } from './segment-distance.ts';
import { buildSpatialIndex, HitList } from './spatial-index.ts';

const nearest = (feature: TestFeature, others: readonly TestFeature[]) =>
  findNearest(
    packFeatures([feature]),
    0,
    buildSegmentChunks(packFeatures(others), () => true),
    Infinity,
  );

describe('findNearest', () => {
  it('measures from polygon, line and point to lines', () => {
    const routes = [line(0, 100, 50, 100), line(0, -7, 500, -7)];
    expect(nearest(box(10, 0, 5, 5), routes)).toEqual({ feature: 1, distanceMeters: 7 });
    expect(nearest(point(3, 96), routes)).toEqual({ feature: 0, distanceMeters: 4 });
    expect(nearest(line(53, 104, 60, 110), routes)).toEqual({ feature: 0, distanceMeters: 5 });
  });

  it('is 0 where they touch, cross or the polygon holds the line, and not inside a hole', () => {
    expect(nearest(box(0, 0, 5, 5), [line(5, 5, 9, 9)]).distanceMeters).toBe(0);
    expect(nearest(box(0, 0, 5, 5), [line(-1, 2, 9, 3)]).distanceMeters).toBe(0);
    expect(nearest(box(0, 0, 5, 5), [line(2, 2, 3, 3)]).distanceMeters).toBe(0);
    const withHole = polygon([0, 0, 20, 0, 20, 20, 0, 20], [5, 5, 15, 5, 15, 15, 5, 15]);
    expect(nearest(withHole, [line(8, 8, 9, 9)]).distanceMeters).toBe(3);
  });

  it('takes the first of equally near ones, and nothing beyond the limit', () => {
    const routes = [line(0, 10, 5, 10), line(0, -10, 5, -10)];
    expect(nearest(point(2, 0), routes).feature).toBe(0);
    expect(nearest(point(2, 0), routes.toReversed()).feature).toBe(0);
    const layer = packFeatures([point(2, 0)]);
    const chunks = buildSegmentChunks(packFeatures(routes), () => true);
    expect(findNearest(layer, 0, chunks, 9.999)).toEqual({ feature: -1, distanceMeters: Infinity });
    expect(findNearest(layer, 0, chunks, 10).distanceMeters).toBe(10);
    expect(createWithinTest(chunks, 10)(layer, 0)).toBe(true);
    expect(createWithinTest(chunks, 9.999)(layer, 0)).toBe(false);
    expect(nearest(point(2, 0), [])).toEqual({ feature: -1, distanceMeters: Infinity });
  });

  it('takes exactly 50 m as within 50 m wherever in the frame, and a hair more as not', () => {
    const random = createRandom(50);
    for (let place = 0; place < 500; place++) {
      const reach = place % 2 === 0 ? 20_000_000 : 1_000_000_000;
      const [x, y] = [random.integer(-reach, reach), random.integer(-reach, reach)];
      const at = (...numbers: number[]) => numbers.map((value, i) => ((i % 2 === 0 ? x : y) + value) / 1000);
      // 30 and 40 to the corner of a triangle; straight across; square to a line that rises 3 for 4.
      for (const route of [
        at(30_000, 40_000, 90_000, 70_000),
        at(-7000, 50_000, 9000, 50_000),
        at(-430_000, -260_000, 370_000, 340_000),
      ]) {
        const chunks = buildSegmentChunks(packFeatures([line(...route)]), () => true);
        const source = packFeatures([point(...(at(0, 0) as [number, number]))]);
        const { distanceMeters } = findNearest(source, 0, chunks, Infinity);
        expect(createWithinTest(chunks, distanceMeters)(source, 0)).toBe(true);
        expect(createWithinTest(chunks, distanceMeters - 1e-8)(source, 0)).toBe(false);
        expect(Math.abs(distanceMeters - 50)).toBeLessThan(1e-9);
        expect(createWithinTest(chunks, 50)(source, 0)).toBe(true);
      }
    }
  });

  it('finds all within a distance, each with its own, as one by one would', () => {
    const random = createRandom(77);
    for (let round = 0; round < 40; round++) {
      const at = () => random.integer(0, 300);
      const others = Array.from({ length: 60 }, () => line(at(), at(), at(), at(), at(), at()));
      const own = packFeatures([
        [box(at(), at(), 30, 40), point(at(), at()), line(at(), at(), at(), at())][round % 3]!,
      ]);
      const all = packFeatures(others);
      const single = others.map((_, other) => buildSegmentChunks(all, (feature) => feature === other));
      const expected = single.flatMap((chunks) =>
        createWithinTest(chunks, 25)(own, 0) ? [findNearest(own, 0, chunks, Infinity)] : [],
      );
      expect(expected.length).toBeGreaterThan(0);
      expect(
        findAllWithin(
          own,
          0,
          buildSegmentChunks(all, () => true),
          25,
        ),
      ).toEqual(expected);
    }
    const chunks = buildSegmentChunks(packFeatures([line(0, 10, 5, 10)]), () => true);
    expect(findAllWithin(packFeatures([point(2, 0)]), 0, chunks, 10)).toEqual([{ feature: 0, distanceMeters: 10 }]);
    expect(findAllWithin(packFeatures([point(2, 0)]), 0, chunks, 9.999)).toEqual([]);
  });

  it('equals brute force over all pairs of segments', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e9 }), (seed) => {
        const random = createRandom(seed);
        const wander = (count: number) => {
          let [x, y] = [random.integer(0, 2000), random.integer(0, 2000)];
          return Array.from({ length: count }, () => {
            x += random.integer(-40, 40);
            y += random.integer(-40, 40);
            return [x, y];
          }).flat();
        };
        const routes = packFeatures(Array.from({ length: 40 }, () => line(...wander(random.integer(2, 60)))));
        const chunks = buildSegmentChunks(routes, () => true);
        const sources = packFeatures([line(...wander(12)), point(random.integer(0, 2000), random.integer(0, 2000))]);
        for (let source = 0; source < sources.count; source++) {
          const expected = Math.min(...Array.from({ length: 40 }, (_, i) => bruteForce(sources, source, routes, i)));
          const found = findNearest(sources, source, chunks, Infinity);
          expect(found.distanceMeters).toBe(Math.sqrt(expected));
          expect(bruteForce(sources, source, routes, found.feature)).toBe(expected);
          for (const limit of [0, 5, 50, 500]) {
            expect(createWithinTest(chunks, limit)(sources, source)).toBe(expected <= limit * limit);
          }
        }
      }),
      { numRuns: 60 },
    );
  });
});

function bruteForce(layerA: PackedLayer, a: number, layerB: PackedLayer, b: number): number {
  let best = Infinity;
  for (const [ax, ay, bx, by] of segmentsOf(layerA, a)) {
    for (const [cx, cy, dx, dy] of segmentsOf(layerB, b)) {
      best = Math.min(best, segmentDistanceSquared(ax, ay, bx, by, cx, cy, dx, dy));
    }
  }
  return best;
}

function segmentsOf(layer: PackedLayer, feature: number): [number, number, number, number][] {
  const ring = layer.ringStart[layer.partStart[feature]!]!;
  const [from, to] = [layer.positionStart[ring]!, layer.positionStart[ring + 1]! - 1];
  const at = (p: number): [number, number] => [layer.xy[2 * p]!, layer.xy[2 * p + 1]!];
  if (from === to) return [[...at(from), ...at(from)]];
  return Array.from({ length: to - from }, (_, i) => [...at(from + i), ...at(from + i + 1)]);
}

describe('buildSpatialIndex', () => {
  it('finds what brute force finds, for every number of items', () => {
    const hits = new HitList();
    for (const count of [0, 1, 2, 15, 16, 17, 256, 257, 5000]) {
      const random = createRandom(count + 1);
      const boxes = new Float64Array(4 * count);
      for (let i = 0; i < count; i++) {
        const [x, y] = [random.integer(0, 1000), random.integer(0, 1000)];
        const isEmpty = i % 11 === 5;
        boxes.set(
          isEmpty ? [Infinity, Infinity, -Infinity, -Infinity] : [x, y, x + random.integer(0, 30), y + 5],
          4 * i,
        );
      }
      const index = buildSpatialIndex(boxes);
      for (let query = 0; query < 50; query++) {
        const [x, y] = [random.integer(0, 1000), random.integer(0, 1000)];
        const expected: number[] = [];
        for (let i = 0; i < count; i++) {
          const [minX, minY, maxX, maxY] = boxes.subarray(4 * i, 4 * i + 4) as unknown as [
            number,
            number,
            number,
            number,
          ];
          if (minX <= x + 50 && maxX >= x && minY <= y + 40 && maxY >= y) expected.push(i);
        }
        index.search(x, y, x + 50, y + 40, hits);
        expect(Array.from(hits.items.subarray(0, hits.count)).sort((a, b) => a - b)).toEqual(expected);
        expect(index.some(x, y, x + 50, y + 40, () => true)).toBe(expected.length > 0);
      }
    }
  });
});

describe('createWithinTest', () => {
  it('says of one after the other what it says of each alone', () => {
    const random = createRandom(20261127);
    const routes = packFeatures(
      Array.from({ length: 60 }, () => {
        const [x, y] = [random.between(0, 3000), random.between(0, 3000)];
        return line(...Array.from({ length: 40 }, (_, i) => (i % 2 === 0 ? x : y) + random.between(-20, 20) + 9 * i));
      }),
    );
    const chunks = buildSegmentChunks(routes, () => true);
    const test = createWithinTest(chunks, 50);
    const sources = packFeatures(
      Array.from({ length: 600 }, (_, i) => box((i % 30) * 100, Math.floor(i / 30) * 150, 40, random.between(1, 90))),
    );
    let near = 0;
    for (let source = 0; source < sources.count; source++) {
      const expected = Array.from({ length: routes.count }, (_, route) =>
        featureDistanceSquared(sources, source, routes, route),
      ).some((squared) => squared <= 2500);
      expect(test(sources, source)).toBe(expected);
      expect(createWithinTest(chunks, 50)(sources, source)).toBe(expected);
      if (expected) near++;
    }
    expect(near).toBeGreaterThan(100);
    expect(near).toBeLessThan(500);
  });

  it('does not remember a route that an edit has taken away', () => {
    const routes = packFeatures([line(0, 10, 5, 10)]);
    const chunks = buildSegmentChunks(routes, () => true);
    const test = createWithinTest(chunks, 50);
    const source = packFeatures([box(0, 0, 5, 5)]);
    expect(test(source, 0)).toBe(true);
    updateSegmentChunks(chunks, 0, false);
    expect(test(source, 0)).toBe(false);
    updateSegmentChunks(chunks, 0, true);
    expect([test(source, 0), test(source, 0)]).toEqual([true, true]);
  });
});
