/**
 * The kernel's answers on pairs of polygons, held against GEOS on degenerate integer-grid input and
 * against each other. A fault that 126,254 random pairs did not show was in 951 of 60,000 of these.
 */
import { beforeAll, describe, expect, it } from 'vitest';
import { gridPolygon } from '../../test/support/grid-polygons.ts';
import { box, packFeatures, polygon, type TestFeature } from '../../test/support/packed-layer.ts';
import { buildEdgeBands } from './edge-bands.ts';
import { type Geos, loadGeos } from './geos.ts';
import { createIntersectionArea } from './intersection-area.ts';
import { measurePieces } from './overlay.ts';
import type { PackedLayer } from './packed-layer.ts';
import { polygonsOf } from './packed-polygons.ts';
import { Location, locatePoint, locatePointPlainly } from './point-in-polygon.ts';
import { createRelater, Relation } from './relate.ts';
import { measureCoveredArea } from './union-area.ts';

const FIRST_SEED = 20261124;
const POLYGONS = 900;

let geos: Geos;
let grid: PackedLayer;
beforeAll(async () => {
  const loaded = await loadGeos();
  if (!loaded.ok) throw new Error(loaded.problem.code);
  geos = loaded.value;
  grid = validGridPolygons(geos, POLYGONS);
});

/** Kept only if GEOS takes them as valid as they are. */
function validGridPolygons(oracle: Geos, count: number): PackedLayer {
  const features: TestFeature[] = [];
  for (let seed = FIRST_SEED; features.length < count; seed++) {
    const feature = gridPolygon(seed);
    const layer = packFeatures([feature]);
    if (layer.areas[0]! <= 0) continue;
    const valid = oracle.isValid(polygonsOf(layer, 0));
    if (valid.ok && valid.value) features.push(feature);
  }
  return packFeatures(features);
}

const relate = (a: TestFeature, b: TestFeature) => {
  const layer = packFeatures([a, b]);
  return createRelater().relate(layer, 0, { layer, bands: buildEdgeBands(layer) }, 1);
};
const shared = (a: TestFeature, b: TestFeature) => {
  const layer = packFeatures([a, b]);
  return createIntersectionArea().measure(layer, 0, layer, 1);
};

describe('degenerate pairs against GEOS', () => {
  it('has areas within 1e-9, symmetric, and relations that fit them', () => {
    const area = createIntersectionArea();
    const relater = createRelater();
    const bands = buildEdgeBands(grid);
    let crossing = 0;
    for (let a = 0; a < POLYGONS; a++) {
      for (let step = 1; step <= 12; step++) {
        const b = (a * 7 + step * 31) % POLYGONS;
        const pieces = geos.intersection(polygonsOf(grid, a), polygonsOf(grid, b));
        if (!pieces.ok) throw new Error(`${a}, ${b}: ${pieces.problem.params.reason}`);
        const expected = measurePieces(pieces.value).areaSquareMeters;
        const ours = area.measure(grid, a, grid, b);
        expect(Math.abs(ours - expected), `area of ${a}, ${b}`).toBeLessThan(1e-9);
        expect(Math.abs(area.measure(grid, b, grid, a) - ours), `symmetry of ${a}, ${b}`).toBeLessThan(1e-9);
        const relation = relater.relate(grid, a, { layer: grid, bands }, b);
        if (relation === Relation.disjoint) expect(expected, `disjoint ${a}, ${b}`).toBe(0);
        if (relation === Relation.inside) expect(expected, `inside ${a}, ${b}`).toBeCloseTo(grid.areas[a]!, 9);
        if (relation === Relation.holds) expect(expected, `holds ${a}, ${b}`).toBeCloseTo(grid.areas[b]!, 9);
        if (relation === Relation.crosses) crossing++;
      }
    }
    expect(crossing).toBeGreaterThan(2000);
  });

  it('measures the union of several covers as GEOS does, and covered plus uncovered is the whole', () => {
    for (let a = 0; a < 400; a++) {
      const covers = [1, 2, 3, 4].map((step) => (a * 5 + step * 97) % POLYGONS);
      const union = geos.unionAll(covers.flatMap((cover) => polygonsOf(grid, cover)));
      if (!union.ok) throw new Error(String(union.problem.params.reason));
      const inside = geos.intersection(polygonsOf(grid, a), union.value);
      const outside = geos.difference(polygonsOf(grid, a), union.value);
      if (!inside.ok || !outside.ok) throw new Error(`overlay of ${a}`);
      const ours = measureCoveredArea(
        grid,
        a,
        covers.map((feature) => ({ layer: grid, feature })),
      );
      expect(ours, `cover of ${a}`).toBeCloseTo(measurePieces(inside.value).areaSquareMeters, 8);
      expect(grid.areas[a]! - ours, `rest of ${a}`).toBeCloseTo(measurePieces(outside.value).areaSquareMeters, 8);
    }
  });

  it('places every grid point and half point alike with bands and without, and as exact integers say', () => {
    const bands = buildEdgeBands(grid);
    for (let a = 0; a < 200; a++) {
      for (let x = -1; x <= 26; x++) {
        for (let y = -1; y <= 26; y++) {
          const banded = locatePoint(grid, bands, a, x / 2, y / 2);
          const expected = locateExactly(grid, a, x / 2, y / 2);
          expect(banded, `${a} at ${x / 2}, ${y / 2}`).toBe(expected);
          expect(locatePointPlainly(grid, a, x / 2, y / 2), `${a} plainly`).toBe(expected);
        }
      }
    }
  });
});

