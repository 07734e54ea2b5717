/** Packing against GEOS: shapes that need repair, and a fuzz in which GEOS judges the fast validity test. */
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { appendGeoJson, createGeometryBuilder, GeometryType } from '../../src/geo/geometry-column.ts';
import { type Geos, loadGeos } from '../../src/geo/geos.ts';
import { createFrame } from '../../src/geo/laea.ts';
import { packLayer } from '../../src/geo/packed-layer.ts';
import { polygonsOf } from '../../src/geo/packed-polygons.ts';
import { createValidityTest } from '../../src/geo/validity.ts';
import answers from './repair-answers.json' with { type: 'json' };

const frame = createFrame([113.6, 34.7]);

type Areal = GeoJSON.Polygon | GeoJSON.MultiPolygon;

/** Metres of the frame to degrees, so that packing gives the same metres back. */
function toDegrees(geometry: Areal): Areal {
  const ring = (positions: GeoJSON.Position[]) => positions.map(([x, y]) => frame.unproject(x!, y!));
  return geometry.type === 'Polygon'
    ? { type: 'Polygon', coordinates: geometry.coordinates.map(ring) }
    : { type: 'MultiPolygon', coordinates: geometry.coordinates.map((rings) => rings.map(ring)) };
}

async function pack(geometry: Areal) {
  const builder = createGeometryBuilder();
  appendGeoJson(builder, toDegrees(geometry));
  return packLayer(builder.finish(), frame);
}

describe('repair as GEOS MakeValid (linework) does it', () => {
  it.each(answers)('$name', async ({ geometry, valid, parts, holes, area, perimeter }) => {
    const { layer, problems } = await pack(geometry as unknown as Areal);
    const polygons = polygonsOf(layer, 0);
    expect(polygons.length).toBe(parts);
    expect(polygons.reduce((sum, rings) => sum + rings.length - 1, 0)).toBe(holes);
    expect(layer.areas[0]).toBeCloseTo(area, 9);
    expect(layer.lengths[0]).toBeCloseTo(perimeter, 9);
    expect(layer.type[0]).toBe(parts === 0 ? GeometryType.none : GeometryType.polygon);
    const expected = valid ? [] : [parts === 0 ? 'geometry-degenerate' : 'geometry-repaired'];
    expect(problems.map(({ feature, problem }) => [feature, problem.code])).toEqual(expected.map((code) => [0, code]));
  });

  it('mends one feature among others and leaves the others as they are', async () => {
    const builder = createGeometryBuilder();
    const square = (x: number): Areal => ({
      type: 'Polygon',
      coordinates: [
        [
          [x, 0],
          [x + 10, 0],
          [x + 10, 10],
          [x, 10],
          [x, 0],
        ],
      ],
    });
    const bowTie = answers[0]!.geometry as unknown as Areal;
    for (const geometry of [square(-50), bowTie, square(40)]) appendGeoJson(builder, toDegrees(geometry));
    appendGeoJson(builder, null);
    const { layer, problems } = await packLayer(builder.finish(), frame);
    expect([...layer.areas]).toEqual([100, 50, 100, 0]);
    expect([...layer.partEnd]).toEqual([1, 3, 4, 4]);
    expect([...layer.boxes.slice(8, 12)]).toEqual([40, 0, 50, 10]);
    expect(problems.map(({ feature }) => feature)).toEqual([1]);
  });
});

describe('the fast validity test', () => {
  let geos: Geos;
  beforeAll(async () => {
    const loaded = await loadGeos();
    if (!loaded.ok) throw new Error(loaded.problem.code);
    geos = loaded.value;
  });

  const grid = fc.integer({ min: 0, max: 6 });
  const ring = fc.array(fc.tuple(grid, grid), { minLength: 3, maxLength: 9 });
  const polygon = fc.array(ring, { minLength: 1, maxLength: 3 });
  const large = fc.integer({ min: 40, max: 90 });

  it('never proves an invalid polygon valid, on integer grids full of touches', () => {
    let proved = 0;
    const test = createValidityTest();
    const check = (polygons: readonly (readonly (readonly (readonly number[])[])[])[]) => {
      const closed = polygons.map((rings) => rings.map(closeRing).filter((flat) => flat.length >= 8));
      const usable = closed.filter((rings) => rings.length > 0);
      if (usable.length === 0) return;
      test.reset();
      for (const rings of usable) {
        for (const [index, flat] of rings.entries()) test.addRing(flat, flat.length / 2, index > 0);
      }
      if (!test.isSurelyValid()) return;
      proved++;
      expect(geos.isValid(usable)).toEqual({ ok: true, value: true, notes: [] });
    };
    fc.assert(fc.property(fc.array(polygon, { minLength: 1, maxLength: 2 }), check), {
      numRuns: 30_000,
      seed: 20261124,
    });
    expect(proved).toBeGreaterThan(1000);
  });

  it('agrees with GEOS on rings too large to compare all pairs of edges', () => {
    const test = createValidityTest();
    fc.assert(
      fc.property(
        large,
        fc.integer({ min: 0, max: 1 }),
        fc.infiniteStream(fc.integer({ min: 1, max: 1000 })),
        (n, twist, radii) => {
          const positions = Array.from({ length: n }, (_, i) => {
            const radius = radii.next().value! * (twist && i % 7 === 0 ? -1 : 1);
            const angle = (2 * Math.PI * i) / n;
            return [Math.round(radius * Math.cos(angle)), Math.round(radius * Math.sin(angle))];
          });
          const flat = closeRing(positions);
          test.reset();
          test.addRing(flat, flat.length / 2, false);
          const valid = geos.isValid([[flat]]);
          expect(valid.ok).toBe(true);
          // One ring has no harmless touches, so the two must say the same.
          expect(test.isSurelyValid()).toBe(valid.ok && valid.value);
        },
      ),
      { numRuns: 3000, seed: 7 },
    );
  });
});

/** Closed and flat, without duplicates in a row. */
function closeRing(positions: readonly (readonly number[])[]): Float64Array {
  const kept = positions.filter(([x, y], i) => {
    const before = positions[(i + positions.length - 1) % positions.length]!;
    return x !== before[0] || y !== before[1];
  });
  return Float64Array.from([...kept, ...kept.slice(0, 1)].flat());
}
