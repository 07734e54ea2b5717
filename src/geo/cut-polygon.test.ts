import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Areal, clipFrom, clipTo, partsOf, uniteShapes } from './cut-polygon.ts';
import { loadGeos } from './geos.ts';
import { createFrame } from './laea.ts';

const loaded = await loadGeos();
if (!loaded.ok) throw new Error(loaded.problem.code);
const geos = loaded.value;
const frame = createFrame([113.6, 34.7]);

type Place = [x: number, y: number];
const ring = (...places: Place[]): GeoJSON.Position[] => {
  const positions = places.map(([x, y]): GeoJSON.Position => frame.unproject(x, y));
  return [...positions, positions[0]!];
};
const polygon = (...rings: GeoJSON.Position[][]): GeoJSON.Polygon => ({ type: 'Polygon', coordinates: rings });
const box = (x: number, y: number, width: number, height: number) =>
  polygon(ring([x, y], [x + width, y], [x + width, y + height], [x, y + height]));

function areaOf(shape: Areal | undefined): number {
  if (!shape) return 0;
  let total = 0;
  for (const rings of partsOf(shape)) {
    rings.forEach((positions, index) => {
      let twice = 0;
      const xy = positions.map(([longitude = 0, latitude = 0]) => {
        const out: Place = [0, 0];
        frame.project(longitude, latitude, out, 0);
        return out;
      });
      for (let i = 1; i < xy.length; i++) twice += xy[i - 1]![0] * xy[i]![1] - xy[i]![0] * xy[i - 1]![1];
      total += (index === 0 ? 1 : -1) * Math.abs(twice / 2);
    });
  }
  return total;
}
const shapeOf = (result: ReturnType<typeof clipFrom>) => {
  if (!result.ok) throw new Error(result.problem.code);
  return result.value;
};
const keysOf = (shape: Areal | undefined) => new Set(shape ? partsOf(shape).flat(2).map(String) : []);

it('merges neighbours into one part, though one border has a vertex that lies beside the other by rounding', () => {
  const left = polygon(ring([0, 0], [100, 0], [100, 33.3333333], [100.0000004, 71.1], [100, 100], [0, 100]));
  const right = box(100, 0, 50, 100);
  const merged = shapeOf(uniteShapes(geos, frame, [left, right]));
  expect(merged?.type).toBe('Polygon');
  expect(merged?.coordinates).toHaveLength(1);
  expect(areaOf(merged)).toBeCloseTo(15_000, 3);
  const old = new Set([...keysOf(left), ...keysOf(right)]);
  expect([...keysOf(merged)].filter((key) => !old.has(key))).toEqual([]);
});

it('clips one from another along exactly its border', () => {
  const own = box(0, 0, 100, 100);
  const other = box(60, 20, 100, 40);
  const left = shapeOf(clipFrom(geos, frame, own, [other]));
  expect(areaOf(left)).toBeCloseTo(10_000 - 1600, 3);
  expect([...keysOf(other)].filter((key) => keysOf(left).has(key))).toHaveLength(2);
  expect(areaOf(shapeOf(clipTo(geos, frame, own, [other])))).toBeCloseTo(1600, 3);
});

it('answers with nothing where nothing is left, and where two only touch', () => {
  expect(shapeOf(clipFrom(geos, frame, box(10, 10, 10, 10), [box(0, 0, 100, 100)]))).toBeUndefined();
  expect(shapeOf(clipTo(geos, frame, box(0, 0, 10, 10), [box(10, 0, 10, 10)]))).toBeUndefined();
});

it('keeps holes, and makes one where the other lies inside', () => {
  const holed = shapeOf(clipFrom(geos, frame, box(0, 0, 100, 100), [box(40, 40, 20, 20)]));
  expect(holed?.coordinates).toHaveLength(2);
  expect(areaOf(shapeOf(uniteShapes(geos, frame, [holed!, box(40, 40, 20, 20)])))).toBeCloseTo(10_000, 3);
});

it('union and intersection together are as large as both, and what is clipped off is what they share', () => {
  const places = fc.array(fc.integer({ min: 5, max: 60 }), { minLength: 5, maxLength: 16 });
  const star = (radii: readonly number[], x: number, y: number) =>
    polygon(
      ring(
        ...radii.map((radius, index): Place => {
          const angle = (2 * Math.PI * index) / radii.length;
          return [Math.round(x + radius * Math.cos(angle)), Math.round(y + radius * Math.sin(angle))];
        }),
      ),
    );
  const shift = fc.integer({ min: -40, max: 40 });
  fc.assert(
    fc.property(places, places, shift, shift, (first, second, x, y) => {
      const [a, b] = [star(first, 0, 0), star(second, x, y)];
      const shared = areaOf(shapeOf(clipTo(geos, frame, a, [b])));
      const both = areaOf(shapeOf(uniteShapes(geos, frame, [a, b])));
      expect(Math.abs(areaOf(a) + areaOf(b) - shared - both)).toBeLessThan(0.2);
      expect(Math.abs(areaOf(a) - shared - areaOf(shapeOf(clipFrom(geos, frame, a, [b]))))).toBeLessThan(0.2);
    }),
    { numRuns: 300 },
  );
});