/** Halves and small integers are exact in floating point, so that plain arithmetic is an oracle here. */
function locateExactly(layer: PackedLayer, feature: number, x: number, y: number): number {
  let inside = false;
  for (const ring of polygonsOf(layer, feature).flat()) {
    for (let i = 0; i + 3 < ring.length; i += 2) {
      const [ax, ay, bx, by] = [ring[i]!, ring[i + 1]!, ring[i + 2]!, ring[i + 3]!];
      const turn = (bx - ax) * (y - ay) - (by - ay) * (x - ax);
      const isBetween =
        Math.min(ax, bx) <= x && x <= Math.max(ax, bx) && Math.min(ay, by) <= y && y <= Math.max(ay, by);
      if (turn === 0 && isBetween) return Location.edge;
      if (ay > y !== by > y && turn > 0 === by > ay) inside = !inside;
    }
  }
  return inside ? Location.inside : Location.outside;
}

describe('relate', () => {
  it('knows holes: inside one is disjoint, around one is crossing', () => {
    const frame = polygon([0, 0, 10, 0, 10, 10, 0, 10], [3, 3, 7, 3, 7, 7, 3, 7]);
    expect(relate(box(4, 4, 2, 2), frame)).toBe(Relation.disjoint);
    expect(relate(box(1, 1, 1, 1), frame)).toBe(Relation.inside);
    // Its border meets none of the frame's, yet the frame's hole is missing from it.
    expect(relate(box(2, 2, 6, 6), frame)).toBe(Relation.crosses);
    expect(shared(box(2, 2, 6, 6), frame)).toBe(36 - 16);
    expect(relate(frame, box(-1, -1, 12, 12))).toBe(Relation.inside);
    expect(relate(box(-1, -1, 12, 12), frame)).toBe(Relation.holds);
  });

  it('looks at every part: one inside and one outside is crossing', () => {
    const parts: TestFeature = {
      polygons: [[[1, 1, 2, 1, 2, 2, 1, 2]], [[20, 20, 21, 20, 21, 21, 20, 21]]],
    };
    expect(relate(parts, box(0, 0, 10, 10))).toBe(Relation.crosses);
    expect(shared(parts, box(0, 0, 10, 10))).toBe(1);
    expect(relate(box(0, 0, 30, 30), parts)).toBe(Relation.holds);
  });

  it('shares no area where borders only touch', () => {
    expect(shared(box(0, 0, 5, 5), box(5, 0, 5, 5))).toBe(0);
    expect(shared(box(0, 0, 5, 5), box(5, 5, 5, 5))).toBe(0);
    expect(shared(box(0, 0, 5, 5), box(0, 0, 5, 5))).toBe(25);
  });
});

it('keeps its digits far from the origin: 8 km away, a strip of 1 mm × 1 km is 1 m²', () => {
  const layer = packFeatures([box(8_000_000, 4_000_000, 1000, 500), box(8_000_000, 4_000_499.999, 1000, 500)]);
  expect(createIntersectionArea().measure(layer, 0, layer, 1)).toBeCloseTo(1, 5);
});
