/** Roads, sweeping routes and haul routes. Routes run on the very points of the streets. */
import { createRandom, type Random } from '../../src/core/random.ts';
import type { FeatureBatch } from '../../src/model/feature-batch.ts';
import type { District } from './district.ts';
import { createFeatureRows } from './feature-rows.ts';
import { phoneNumber, sweeperName, three } from './names.ts';
import { nearestIndex } from './partition.ts';
import { centroidOf, distance, type Point, pathLength, pointAlong } from './plane.ts';
import { type Street, sliceOfPath } from './streets.ts';

/** Cleaning grades 保洁等级 of ranks that a district sweeps. */
const GRADES: Readonly<Record<string, string>> = {
  ring: '一级',
  primary: '一级',
  secondary: '二级',
  tertiary: '三级',
  lane: '四级',
  county: '四级',
};

const RANK_WORDS: Readonly<Record<string, string>> = {
  motorway: '高速公路',
  ring: '快速路',
  primary: '主干路',
  secondary: '次干路',
  tertiary: '支路',
  lane: '街巷',
  county: '县道',
  rural: '乡村道路',
};

export function buildRoads(district: District): FeatureBatch {
  const random = createRandom(district.seed ^ 0x3956c25b);
  const rows = createFeatureRows(district.frame);
  for (const street of district.streets) {
    if (street.kind === 'rail') continue;
    const isMeasured =
      random.next() < ({ primary: 0.6, ring: 0.8, secondary: 0.35, tertiary: 0.12 }[street.kind as string] ?? 0.03);
    const base = { motorway: 1.0, ring: 0.9, primary: 1.0, secondary: 1.3, tertiary: 1.5 }[street.kind as string] ?? 2;
    rows.line(street.path, {
      道路编号: roadId(street),
      道路名称: street.name,
      道路等级: RANK_WORDS[street.kind],
      保洁等级: GRADES[street.kind],
      管养单位:
        street.kind === 'county' || street.kind === 'rural'
          ? '云河区农村公路所'
          : street.kind === 'motorway'
            ? '高速公路运营公司'
            : '云河区市政中心',
      长度_米: Math.round(street.lengthMeters),
      积尘负荷: isMeasured ? Math.round(base * Math.exp(0.45 * random.normal()) * 100) / 100 : undefined,
    });
  }
  return rows.finish();
}

const roadId = (street: Street): string => `YH-DL-${String(street.index + 1).padStart(4, '0')}`;

interface Section {
  readonly street: Street;
  readonly from: number;
  readonly to: number;
}

/** Streets that nobody sweeps, though their grade demands it: one in seven, the same for every size. */
function isNeglected(street: Street, seed: number): boolean {
  return createRandom((seed ^ 0x59f111f1) + street.index * 7919).next() < 1 / 7;
}

export function buildRoutes(district: District): FeatureBatch {
  const random = createRandom(district.seed ^ 0x923f82a4);
  const rows = createFeatureRows(district.frame);
  const swept = district.streets.filter(
    (street) => street.kind in GRADES && street.kind !== 'county' && !isNeglected(street, district.seed),
  );
  const routes = routesFor(swept, district.counts.routes, random);
  for (let index = 0; index < district.counts.routes; index++) {
    // More routes than stretches to sweep: another vehicle's mode on the same stretch.
    const sections = routes[index % routes.length]!;
    const round = Math.floor(index / routes.length);
    const paths = sections.map(({ street, from, to }) => sliceOfPath(street.path, from, to));
    const center = paths[0]![paths[0]!.length >> 1]!;
    const grade = GRADES[sections[0]!.street.kind]!;
    rows.lines(paths, {
      路线编号: `YH-QS-${String(index + 1).padStart(5, '0')}`,
      路线名称: routeName(sections),
      作业单位: sweeperName((center[0] > 0 ? 1 : 0) + (center[1] > -1900 ? 0 : 2)),
      作业方式: round > 0 ? ['洒水', '冲洗', '清扫'][round % 3]! : modesOf(grade, random),
      每日次数: passesOf(grade, random),
      保洁等级: grade,
      责任人: `保洁班长 ${three(index + 1)}`,
      联系电话: phoneNumber(50_000 + index),
      长度_米: Math.round(paths.reduce((sum, path) => sum + pathLength(path), 0)),
    });
  }
  return rows.finish();
}

