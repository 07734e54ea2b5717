/**
 * Cuts the district into blocks along river, railway, expressway, ring road and streets of falling
 * rank, then names the streets. The order of the cuts is the hierarchy: what is cut first runs through.
 */
import { createRandom, type Random } from '../../src/core/random.ts';
import type { Landscape } from './landscape.ts';
import { Mesh } from './mesh.ts';
import { add, boxOf, centroidOf, direction, distance, isInside, type Point, signedArea } from './plane.ts';

/** Ranks of edges, most important first. `none` is a border between fields or lots, no road. */
export const ROAD_KINDS = ['motorway', 'ring', 'primary', 'secondary', 'tertiary', 'lane', 'county', 'rural'] as const;

export type RoadKind = (typeof ROAD_KINDS)[number];

/** Streets do not end in the river. */
const BARRIERS: ReadonlySet<string> = new Set(['river']);

interface RoadNetwork {
  readonly mesh: Mesh;
  /** Faces before the local streets were cut: number of superblocks. */
  readonly blockCount: number;
}

export function buildRoadNetwork(landscape: Landscape, seed: number): RoadNetwork {
  const random = createRandom(seed ^ 0x2f6e2b1);
  const mesh = new Mesh(landscape.outline, 'outline');
  mesh.cutAll(landscape.river, { kind: 'river' });
  mesh.cutAll(railway(landscape), { kind: 'rail' });
  mesh.cutAll(expressway(landscape), { kind: 'motorway' });
  for (const line of arterials(landscape, random)) mesh.cutAll(line, { kind: 'primary', snapMeters: 14 });
  for (const start of [0.4, 2.2]) mesh.cutAll(ringRoad(landscape, start), { kind: 'ring', snapMeters: 14 });
  for (const line of radials(landscape)) mesh.cutAll(line, { kind: 'primary', snapMeters: 40 });
  for (const side of [1, -1]) mesh.cutAll(riverside(landscape, side), { kind: 'secondary', snapMeters: 20 });
  for (const [index, face] of mesh.faces.entries()) face.block = index;
  const blockCount = mesh.faces.length;
  for (let face = 0; face < blockCount; face++) splitBlock(mesh, face, landscape, random);
  return { mesh, blockCount };
}

/** Cuts faces larger than a limit further, by borders that are no roads, until there are enough. */
export function splitFurther(mesh: Mesh, landscape: Landscape, seed: number, wantedFaces: number): void {
  const random = createRandom(seed ^ 0x77aa31);
  for (let shrink = 0.7; mesh.faces.length < wantedFaces && shrink > 0.02; shrink *= 0.8) {
    for (let face = 0, count = mesh.faces.length; face < count && mesh.faces.length < wantedFaces; face++) {
      const ring = mesh.pointsOf(face);
      const limit = landscape.blockAreaSquareMeters(centroidOf(ring)) * shrink;
      if (signedArea(ring) > Math.max(9_000, limit)) cutAcross(mesh, face, landscape, random, 'none');
    }
  }
}

function arterials(landscape: Landscape, random: Random): Point[][] {
  const inner = [-5050, -3800, -2560, -1270, 0, 1240, 2530, 3760, 5000];
  const through = [-2560, 1240];
  const outer = [-11_300, -8350, 8250, 11_200];
  const lines: Point[][] = [];
  const shift = () => random.between(-130, 130);
  for (const at of outer) lines.push(bentLine(landscape, 'u', at + shift(), -15_500, 15_500));
  for (const at of outer) lines.push(bentLine(landscape, 'v', at + shift(), -15_500, 15_500));
  for (const at of inner) {
    const reach = through.includes(at) ? 15_500 : 8700;
    lines.push(bentLine(landscape, 'u', at + shift(), -reach, reach));
  }
  for (const at of inner) {
    // The river takes the place of one east-west street.
    if (at === -1270) continue;
    const reach = through.includes(at) ? 15_500 : 8700;
    lines.push(bentLine(landscape, 'v', at + shift(), -reach, reach));
  }
  return lines;
}

function bentLine(landscape: Landscape, fixed: 'u' | 'v', at: number, from: number, to: number): Point[] {
  const line: Point[] = [];
  for (let along = from; along <= to; along += 140) {
    line.push(fixed === 'u' ? landscape.bend(at, along) : landscape.bend(along, at));
  }
  return line;
}

