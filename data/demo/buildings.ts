/**
 * Buildings as they stand in Chinese towns: rows of slabs facing south, podiums and towers in the
 * centre, sheds in industry, farmhouses in villages. None stands where a source lies.
 */
import { createRandom, type Random } from '../../src/core/random.ts';
import type { BaseMapFeature, Pen } from './base-map-types.ts';
import type { Block } from './blocks.ts';
import type { District } from './district.ts';
import { add, type Box, boxOf, distance, insetRing, isInside, type Point } from './plane.ts';
import { soilPatches } from './soil-patches.ts';
import { planVillage, rectangle } from './village-lanes.ts';

interface Pattern {
  readonly length: readonly [number, number];
  readonly depth: readonly [number, number];
  /** Free ground between buildings of a row, and from row to row. */
  readonly gap: number;
  readonly row: number;
  readonly missing: number;
}

const PATTERNS: Readonly<Record<string, Pattern>> = {
  housing: { length: [38, 66], depth: [12, 15], gap: 14, row: 36, missing: 0.08 },
  shops: { length: [30, 62], depth: [26, 40], gap: 18, row: 58, missing: 0.12 },
  industry: { length: [60, 130], depth: [28, 48], gap: 22, row: 66, missing: 0.22 },
  school: { length: [40, 70], depth: [14, 18], gap: 26, row: 60, missing: 0.35 },
  hospital: { length: [45, 75], depth: [20, 26], gap: 24, row: 55, missing: 0.25 },
};

export function buildBuildings(district: District, pen: Pen): BaseMapFeature[] {
  const random = createRandom(district.seed ^ 0x72be5d74);
  const bare = sourceOutlines(district);
  const features: BaseMapFeature[] = [];
  const put = (ring: readonly Point[], fromZoom: number) =>
    features.push({ geometry: pen.area(ring), properties: { kind: 'building', min_zoom: 14 }, fromZoom });
  for (const block of district.blocks) {
    const pattern = PATTERNS[block.use];
    if (!pattern || (block.urbanity < 0.3 && block.use === 'housing')) continue;
    for (const ring of rowsIn(block, pattern, bare.get(block.index) ?? [], random)) put(ring, 14);
  }
  for (const [index, village] of district.villages.entries()) {
    const taken = bare.get(village.block) ?? [];
    for (const house of planVillage(village, district.blocks[village.block]!.ring, district.seed, index).houses) {
      if (!taken.some((other) => isNear(house[0]!, other))) put(house, 14);
    }
  }
  return features;
}

interface Taken {
  readonly ring: readonly Point[];
  readonly box: Box;
}

function sourceOutlines(district: District): Map<number, Taken[]> {
  const taken = new Map<number, Taken[]>();
  const note = (block: number, ring: readonly Point[]) => {
    const list = taken.get(block) ?? [];
    list.push({ ring, box: boxOf(ring) });
    taken.set(block, list);
  };
  // Sheds may stand in a park, nothing else in a source.
  for (const { block, ring } of [...district.lots.sites, ...district.lots.piles]) note(block.index, ring);
  for (const { block, rings } of soilPatches(district, Math.min(district.counts.soil, 9000)))
    note(block.index, rings[0]!);
  return taken;
}

const isNear = (at: Point, { ring, box }: Taken): boolean =>
  at[0] > box[0] - 25 &&
  at[0] < box[2] + 25 &&
  at[1] > box[1] - 25 &&
  at[1] < box[3] + 25 &&
  (isInside(at, ring) || ring.some((corner) => distance(corner, at) < 20));

function rowsIn(block: Block, pattern: Pattern, taken: readonly Taken[], random: Random): Point[][] {
  const inner = insetRing(block.ring, block.use === 'shops' ? 12 : 17);
  if (!inner) return [];
  const [along, across] = block.axes;
  const at = ([x, y]: Point, axis: Point) => x * axis[0] + y * axis[1];
  const us = inner.map((point) => at(point, along));
  const vs = inner.map((point) => at(point, across));
  const origin = block.center;
  const place = (u: number, v: number): Point =>
    add(add(origin, along, u - at(origin, along)), across, v - at(origin, across));
  const buildings: Point[][] = [];
  const [low, high] = [Math.min(...us), Math.max(...us)];
  for (
    let v = Math.min(...vs) + pattern.depth[1];
    v < Math.max(...vs) - pattern.depth[0] / 2;
    v += pattern.row * random.between(0.95, 1.08)
  ) {
    for (let u = low; u < high; ) {
      const length = random.between(...pattern.length);
      const depth = random.between(...pattern.depth);
      const center = place(u + length / 2, v);
      u += length + pattern.gap * random.between(0.8, 1.4);
      if (random.next() < pattern.missing) continue;
      const ring = rectangle(center, along, length, depth);
      if (!ring.every((corner) => isInside(corner, inner))) continue;
      if (taken.some((other) => isNear(center, other) || ring.some((corner) => isNear(corner, other)))) continue;
      buildings.push(ring);
    }
  }
  return buildings;
}
