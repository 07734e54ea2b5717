/**
 * What each road block is used for, and its lots: what buildings, sites and bare soil are placed
 * in. Land use follows distance from the towns, the river and chance.
 */
import { createRandom, type Random } from '../../src/core/random.ts';
import type { Landscape } from './landscape.ts';
import type { Mesh } from './mesh.ts';
import {
  add,
  centroidOf,
  clipLeft,
  distance,
  distanceToPath,
  insetRing,
  isInside,
  type Point,
  signedArea,
} from './plane.ts';
import { axesAt } from './road-network.ts';

const LAND_USES = [
  'housing',
  'shops',
  'industry',
  'park',
  'greenBelt',
  'school',
  'hospital',
  'vacant',
  'fields',
  'wood',
] as const;

type LandUse = (typeof LAND_USES)[number];

export interface Block {
  readonly index: number;
  /** Counter-clockwise, open, along the middle of the streets around. */
  readonly ring: readonly Point[];
  readonly center: Point;
  readonly areaSquareMeters: number;
  readonly use: LandUse;
  readonly urbanity: number;
  /** Unit vectors along the local streets. */
  readonly axes: readonly [Point, Point];
}

export interface Village {
  readonly at: Point;
  readonly radiusMeters: number;
  readonly block: number;
}

export function buildBlocks(mesh: Mesh, landscape: Landscape, seed: number): Block[] {
  const random = createRandom(seed ^ 0x3c6ef3);
  return mesh.faces.map((face, index) => {
    face.plot = index;
    const ring = mesh.pointsOf(index);
    const center = centroidOf(ring);
    const areaSquareMeters = signedArea(ring);
    const urbanity = landscape.urbanity(center);
    const alongRiver = face.ring.some((v, i) => mesh.kindOf(v, face.ring[(i + 1) % face.ring.length]!) === 'river');
    const use = useOf(landscape, ring, center, areaSquareMeters, urbanity, alongRiver, random);
    return { index, ring, center, areaSquareMeters, use, urbanity, axes: axesAt(landscape, center) };
  });
}

function useOf(
  landscape: Landscape,
  ring: readonly Point[],
  center: Point,
  area: number,
  urbanity: number,
  alongRiver: boolean,
  random: Random,
): LandUse {
  const chance = random.next();
  if (alongRiver && area < 900_000 && urbanity > 0.25) return 'greenBelt';
  if (isInside(landscape.lakeCenter, ring)) return 'park';
  const industry = landscape.towns.some(
    (town) => town.kind === 'industry' && distance(center, town.at) < town.radiusMeters * 0.95,
  );
  if (industry) return chance < 0.74 ? 'industry' : chance < 0.88 ? 'vacant' : 'housing';
  if (urbanity < 0.3) {
    const hills = center[0] < -7500 && center[1] > 7600;
    return hills && chance < 0.6 ? 'wood' : chance < 0.04 ? 'wood' : 'fields';
  }
  if (chance < 0.035) return 'park';
  if (chance < 0.075 && area < 160_000) return 'school';
  if (chance < 0.083 && area < 160_000) return 'hospital';
  const vacancy =
    0.03 +
    0.2 * (1 - urbanity) +
    (landscape.towns.some((t) => t.kind === 'subcenter' && distance(center, t.at) < t.radiusMeters) ? 0.12 : 0);
  if (chance < 0.083 + vacancy) return 'vacant';
  const core = distance(center, landscape.towns[0]!.at);
  return random.next() < 0.42 * Math.exp(-core / 2600) + 0.06 ? 'shops' : 'housing';
}