/** A closed curve; the piece at which it starts stays open and is closed by drawing it again from elsewhere. */
function ringRoad(landscape: Landscape, start: number): Point[] {
  const ring: Point[] = [];
  const count = 260;
  for (let i = 0; i <= count; i++) {
    const angle = start + (2 * Math.PI * i) / count;
    const [c, s] = [Math.cos(angle), Math.sin(angle)];
    const reach = 6550 / (Math.abs(c) ** 5 + Math.abs(s) ** 5) ** (1 / 5);
    ring.push(landscape.bend(reach * c, reach * s));
  }
  return ring;
}

/** Old highways to the neighbouring counties, fanning out from the ring road. */
function radials(landscape: Landscape): Point[][] {
  const ends: [from: Point, to: Point][] = [
    [
      [5480, -5500],
      [15_500, -13_500],
    ],
    [
      [-5500, -5480],
      [-12_500, -15_500],
    ],
    [
      [-5500, 5480],
      [-15_500, 12_800],
    ],
    [
      [5480, 5500],
      [13_800, 15_000],
    ],
  ];
  return ends.map(([from, to], which) => {
    const line: Point[] = [];
    for (let i = 0; i <= 80; i++) {
      const t = i / 80;
      const sway = Math.sin(t * 7 + which * 2) * 420 * Math.min(1, 3 * t) * (which === 3 ? 0.4 : 1);
      line.push(landscape.bend(from[0] + (to[0] - from[0]) * t + sway, from[1] + (to[1] - from[1]) * t - sway * 0.6));
    }
    return line;
  });
}

function riverside(landscape: Landscape, side: number): Point[] {
  const { river } = landscape;
  const line: Point[] = [];
  for (let i = 2; i < river.length - 2; i++) {
    const at = river[i]!;
    if (Math.abs(at[0]) > 9300) continue;
    const along = direction(river[i - 2]!, river[i + 2]!);
    line.push(add(at, [-along[1] * side, along[0] * side], landscape.riverWidthMeters(at) / 2 + 95));
  }
  return line;
}

function railway(landscape: Landscape): Point[] {
  const line: Point[] = [];
  for (let i = 0; i <= 220; i++) {
    const t = i / 220;
    const x = -16_000 + 32_000 * t;
    line.push([x, -9900 + 21_500 / (1 + Math.exp(-(t - 0.47) * 6.5)) - 900 + 0.02 * x]);
  }
  return line.map((point) => add(point, [0, 0.02 * landscape.bend(0, 0)[1]]));
}

function expressway(landscape: Landscape): Point[] {
  const line: Point[] = [];
  for (let x = -16_000; x <= 16_000; x += 150) {
    const y = 9300 + 700 * Math.sin(x / 5200 + 0.6) - x * 0.05 + 0.1 * landscape.bend(x, 0)[1];
    line.push([x, y]);
  }
  return line;
}

function splitBlock(mesh: Mesh, face: number, landscape: Landscape, random: Random): void {
  const stack = [face];
  const tries = new Map<number, number>();
  for (let current = stack.pop(); current !== undefined; current = stack.pop()) {
    const ring = mesh.pointsOf(current);
    const area = signedArea(ring);
    // The park around the lake stays whole.
    if (isInside(landscape.lakeCenter, ring)) continue;
    const center = centroidOf(ring);
    const wanted = landscape.blockAreaSquareMeters(center);
    if (area < wanted * random.between(0.9, 1.9)) continue;
    const isRural = landscape.urbanity(center) < 0.3;
    const touchesRiver = mesh.faces[current]!.ring.some(
      (v, i, all) => mesh.kindOf(v, all[(i + 1) % all.length]!) === 'river',
    );
    if (touchesRiver && area < 700_000) continue;
    // Where no street will go, a ditch or a wall divides.
    const kind = (tries.get(current) ?? 0) > 3 ? 'none' : kindFor(area, wanted, isRural);
    const before = mesh.faces.length;
    cutAcross(mesh, current, landscape, random, kind);
    if (mesh.faces.length === before) {
      const count = (tries.get(current) ?? 0) + 1;
      tries.set(current, count);
      if (count < 6) stack.push(current);
      continue;
    }
    for (let made = before; made < mesh.faces.length; made++) stack.push(made);
    stack.push(current);
  }
}

function kindFor(area: number, wanted: number, isRural: boolean): RoadKind {
  if (isRural) return area > 3_800_000 ? 'county' : 'rural';
  if (area > 520_000) return 'secondary';
  return area > Math.max(150_000, wanted * 2.2) ? 'tertiary' : 'lane';
}

