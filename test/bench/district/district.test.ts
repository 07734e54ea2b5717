import { expect, it } from 'vitest';
import { createFrame } from '../../../src/geo/laea.ts';
import { packLayer } from '../../../src/geo/packed-layer.ts';
import { buildDistrict, packDistrict, SEED, SIZES } from './district.ts';
import { CENTER } from './places.ts';
import { buildVoronoi } from './voronoi.ts';

/** Positive for corners that run counter-clockwise. */
function doubleArea(corners: readonly (readonly [number, number])[]): number {
  return corners.reduce((sum, [x, y], i) => {
    const [nextX, nextY] = corners[(i + 1) % corners.length]!;
    return sum + x * nextY - nextX * y;
  }, 0);
}

it('makes the same district from the same seed', () => {
  const [first, second] = [buildDistrict('S', SEED), buildDistrict('S', SEED)];
  expect(second.sources.coordinates).toEqual(first.sources.coordinates);
  expect(second.zones.coordinates).toEqual(first.zones.coordinates);
  expect(buildDistrict('S', SEED + 1).zones.coordinates).not.toEqual(first.zones.coordinates);
});

it('has as many features as its size says, all usable', async () => {
  const { sources, zones, routes, hotspots } = await packDistrict(buildDistrict('S', SEED));
  expect([sources.count, zones.count]).toEqual([SIZES.S.sources, SIZES.S.zones]);
  expect([routes.count, hotspots.count]).toEqual([50, 500]);
  for (const layer of [sources, zones, routes, hotspots]) expect(layer.type.every((type) => type > 0)).toBe(true);
  expect(sources.positionStart.at(-1)! / sources.count).toBeGreaterThan(25);
});

it('needs no repair', async () => {
  const columns = buildDistrict('M', SEED);
  const frame = createFrame(CENTER);
  expect((await packLayer(columns.zones, frame)).problems).toEqual([]);
  expect((await packLayer(columns.sources, frame)).problems).toEqual([]);
});

it('tiles the square but for gaps and overlaps', async () => {
  const { zones } = await packDistrict(buildDistrict('M', SEED));
  const sum = zones.areas.reduce((total, area) => total + area, 0);
  // The plane becomes degrees by a sphere and metres again by the ellipsoid: 0.16% smaller here.
  expect(sum / 9e8 / 0.9984).toBeGreaterThan(0.999);
  expect(sum / 9e8 / 0.9984).toBeLessThan(1.003);
});

it('gives neighbouring cells the same border, and every cell a closed ring', () => {
  const sites = Float64Array.from([-5, -5, 5, -4, 0, 6, 3, 3]);
  const { borders, cells } = buildVoronoi(sites, 10);
  const uses = new Map(borders.map((border) => [border, 0]));
  for (const cell of cells) {
    cell.forEach(({ border, isReversed }, index) => {
      uses.set(border, uses.get(border)! + 1);
      const next = cell[(index + 1) % cell.length]!;
      const end = isReversed ? border.from : border.to;
      const begin = next.isReversed ? next.border.to : next.border.from;
      expect(Math.hypot(end[0] - begin[0], end[1] - begin[1])).toBeLessThan(1e-9);
    });
    const corners = cell.map(({ border, isReversed }) => (isReversed ? border.to : border.from));
    expect(doubleArea(corners)).toBeGreaterThan(0);
  }
  for (const [border, count] of uses) expect(count).toBe(border.upper < 0 ? 1 : 2);
});