/** Villages in the fields, away from each other and from the water. */
export function buildVillages(blocks: readonly Block[], landscape: Landscape, seed: number): Village[] {
  const random = createRandom(seed ^ 0x6a09e6);
  const villages: Village[] = [];
  for (const block of blocks) {
    if (block.use !== 'fields' || block.areaSquareMeters < 350_000) continue;
    const count = Math.min(3, 1 + Math.floor(block.areaSquareMeters / 1_300_000));
    for (let i = 0; i < count; i++) {
      const radiusMeters = random.between(95, 210);
      for (let attempt = 0; attempt < 30; attempt++) {
        const at = randomPointIn(block.ring, random);
        if (!at || landscape.toWaterMeters(at) < radiusMeters + 60) continue;
        if (distanceToPath(at, [...block.ring, block.ring[0]!]) < radiusMeters * 0.75 + 15) continue;
        if (villages.some((other) => distance(other.at, at) < other.radiusMeters + radiusMeters + 350)) continue;
        villages.push({ at, radiusMeters, block: block.index });
        break;
      }
    }
  }
  return villages;
}

/** Uniform by rejection in the box; undefined after forty misses. */
export function randomPointIn(ring: readonly Point[], random: Random): Point | undefined {
  let [minX, minY, maxX, maxY] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of ring) {
    minX = Math.min(minX, x);
    minY = Math.min(minY, y);
    maxX = Math.max(maxX, x);
    maxY = Math.max(maxY, y);
  }
  for (let attempt = 0; attempt < 40; attempt++) {
    const point: Point = [random.between(minX, maxX), random.between(minY, maxY)];
    if (isInside(point, ring)) return point;
  }
  return undefined;
}

/** A block without its streets, halved along the street directions until the lots are small enough. */
export function lotsOf(block: Block, targetSquareMeters: number, marginMeters: number): Point[][] {
  const inner = insetRing(block.ring, marginMeters);
  if (!inner) return [];
  const done: Point[][] = [];
  const open: Point[][] = [inner];
  for (let lot = open.pop(); lot; lot = open.pop()) {
    const area = signedArea(lot);
    if (area < 250) continue;
    if (area <= targetSquareMeters * 1.5) {
      done.push(lot);
      continue;
    }
    const [first, second] = block.axes;
    const along = spanOf(lot, first) >= spanOf(lot, second) ? first : second;
    const normal: Point = [-along[1], along[0]];
    const through = centroidOf(lot);
    const halves = [clipLeft(lot, through, normal), clipLeft(lot, through, [-normal[0], -normal[1]])];
    if (halves.some((half) => half.length < 3 || signedArea(half) < area * 0.2)) {
      done.push(lot);
      continue;
    }
    open.push(...halves);
  }
  return done;
}

function spanOf(ring: readonly Point[], axis: Point): number {
  const values = ring.map(([x, y]) => x * axis[0] + y * axis[1]);
  return Math.max(...values) - Math.min(...values);
}

/** A star-shaped, irregular outline of about the given area. Counter-clockwise, open. */
export function roughOutline(at: Point, areaSquareMeters: number, vertices: number, random: Random): Point[] {
  const phases = [random.between(0, 6.283), random.between(0, 6.283), random.between(0, 6.283)] as const;
  const swell = [random.between(0.05, 0.3), random.between(0, 0.16), random.between(0, 0.1)] as const;
  const flat = random.between(0.42, 1);
  const turn = random.between(0, Math.PI);
  const [c, s] = [Math.cos(turn), Math.sin(turn)];
  const shape: Point[] = [];
  for (let i = 0; i < vertices; i++) {
    const angle = (2 * Math.PI * (i + random.between(-0.3, 0.3))) / vertices;
    const reach =
      1 +
      swell[0] * Math.sin(2 * angle + phases[0]) +
      swell[1] * Math.sin(3 * angle + phases[1]) +
      swell[2] * Math.sin(5 * angle + phases[2]) +
      random.between(-0.06, 0.06);
    const [x, y] = [reach * Math.cos(angle), reach * Math.sin(angle) * flat];
    shape.push([x * c - y * s, x * s + y * c]);
  }
  const scale = Math.sqrt(areaSquareMeters / Math.abs(signedArea(shape)));
  return shape.map((point) => add(at, point, scale));
}