/** One cut across the longer side, along the local direction of streets, preferably going on from a street beyond. */
function cutAcross(mesh: Mesh, face: number, landscape: Landscape, random: Random, kind: RoadKind | 'none'): void {
  const ring = mesh.pointsOf(face);
  const center = centroidOf(ring);
  const isUrban = landscape.urbanity(center) > 0.3;
  const axes = axesAt(landscape, center);
  const [alongFirst, alongSecond] = axes.map((axis) => extent(ring, axis)) as [Extent, Extent];
  const longer = alongFirst.size >= alongSecond.size ? 0 : 1;
  const span = longer === 0 ? alongFirst : alongSecond;
  const axis = axes[longer]!;
  const at = continuation(mesh, face, axis, span) ?? startPoint(center, axis, span, random, isUrban);
  const heading: Point = [-axis[1], axis[0]];
  const turn = random.normal() * (isUrban ? 0.025 : 0.2);
  const line = trace(landscape, at, heading, turn, boxOf(ring), isUrban ? 0 : random.between(0.1, 0.3), random);
  mesh.cutFace(face, line, {
    kind,
    snapMeters: 22,
    junctionSnapMeters: isUrban ? 42 : 90,
    minimumAreaSquareMeters: signedArea(ring) * 0.16,
    ...(kind === 'none' ? {} : { avoid: BARRIERS }),
  });
}

function startPoint(center: Point, axis: Point, span: Extent, random: Random, isUrban: boolean): Point {
  const offset = (span.low + span.high) / 2 - (center[0] * axis[0] + center[1] * axis[1]);
  return add(center, axis, offset + span.size * random.normal() * (isUrban ? 0.05 : 0.09));
}

/** A junction on the face's border, near the middle of its longer side, from which the cut can carry a street on. */
function continuation(mesh: Mesh, face: number, axis: Point, span: Extent): Point | undefined {
  let best: Point | undefined;
  let nearest = 0.17 * span.size;
  for (const vertex of mesh.faces[face]!.ring) {
    if (mesh.degree[vertex]! !== 3) continue;
    const point = mesh.points[vertex]!;
    const off = Math.abs(point[0] * axis[0] + point[1] * axis[1] - (span.low + span.high) / 2);
    if (off < nearest) {
      nearest = off;
      best = point;
    }
  }
  return best;
}

interface Extent {
  readonly low: number;
  readonly high: number;
  readonly size: number;
}

function extent(ring: readonly Point[], axis: Point): Extent {
  let [low, high] = [Infinity, -Infinity];
  for (const [x, y] of ring) {
    const at = x * axis[0] + y * axis[1];
    low = Math.min(low, at);
    high = Math.max(high, at);
  }
  return { low, high, size: high - low };
}

/** Unit vectors along the two families of streets at a place. */
export function axesAt(landscape: Landscape, point: Point): [Point, Point] {
  const [u, v] = landscape.unbend(point);
  const here = landscape.bend(u, v);
  const first = direction(here, landscape.bend(u + 50, v));
  const second = direction(here, landscape.bend(u, v + 50));
  return [first, second];
}

/** A line through a point, both ways, following the bend of the town (and wandering, in the country) until it leaves the box. */
function trace(
  landscape: Landscape,
  start: Point,
  heading: Point,
  turn: number,
  box: readonly [number, number, number, number],
  wander: number,
  random: Random,
): Point[] {
  const reach = distance([box[0], box[1]], [box[2], box[3]]) + 60;
  const step = wander > 0 ? 170 : 240;
  const swing = random.between(0, 6.28);
  const half = (sign: number): Point[] => {
    const points: Point[] = [];
    let at = start;
    for (let gone = 0; gone < reach; gone += step) {
      const [first, second] = axesAt(landscape, at);
      const along = Math.abs(first[0] * heading[0] + first[1] * heading[1]) > 0.7 ? first : second;
      const facing = along[0] * heading[0] + along[1] * heading[1] < 0 ? -sign : sign;
      const angle = turn + wander * Math.sin(swing + (sign * gone) / 330);
      const [c, s] = [Math.cos(angle), Math.sin(angle)];
      at = add(at, [along[0] * c - along[1] * s, along[0] * s + along[1] * c], facing * step);
      points.push(at);
    }
    return points;
  };
  return [...half(-1).reverse(), start, ...half(1)];
}