function routeName(sections: readonly Section[]): string {
  const { street, from, to } = sections[0]!;
  if (sections.length > 1) return `${street.name}等 ${sections.length} 条道路`;
  return to - from < street.lengthMeters - 1
    ? `${street.name}第 ${Math.round(from / Math.max(1, to - from)) + 1} 段`
    : street.name;
}

function modesOf(grade: string, random: Random): string {
  if (grade === '一级') return '清扫,冲洗,洒水';
  if (grade === '二级') return '清扫,冲洗';
  return grade === '三级' ? random.pick(['清扫', '清扫,洒水']) : '清扫';
}

function passesOf(grade: string, random: Random): number {
  if (grade === '一级') return random.integer(3, 4);
  if (grade === '二级') return random.integer(2, 3);
  return grade === '三级' ? 2 : random.integer(1, 2);
}

const RANKS = ['ring', 'primary', 'secondary', 'tertiary', 'lane'];

const LONGEST_ROUTE_METERS = 9000;

/**
 * Routes as groups of sections. Where routes are few, avenues get one each and a vehicle takes all
 * streets of one rank in a neighbourhood; where they are many, streets are cut into short sections.
 */
function routesFor(streets: readonly Street[], wanted: number, random: Random): Section[][] {
  const whole = sectionsOf(streets, LONGEST_ROUTE_METERS);
  if (whole.length <= wanted) {
    for (let longest = LONGEST_ROUTE_METERS; ; longest *= 0.7) {
      const sections = sectionsOf(streets, longest);
      if (sections.length >= wanted || longest < 120) return sections.slice(0, wanted).map((section) => [section]);
    }
  }
  const alone = whole.filter(({ street }) => street.kind === 'ring' || street.kind === 'primary');
  const routes = alone.slice(0, Math.round(wanted * 0.7)).map((section) => [section]);
  const left = wanted - routes.length;
  // With few vehicles, lanes are left to brooms.
  const shares: [kind: string, part: number][] =
    wanted < 100
      ? [
          ['secondary', 0.6],
          ['tertiary', 0.4],
        ]
      : [
          ['secondary', 0.3],
          ['tertiary', 0.3],
          ['lane', 0.4],
        ];
  for (const [index, [kind, part]] of shares.entries()) {
    const groups = index === shares.length - 1 ? wanted - routes.length : Math.round(left * part);
    routes.push(
      ...grouped(
        whole.filter(({ street }) => street.kind === kind),
        groups,
        random,
      ),
    );
  }
  return routes;
}

function sectionsOf(streets: readonly Street[], longest: number): Section[] {
  const sections: Section[] = [];
  for (const street of streets) {
    const parts = Math.max(1, Math.ceil(street.lengthMeters / longest));
    const step = street.lengthMeters / parts;
    for (let part = 0; part < parts; part++) {
      sections.push({
        street,
        from: part * step,
        to: part === parts - 1 ? street.lengthMeters + 1 : (part + 1) * step,
      });
    }
  }
  const rank = ({ street }: Section) => RANKS.indexOf(street.kind);
  return sections.sort(
    (a, b) => rank(a) - rank(b) || b.to - b.from - (a.to - a.from) || a.street.index - b.street.index,
  );
}

/** Sections in so many neighbourhoods, around centres that lie far apart. */
function grouped(sections: readonly Section[], count: number, random: Random): Section[][] {
  if (sections.length === 0 || count <= 0) return [];
  const middleOf = ({ street, from, to }: Section) => pointAlong(street.path, (from + to) / 2);
  const centers: Point[] = [middleOf(random.pick(sections))];
  while (centers.length < Math.min(count, sections.length)) {
    let far = sections[0]!;
    let most = -1;
    for (const section of sections) {
      const at = middleOf(section);
      const off = distance(at, centers[nearestIndex(at, centers)]!);
      if (off > most) [most, far] = [off, section];
    }
    centers.push(middleOf(far));
  }
  const groups: Section[][] = centers.map(() => []);
  for (const section of sections) groups[nearestIndex(middleOf(section), centers)]!.push(section);
  return groups.filter((group) => group.length > 0);
}

