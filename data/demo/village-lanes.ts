/** Villages: a crooked main lane, side lanes off it, a lane to the next road; houses stand along them. */
import { createRandom, type Random } from '../../src/core/random.ts';
import type { BaseMapFeature, Pen } from './base-map-types.ts';
import type { Village } from './blocks.ts';
import type { District } from './district.ts';
import { add, direction, distance, middle, type Point } from './plane.ts';

interface VillagePlan {
  readonly lanes: readonly (readonly Point[])[];
  readonly houses: readonly (readonly Point[])[];
}

export function planVillage(village: Village, blockRing: readonly Point[], seed: number, index: number): VillagePlan {
  const random = createRandom((seed ^ 0x550c7dc3) + index * 104_729);
  const turn = random.between(-0.35, 0.35) + (random.next() < 0.4 ? Math.PI / 2 : 0);
  const along: Point = [Math.cos(turn), Math.sin(turn)];
  const across: Point = [-along[1], along[0]];
  const spine: Point[] = [];
  for (let off = -1; off <= 1.01; off += 0.25) {
    spine.push(add(add(village.at, along, off * village.radiusMeters * 1.05), across, random.normal() * 7));
  }
  const lanes: Point[][] = [
    spine,
    [nearestOnRing(village.at, blockRing), middle(nearestOnRing(village.at, blockRing), spine[4]!, 0.55), spine[4]!],
  ];
  const houses: Point[][] = [];
  for (let off = -0.85; off <= 0.86; ) {
    const start = add(village.at, along, off * village.radiusMeters);
    for (const side of [1, -1]) {
      const reach = village.radiusMeters * Math.sqrt(1 - off * off) * random.between(0.55, 1);
      if (reach < 30) continue;
      const lane = sideLane(start, across, side, reach, random);
      lanes.push(lane);
      housesAlong(lane, random, houses);
    }
    off += random.between(44, 62) / village.radiusMeters;
  }
  return { lanes, houses };
}

function sideLane(start: Point, across: Point, side: number, reach: number, random: Random): Point[] {
  const bend = random.normal() * 0.12;
  const heading: Point = [across[0] * side - across[1] * side * bend, across[1] * side + across[0] * side * bend];
  const lane: Point[] = [start];
  for (let gone = 45; gone < reach; gone += 45)
    lane.push(add(add(start, heading, gone), [random.normal(), random.normal()], 3));
  lane.push(add(start, heading, reach));
  return lane;
}

function housesAlong(lane: readonly Point[], random: Random, houses: Point[][]): void {
  for (let i = 1; i < lane.length; i++) {
    const [a, b] = [lane[i - 1]!, lane[i]!];
    const along = direction(a, b);
    const normal: Point = [-along[1], along[0]];
    for (let gone = 9; gone < distance(a, b) - 7; gone += random.between(15, 19)) {
      for (const side of [1, -1]) {
        if (random.next() < 0.2) continue;
        houses.push(
          rectangle(
            add(add(a, along, gone), normal, side * 12.5),
            along,
            random.between(10, 13.5),
            random.between(9, 14),
          ),
        );
      }
    }
  }
}

/** Counter-clockwise, open. */
export function rectangle(center: Point, along: Point, length: number, depth: number): Point[] {
  const normal: Point = [-along[1], along[0]];
  const corner = (u: number, v: number) => add(add(center, along, (u * length) / 2), normal, (v * depth) / 2);
  return [corner(-1, -1), corner(1, -1), corner(1, 1), corner(-1, 1)];
}

function nearestOnRing(at: Point, ring: readonly Point[]): Point {
  let best = ring[0]!;
  for (let i = 0; i < ring.length; i++) {
    const [a, b] = [ring[i]!, ring[(i + 1) % ring.length]!];
    const length = distance(a, b) || 1;
    const t = Math.max(0, Math.min(1, ((at[0] - a[0]) * (b[0] - a[0]) + (at[1] - a[1]) * (b[1] - a[1])) / length ** 2));
    const foot = middle(a, b, t);
    if (distance(foot, at) < distance(best, at)) best = foot;
  }
  return best;
}

export function buildVillageLanes(district: District, pen: Pen): BaseMapFeature[] {
  return district.villages.flatMap((village, index) =>
    planVillage(village, district.blocks[village.block]!.ring, district.seed, index).lanes.map((lane, which) => ({
      geometry: pen.line(lane),
      properties: {
        kind: 'minor_road',
        kind_detail: which < 2 ? 'unclassified' : 'service',
        min_zoom: which < 2 ? 12 : 14,
        sort_rank: 390,
      },
      fromZoom: which < 2 ? 12 : 14,
    })),
  );
}
