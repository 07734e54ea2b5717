import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createFrame } from './laea.ts';
import { splitPolygon } from './split-polygon.ts';

type Position = GeoJSON.Position;
type Areal = GeoJSON.Polygon | GeoJSON.MultiPolygon;

const CENTER = [113.6, 34.7] as const;
const frame = createFrame(CENTER);
/** Metres around the centre as degrees. */
const at = (x: number, y: number): Position => frame.unproject(x, y);
const ring = (...places: [number, number][]): Position[] => {
  const positions = places.map(([x, y]) => at(x, y));
  return [...positions, positions[0]!];
};
const polygon = (...rings: Position[][]): GeoJSON.Polygon => ({ type: 'Polygon', coordinates: rings });
const line = (...places: [number, number][]): GeoJSON.LineString => ({
  type: 'LineString',
  coordinates: places.map(([x, y]) => at(x, y)),
});
const SQUARE = ring([0, 0], [100, 0], [100, 100], [0, 100]);

function areaOf(geometry: Areal): number {
  const parts = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  let total = 0;
  for (const rings of parts) {
    rings.forEach((positions, index) => {
      let twice = 0;
      const xy = positions.map(([longitude = 0, latitude = 0]) => {
        const out = [0, 0];
        frame.project(longitude, latitude, out, 0);
        return out as [number, number];
      });
      for (let i = 1; i < xy.length; i++) twice += xy[i - 1]![0] * xy[i]![1] - xy[i]![0] * xy[i - 1]![1];
      total += (index === 0 ? 1 : -1) * Math.abs(twice / 2);
    });
  }
  return total;
}
const piecesOf = (geometry: Areal, cut: GeoJSON.LineString): Areal[] => {
  const result = splitPolygon(geometry, cut, frame);
  if (!result.ok) throw new Error(result.problem.code);
  return result.value;
};
const areas = (pieces: readonly Areal[]) => pieces.map((piece) => Math.round(areaOf(piece) * 1000) / 1000);
const keys = (geometry: Areal) => new Set(geometry.coordinates.flat(geometry.type === 'Polygon' ? 1 : 2).map(String));

it('cuts a square in two that share both new vertices to the last bit', () => {
  const pieces = piecesOf(polygon(SQUARE), line([-10, 30], [110, 30]));
  expect(areas(pieces)).toEqual([7000, 3000]);
  const [a, b] = pieces.map(keys) as [Set<string>, Set<string>];
  expect([...a].filter((key) => b.has(key))).toHaveLength(2);
  const old = SQUARE.map(String);
  expect(old.every((key) => a.has(key) || b.has(key))).toBe(true);
});

it('follows a bent line, and a line that begins and ends on the border', () => {
  expect(areas(piecesOf(polygon(SQUARE), line([30, 0], [30, 50], [100, 50])))).toEqual([6500, 3500]);
});

it('runs through vertices without making new ones', () => {
  const pieces = piecesOf(polygon(SQUARE), line([-50, -50], [150, 150]));
  expect(areas(pieces)).toEqual([5000, 5000]);
  expect(new Set(pieces.flatMap((piece) => [...keys(piece)])).size).toBe(4);
});

it('splits around a hole, and ends at a hole', () => {
  const holed = polygon(SQUARE, ring([40, 40], [40, 60], [60, 60], [60, 40]));
  expect(areas(piecesOf(holed, line([-10, 50], [110, 50])))).toEqual([4800, 4800]);
  expect(areas(piecesOf(holed, line([-10, 10], [110, 10])))).toEqual([8600, 1000]);
  expect(piecesOf(holed, line([-10, 10], [110, 10]))[0]!.coordinates).toHaveLength(2);
  expect(splitPolygon(holed, line([-10, 50], [50, 50]), frame)).toMatchObject({
    problem: { code: 'split.line-misses' },
  });
});

it('parts nothing with a line that ends inside or runs beside or along the border', () => {
  for (const cut of [line([-10, 50], [50, 50]), line([-10, -10], [110, -10]), line([0, 0], [100, 0])]) {
    expect(splitPolygon(polygon(SQUARE), cut, frame)).toMatchObject({ ok: false });
  }
});

it('cuts a closed ring out of the middle, and crosses a u-shape twice', () => {
  const lasso = line([20, 20], [40, 20], [40, 40], [20, 40], [20, 20]);
  const pieces = piecesOf(polygon(SQUARE), lasso);
  expect(areas(pieces)).toEqual([9600, 400]);
  const u = polygon(ring([0, 0], [100, 0], [100, 100], [80, 100], [80, 20], [20, 20], [20, 100], [0, 100]));
  expect(areas(piecesOf(u, line([-10, 60], [110, 60])))).toEqual([3600, 800, 800]);
});

it('leaves the parts that it does not meet with the largest piece', () => {
  const two: GeoJSON.MultiPolygon = {
    type: 'MultiPolygon',
    coordinates: [[SQUARE], [ring([200, 0], [210, 0], [210, 10], [200, 10])]],
  };
  const pieces = piecesOf(two, line([-10, 30], [110, 30]));
  expect(areas(pieces)).toEqual([7100, 3000]);
  expect(pieces[0]!.type).toBe('MultiPolygon');
});

it('takes a line that crosses itself', () => {
  const loop = line([-10, 50], [70, 50], [70, 80], [50, 80], [50, -10]);
  expect(areas(piecesOf(polygon(SQUARE), loop))).toEqual([6900, 2500, 600]);
});

it('pieces add up to the whole, whatever star is cut by whatever path', () => {
  const radii = fc.array(fc.integer({ min: 20, max: 100 }), { minLength: 3, maxLength: 30 });
  const path = fc.array(fc.tuple(fc.integer({ min: -120, max: 120 }), fc.integer({ min: -120, max: 120 })), {
    minLength: 2,
    maxLength: 8,
  });
  fc.assert(
    fc.property(radii, path, (distances, places) => {
      const corner = (radius: number, index: number): [number, number] => {
        const angle = (2 * Math.PI * index) / distances.length;
        return [Math.round(radius * Math.cos(angle)), Math.round(radius * Math.sin(angle))];
      };
      const star = polygon(ring(...distances.map(corner)), ring([-2, -2], [-2, 2], [2, 2], [2, -2]));
      fc.pre(areaOf(star) > 0 && distances.length > 4);
      const result = splitPolygon(star, line(...(places as [number, number][])), frame);
      if (!result.ok) return;
      const total = result.value.reduce((sum, piece) => sum + areaOf(piece), 0);
      expect(Math.abs(total - areaOf(star))).toBeLessThan(1e-2);
      expect(result.value.length).toBeGreaterThan(1);
    }),
    { numRuns: 500 },
  );
});