export function buildHaulRoutes(district: District): FeatureBatch {
  const rows = createFeatureRows(district.frame);
  const random = createRandom(district.seed ^ 0xab1c5ed5);
  const graph = buildGraph(district.streets);
  const dump: Point = [-7900, -8300];
  const other: Point = [8300, 8400];
  const { sites } = district.lots;
  let made = 0;
  for (let attempt = 0; made < district.counts.haulRoutes && attempt < district.counts.haulRoutes * 4; attempt++) {
    const from = centroidOf(sites[(attempt * 13) % sites.length]!.ring);
    const goal = distance(from, dump) < distance(from, other) ? dump : other;
    const path = shortestPath(graph, nearestNode(graph, from), nearestNode(graph, goal));
    if (path.length < 2) continue;
    const index = made++;
    rows.line(path, {
      路线编号: `YH-ZT-${three(index + 1)}`,
      路线名称: `渣土运输 ${index + 1} 号线`,
      运输单位: `云河渣运${random.pick(['一', '二', '三'])}队`,
      每日次数: random.integer(6, 60),
      责任人: `车队调度 ${three(index + 1)}`,
      联系电话: phoneNumber(60_000 + index),
      长度_米: Math.round(pathLength(path)),
    });
  }
  return rows.finish();
}

interface Graph {
  readonly points: Point[];
  readonly neighbors: { to: number; meters: number }[][];
}

/** Streets meet where they share a point to the millimetre. Lanes and village roads carry no trucks. */
function buildGraph(streets: readonly Street[]): Graph {
  const ids = new Map<string, number>();
  const points: Point[] = [];
  const neighbors: { to: number; meters: number }[][] = [];
  const idOf = (point: Point) => {
    const key = `${point[0]}/${point[1]}`;
    const known = ids.get(key);
    if (known !== undefined) return known;
    ids.set(key, points.length);
    points.push(point);
    neighbors.push([]);
    return points.length - 1;
  };
  for (const { kind, path } of streets) {
    if (kind === 'rail' || kind === 'lane' || kind === 'rural' || kind === 'motorway') continue;
    const cost = kind === 'ring' ? 0.6 : kind === 'primary' ? 0.8 : 1.2;
    for (let i = 1; i < path.length; i++) {
      const [a, b] = [idOf(path[i - 1]!), idOf(path[i]!)];
      const meters = distance(path[i - 1]!, path[i]!) * cost;
      neighbors[a]!.push({ to: b, meters });
      neighbors[b]!.push({ to: a, meters });
    }
  }
  return { points, neighbors };
}

function nearestNode(graph: Graph, at: Point): number {
  let best = 0;
  for (let i = 1; i < graph.points.length; i++) {
    if ((graph.neighbors[i]?.length ?? 0) > 2 && distance(graph.points[i]!, at) < distance(graph.points[best]!, at))
      best = i;
  }
  return best;
}

/** Dijkstra with a binary heap of [cost, node]. Empty if there is no way. */
function shortestPath(graph: Graph, from: number, to: number): Point[] {
  const cost = new Float64Array(graph.points.length).fill(Infinity);
  const before = new Int32Array(graph.points.length).fill(-1);
  const heap: [number, number][] = [[0, from]];
  cost[from] = 0;
  while (heap.length > 0) {
    const [spent, node] = popLeast(heap);
    if (node === to) break;
    if (spent > cost[node]!) continue;
    for (const { to: next, meters } of graph.neighbors[node]!) {
      const total = spent + meters;
      if (total >= cost[next]!) continue;
      cost[next] = total;
      before[next] = node;
      push(heap, [total, next]);
    }
  }
  if (cost[to] === Infinity) return [];
  const path: Point[] = [];
  for (let node = to; node >= 0; node = before[node]!) path.push(graph.points[node]!);
  return path.reverse();
}

function push(heap: [number, number][], item: [number, number]): void {
  heap.push(item);
  for (let i = heap.length - 1; i > 0; ) {
    const up = (i - 1) >> 1;
    if (heap[up]![0] <= heap[i]![0]) break;
    [heap[up], heap[i]] = [heap[i]!, heap[up]!];
    i = up;
  }
}

function popLeast(heap: [number, number][]): [number, number] {
  const least = heap[0]!;
  const last = heap.pop()!;
  if (heap.length === 0) return least;
  heap[0] = last;
  for (let i = 0; ; ) {
    const [left, right] = [2 * i + 1, 2 * i + 2];
    let next = i;
    if (left < heap.length && heap[left]![0] < heap[next]![0]) next = left;
    if (right < heap.length && heap[right]![0] < heap[next]![0]) next = right;
    if (next === i) return least;
    [heap[i], heap[next]] = [heap[next]!, heap[i]!];
    i = next;
  }
}
