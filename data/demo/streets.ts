/**
 * Named streets: edges of one rank chained where they run straight on, as people see a street.
 * Routes, roads and the base map all use these paths, so they lie exactly on each other.
 */
import { createRandom } from '../../src/core/random.ts';
import type { Landscape } from './landscape.ts';
import type { Mesh } from './mesh.ts';
import { createRoadNamer } from './names.ts';
import { distance, type Point, pathLength, simplifyPath } from './plane.ts';
import { ROAD_KINDS, type RoadKind } from './road-network.ts';

export interface Street {
  readonly index: number;
  readonly kind: RoadKind | 'rail';
  readonly name: string;
  readonly path: readonly Point[];
  readonly lengthMeters: number;
}

export function buildStreets(mesh: Mesh, landscape: Landscape, seed: number): Street[] {
  const nameOf = createRoadNamer(createRandom(seed ^ 0x510e52));
  const streets: Street[] = [];
  for (const kind of [...ROAD_KINDS, 'rail' as const]) {
    const chains = chainEdges(mesh, kind)
      .map((chain) =>
        dryPath(
          simplifyPath(
            chain.map((v) => mesh.points[v]!),
            0.5,
          ),
          landscape,
        ),
      )
      .filter((path) => path.length > 1 && pathLength(path) > 40)
      .sort((a, b) => pathLength(b) - pathLength(a) || a[0]![0] - b[0]![0]);
    const avenues = kind === 'primary' ? nameAvenues(chains) : undefined;
    for (const path of chains) {
      const name = LINE_NAMES[kind] ?? avenues?.get(path) ?? nameOf(kind, isWestEast(path));
      streets.push({ index: streets.length, kind, name, path, lengthMeters: pathLength(path) });
    }
  }
  return streets;
}

/** The long main roads are avenues, named in the order in which they lie: from north to south, from west to east. */
const AVENUES = {
  west: [
    '北环大道',
    '长麓大道',
    '北城大道',
    '望原大道',
    '文昌大道',
    '云河大道',
    '建设大道',
    '和平大道',
    '滨河大道',
    '明川大道',
    '南城大道',
    '稻香大道',
    '南环大道',
  ],
  north: [
    '西环大道',
    '柳浦大道',
    '西城大道',
    '金桂大道',
    '书院大道',
    '中轴大道',
    '人民大道',
    '青棠大道',
    '锦屏大道',
    '新圃大道',
    '东城大道',
    '科创大道',
    '东环大道',
  ],
} as const;

function nameAvenues(paths: readonly (readonly Point[])[]): Map<readonly Point[], string> {
  const names = new Map<readonly Point[], string>();
  const long = paths.filter((path) => pathLength(path) > 11_000);
  const middleOf = (path: readonly Point[]) => path[path.length >> 1]!;
  const west = long.filter(isWestEast).sort((a, b) => middleOf(b)[1] - middleOf(a)[1]);
  const north = long.filter((path) => !isWestEast(path)).sort((a, b) => middleOf(a)[0] - middleOf(b)[0]);
  for (const [i, path] of west.entries()) if (i < AVENUES.west.length) names.set(path, AVENUES.west[i]!);
  for (const [i, path] of north.entries()) if (i < AVENUES.north.length) names.set(path, AVENUES.north[i]!);
  return names;
}

const LINE_NAMES: Readonly<Record<string, string>> = { motorway: '云北高速', ring: '环城快速路', rail: '云河铁路' };

function isWestEast(path: readonly Point[]): boolean {
  const [from, to] = [path[0]!, path[path.length - 1]!];
  return Math.abs(to[0] - from[0]) > Math.abs(to[1] - from[1]);
}

/** Takes off ends that stand in the water. */
function dryPath(path: readonly Point[], landscape: Landscape): Point[] {
  const dense: Point[] = [...path];
  for (const end of ['start', 'end'] as const) {
    while (dense.length > 1 && landscape.toWaterMeters(end === 'start' ? dense[0]! : dense[dense.length - 1]!) < 15) {
      if (end === 'start') dense.shift();
      else dense.pop();
    }
  }
  return dense;
}

function chainEdges(mesh: Mesh, kind: string): number[][] {
  const around = new Map<number, number[]>();
  for (const [a, b, edgeKind] of mesh.edges()) {
    if (edgeKind !== kind) continue;
    around.set(a, [...(around.get(a) ?? []), b]);
    around.set(b, [...(around.get(b) ?? []), a]);
  }
  const onward = new Map<string, number>();
  for (const [vertex, ends] of around) {
    for (const [a, b] of straightPairs(mesh, vertex, ends)) {
      onward.set(`${a}/${vertex}`, b);
      onward.set(`${b}/${vertex}`, a);
    }
  }
  const done = new Set<string>();
  const chains: number[][] = [];
  const follow = (from: number, to: number) => {
    const chain = [from];
    for (let [a, b] = [from, to]; ; ) {
      if (done.has(`${a}/${b}`)) break;
      done.add(`${a}/${b}`).add(`${b}/${a}`);
      chain.push(b);
      const next = onward.get(`${a}/${b}`);
      if (next === undefined) break;
      [a, b] = [b, next];
    }
    if (chain.length > 1) chains.push(chain);
  };
  for (const [vertex, ends] of around)
    for (const next of ends) if (!onward.has(`${next}/${vertex}`)) follow(vertex, next);
  for (const [vertex, ends] of around) for (const next of ends) follow(vertex, next);
  return chains;
}

/** Pairs of neighbours between which the way through a vertex turns by less than 50 degrees, straightest first. */
function straightPairs(mesh: Mesh, vertex: number, ends: readonly number[]): [number, number][] {
  const at = mesh.points[vertex]!;
  const angle = (end: number) => Math.atan2(mesh.points[end]![1] - at[1], mesh.points[end]![0] - at[0]);
  const options: { pair: [number, number]; bend: number }[] = [];
  for (const [i, a] of ends.entries()) {
    for (const b of ends.slice(i + 1)) {
      const turn = Math.abs(angle(a) - angle(b));
      options.push({ pair: [a, b], bend: Math.abs(Math.PI - Math.min(turn, 2 * Math.PI - turn)) });
    }
  }
  const taken = new Set<number>();
  const pairs: [number, number][] = [];
  for (const { pair, bend } of options.sort((p, q) => p.bend - q.bend)) {
    if (bend > 0.87 || taken.has(pair[0]) || taken.has(pair[1])) continue;
    taken.add(pair[0]).add(pair[1]);
    pairs.push(pair);
  }
  return pairs;
}

/** The part of a path between two distances along it. */
export function sliceOfPath(path: readonly Point[], from: number, to: number): Point[] {
  const out: Point[] = [];
  let gone = 0;
  for (let i = 1; i < path.length; i++) {
    const [a, b] = [path[i - 1]!, path[i]!];
    const length = distance(a, b);
    const at = (meters: number): Point => {
      const t = length === 0 ? 0 : (meters - gone) / length;
      return [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t];
    };
    if (out.length === 0 && from < gone + length) out.push(from <= gone ? a : at(from));
    if (out.length > 0) {
      if (to < gone + length) {
        out.push(at(to));
        break;
      }
      out.push(b);
    }
    gone += length;
  }
  return out;
}
