/**
 * Who is responsible for which blocks: streets, communities, grids (the last are the
 * leaves, except in the one street without grids), further duties, and patrol zones. Sets of
 * leaves only; borders and faults come later.
 */
import { createRandom } from '../../src/core/random.ts';
import type { ZoneLevel } from '../../src/model/kinds.ts';
import type { Landscape } from './landscape.ts';
import type { Mesh } from './mesh.ts';
import {
  communityName,
  DISTRICT,
  leaderName,
  phoneNumber,
  STREETS,
  three,
  villageCount,
  villageName,
} from './names.ts';
import { type Cells, mend, nearestIndex, partition } from './partition.ts';
import { centroidOf, distance, type Point, signedArea } from './plane.ts';

export interface PlannedZone {
  readonly id: string;
  readonly layer: 'zones' | 'patrols';
  readonly level: ZoneLevel;
  readonly duty: string;
  readonly name: string;
  readonly code: string;
  readonly parent: string | undefined;
  owner: string | undefined;
  person: string | undefined;
  phone: string | undefined;
  readonly leader: string;
  readonly address: string;
  readonly leaves: Set<number>;
  /** Arc id → this zone's own course of that arc, start to end. */
  readonly overrides: Map<number, readonly Point[]>;
  /** An outline of its own instead of leaves. */
  readonly drawn?: readonly Point[];
  /** Holes left out of it, each an open ring. */
  readonly holes: (readonly Point[])[];
}

export interface ZonePlan {
  readonly zones: PlannedZone[];
  /** Leaf number of each face; `forgottenLeaf` belongs to nobody. */
  readonly leafOfFace: Int32Array;
  readonly forgottenLeaf: number;
  /** The responsibility zone of each leaf number. */
  readonly zoneOfLeaf: readonly PlannedZone[];
  readonly streetOfFace: Int32Array;
  readonly communityOfFace: Int32Array;
  readonly communities: readonly PlannedZone[];
  /** Communities that a further duty covers: no gap may be planted there. */
  readonly doublyCovered: ReadonlySet<string>;
}

export const GENERAL_DUTY = '扬尘管控';
const TRUCK_DUTY = '渣土运输监管';
const COMMUNITY_COUNT = 60;
const TRUCK_ZONES = 2;
const PATROL_ZONES = 6;
const PATROL_REACH_METERS = 8200;

export function planZones(mesh: Mesh, landscape: Landscape, seed: number, zoneCount: number): ZonePlan {
  const random = createRandom(seed ^ 0x1a2b3c);
  const cells = cellsOf(mesh, landscape);
  const all = mesh.faces.map((_, face) => face);
  const streetOfFace = assignStreets(mesh, landscape, cells);
  const forgotten = forgottenCorner(mesh, cells, streetOfFace);
  const zones: PlannedZone[] = [];
  const communityOfFace = new Int32Array(mesh.faces.length).fill(-1);
  const leafOfFace = new Int32Array(mesh.faces.length).fill(-1);
  const zoneOfLeaf: PlannedZone[] = [];
  const communities: PlannedZone[] = [];
  const grids: PlannedZone[] = [];
  const facesOf = STREETS.map((_, street) =>
    all.filter((face) => streetOfFace[face] === street && !forgotten.has(face)),
  );
  const weights = facesOf.map((faces) => faces.reduce((sum, face) => sum + Math.sqrt(cells.weight(face)), 0));
  const communityCounts = shares(
    weights,
    COMMUNITY_COUNT,
    facesOf.map((faces) => faces.length),
    5,
  );
  // A drawn-in zone is planted later as one of the faults and counts as a grid.
  const gridTotal = zoneCount - STREETS.length - COMMUNITY_COUNT - TRUCK_ZONES - PATROL_ZONES - 1;

  const streets = STREETS.map((_, street) => streetZone(street));
  zones.push(...streets);
  const members: number[][] = [];
  let names = { community: 0, village: Math.floor(random.next() * villageCount) };
  for (const [street, faces] of facesOf.entries()) {
    const parts = partition(cells, faces, communityCounts[street]!, random);
    const lists = group(parts).sort((a, b) => westToEast(cells, a, b));
    for (const [index, list] of lists.entries()) {
      const center = weightedCenter(cells, list);
      const isVillage = landscape.urbanity(center) < 0.35;
      const label = isVillage ? villageName(names.village) : communityName(names.community);
      names = isVillage ? { ...names, village: names.village + 1 } : { ...names, community: names.community + 1 };
      const zone = communityZone(street, index + 1, label, communities.length);
      for (const face of list) communityOfFace[face] = communities.length;
      communities.push(zone);
      members.push(list);
    }
  }
  zones.push(...communities);

  const withGrids = communities.map((zone) => STREETS[streetIndexOf(zone)]!.hasGrids);
  const gridWeights = members.map((list, i) =>
    withGrids[i] ? list.reduce((sum, face) => sum + cells.weight(face) ** 0.7, 0) : 0,
  );
  const gridCounts = shares(
    gridWeights,
    gridTotal,
    members.map((list, i) => (withGrids[i] ? list.length : 0)),
    1,
  );
  for (const [index, list] of members.entries()) {
    const community = communities[index]!;
    if (!withGrids[index]) {
      for (const face of list) leafOfFace[face] = zoneOfLeaf.length;
      zoneOfLeaf.push(community);
      continue;
    }
    const parts = group(partition(cells, list, gridCounts[index]!, random)).sort((a, b) => westToEast(cells, a, b));
    for (const [part, faces] of parts.entries()) {
      const grid = gridZone(community, part + 1, grids.length);
      for (const face of faces) leafOfFace[face] = zoneOfLeaf.length;
      zoneOfLeaf.push(grid);
      grids.push(grid);
    }
  }
  const forgottenLeaf = zoneOfLeaf.length;
  for (const face of forgotten) leafOfFace[face] = forgottenLeaf;
  fillLeaves(mesh, { leafOfFace, communityOfFace, streetOfFace, forgotten }, { streets, communities, zoneOfLeaf });
  zones.push(...grids);

  const truck = truckZones(communities, members, cells);
  zones.push(...truck.zones);
  zones.push(...patrolZones(communities, members, cells, leafOfFace));
  return {
    zones,
    leafOfFace,
    forgottenLeaf,
    zoneOfLeaf,
    streetOfFace,
    communityOfFace,
    communities,
    doublyCovered: truck.covered,
  };
}

const streetIndexOf = (zone: PlannedZone): number => Number(zone.code.slice(6, 9)) - 1;

function fillLeaves(
  mesh: Mesh,
  of: { leafOfFace: Int32Array; communityOfFace: Int32Array; streetOfFace: Int32Array; forgotten: ReadonlySet<number> },
  zones: { streets: PlannedZone[]; communities: PlannedZone[]; zoneOfLeaf: PlannedZone[] },
): void {
  for (let face = 0; face < mesh.faces.length; face++) {
    const leaf = of.leafOfFace[face]!;
    if (of.forgotten.has(face)) continue;
    zones.streets[of.streetOfFace[face]!]!.leaves.add(leaf);
    zones.communities[of.communityOfFace[face]!]!.leaves.add(leaf);
    zones.zoneOfLeaf[leaf]!.leaves.add(leaf);
  }
}

export function cellsOf(mesh: Mesh, landscape: Landscape): Cells {
  const centers = mesh.faces.map((_, face) => centroidOf(mesh.pointsOf(face)));
  const weights = mesh.faces.map(
    (_, face) => signedArea(mesh.pointsOf(face)) / landscape.blockAreaSquareMeters(centers[face]!),
  );
  const neighbors = mesh.faces.map(() => new Map<number, number>());
  for (const [a, b] of mesh.edges()) {
    const left = mesh.leftOf(a, b);
    const right = mesh.leftOf(b, a);
    if (left === undefined || right === undefined) continue;
    const meters = distance(mesh.points[a]!, mesh.points[b]!);
    neighbors[left]!.set(right, (neighbors[left]!.get(right) ?? 0) + meters);
    neighbors[right]!.set(left, (neighbors[right]!.get(left) ?? 0) + meters);
  }
  return {
    count: mesh.faces.length,
    at: (cell) => centers[cell]!,
    weight: (cell) => weights[cell]!,
    neighbors: (cell) => neighbors[cell]!,
  };
}

/** Streets are made of whole superblocks, so that their borders run along river, railway and main roads. */
function assignStreets(mesh: Mesh, landscape: Landscape, cells: Cells): Int32Array {
  const sums = new Map<number, [number, number, number]>();
  for (const [face, { block }] of mesh.faces.entries()) {
    const area = signedArea(mesh.pointsOf(face));
    const [x, y] = cells.at(face);
    const sum = sums.get(block) ?? [0, 0, 0];
    sums.set(block, [sum[0] + x * area, sum[1] + y * area, sum[2] + area]);
  }
  const seats = STREETS.map((street) => street.at);
  const bank = seats.map((seat) => isNorthOfRiver(landscape, seat));
  const streetOfBlock = new Map<number, number>();
  for (const [block, [x, y, area]] of sums) {
    const at: Point = [x / area, y / area];
    const north = isNorthOfRiver(landscape, at);
    const candidates = seats.map(
      (seat, i): Point => (bank[i] === north ? seat : [seat[0] * 1.5 + 4000 * Math.sign(seat[0]), seat[1] * 1.5]),
    );
    streetOfBlock.set(block, nearestIndex(at, candidates));
  }
  const partOf = new Map(mesh.faces.map((face, index) => [index, streetOfBlock.get(face.block)!]));
  mend(cells, partOf);
  return Int32Array.from(mesh.faces, (_, face) => partOf.get(face)!);
}

const isNorthOfRiver = (landscape: Landscape, at: Point): boolean => at[1] > landscape.riverAt(at[0])[1];

/** A corner at the district's edge that no street, community or grid has taken in. */
function forgottenCorner(mesh: Mesh, cells: Cells, streetOfFace: Int32Array): Set<number> {
  const street = STREETS.findIndex((candidate) => candidate.name === '稻香街道');
  let best = -1;
  let score = -Infinity;
  for (const [face, { ring }] of mesh.faces.entries()) {
    if (streetOfFace[face] !== street) continue;
    const outer = ring.some((v, i) => mesh.kindOf(v, ring[(i + 1) % ring.length]!) === 'outline');
    const area = signedArea(mesh.pointsOf(face));
    if (!outer || area < 150_000 || area > 2_500_000) continue;
    const inStreet = [...cells.neighbors(face).keys()].filter((next) => streetOfFace[next] === street).length;
    if (inStreet < 2 || inStreet !== cells.neighbors(face).size) continue;
    const [x, y] = cells.at(face);
    if (x - y > score) {
      score = x - y;
      best = face;
    }
  }
  return new Set(best < 0 ? [] : [best]);
}

/** Largest remainders, at least `least` and at most what there is. */
function shares(weights: readonly number[], total: number, limits: readonly number[], least: number): number[] {
  const sum = weights.reduce((a, b) => a + b, 0);
  const counts = weights.map((weight, i) =>
    weight === 0 ? 0 : Math.min(limits[i]!, Math.max(least, Math.floor((weight / sum) * total))),
  );
  const lack = (i: number) => (weights[i]! / sum) * total - counts[i]!;
  const order = () => [...counts.keys()].filter((i) => weights[i]! > 0);
  for (let left = total - counts.reduce((a, b) => a + b, 0); left > 0; left--) {
    const open = order()
      .filter((i) => counts[i]! < limits[i]!)
      .sort((a, b) => lack(b) - lack(a));
    if (open.length === 0) throw new Error(`zones: found room for ${total - left}, expected ${total}`);
    counts[open[0]!]!++;
  }
  for (let over = counts.reduce((a, b) => a + b, 0) - total; over > 0; over--) {
    const open = order()
      .filter((i) => counts[i]! > least)
      .sort((a, b) => lack(a) - lack(b));
    counts[open[0]!]!--;
  }
  return counts;
}

function group(partOf: ReadonlyMap<number, number>): number[][] {
  const lists: number[][] = [];
  for (const [face, part] of partOf) {
    lists[part] ??= [];
    lists[part].push(face);
  }
  return lists.filter((list) => list !== undefined);
}

function weightedCenter(cells: Cells, list: readonly number[]): Point {
  let [x, y, weight] = [0, 0, 0];
  for (const face of list) {
    const w = cells.weight(face);
    x += cells.at(face)[0] * w;
    y += cells.at(face)[1] * w;
    weight += w;
  }
  return [x / weight, y / weight];
}

/** Codes run from west to east, then from north to south. */
function westToEast(cells: Cells, a: readonly number[], b: readonly number[]): number {
  const [ax, ay] = weightedCenter(cells, a);
  const [bx, by] = weightedCenter(cells, b);
  return Math.round(ax / 2500) - Math.round(bx / 2500) || by - ay || ax - bx;
}

const blank = () => ({
  leaves: new Set<number>(),
  overrides: new Map<number, readonly Point[]>(),
  holes: [] as (readonly Point[])[],
});

function streetZone(index: number): PlannedZone {
  const { name } = STREETS[index]!;
  return {
    ...blank(),
    id: `J-${index + 1}`,
    layer: 'zones',
    level: 'street',
    duty: GENERAL_DUTY,
    name,
    code: `${DISTRICT.code}${three(index + 1)}000`,
    parent: undefined,
    owner: `${name}办事处`,
    person: `街道网格长 ${three(index + 1)}`,
    phone: phoneNumber(10 + index),
    leader: leaderName(index),
    address: `${name}办事处驻地`,
  };
}

function communityZone(street: number, number: number, label: string, index: number): PlannedZone {
  const { name } = STREETS[street]!;
  const committee = label.endsWith('村') ? `${label}民委员会` : `${label}居委会`;
  return {
    ...blank(),
    id: `S-${three(index + 1)}`,
    layer: 'zones',
    level: 'community',
    duty: GENERAL_DUTY,
    name: label,
    code: `${DISTRICT.code}${three(street + 1)}${three(number)}`,
    parent: `J-${street + 1}`,
    owner: `${name}${committee}`,
    person: `社区网格长 ${three(index + 1)}`,
    phone: phoneNumber(100 + index),
    leader: leaderName(street),
    address: `${name}${label}`,
  };
}

function gridZone(community: PlannedZone, number: number, index: number): PlannedZone {
  return {
    ...blank(),
    id: `G-${String(index + 1).padStart(4, '0')}`,
    layer: 'zones',
    level: 'grid',
    duty: GENERAL_DUTY,
    name: `${community.name}第 ${number} 网格`,
    code: `${community.code}${three(number)}`,
    parent: community.id,
    owner: community.owner,
    person: `网格员 ${three(index + 1)}`,
    phone: phoneNumber(1000 + index),
    leader: community.leader,
    address: community.address,
  };
}

/** Another department's duty on the same ground: overlapping it is right, not a fault. */
function truckZones(
  communities: readonly PlannedZone[],
  members: readonly number[][],
  cells: Cells,
): { zones: PlannedZone[]; covered: Set<string> } {
  const covered = new Set<string>();
  const seats: Point[] = [
    [8600, 4200],
    [-900, 2300],
  ];
  const zones = seats.map((seat, index): PlannedZone => {
    const near = communities
      .map((zone, i) => ({ zone, off: distance(weightedCenter(cells, members[i]!), seat) }))
      .filter(({ zone }) => STREETS[streetIndexOf(zone)]!.hasGrids && !covered.has(zone.id))
      .sort((a, b) => a.off - b.off)
      .slice(0, 3);
    const { leaves, overrides, holes } = blank();
    for (const { zone } of near) {
      covered.add(zone.id);
      for (const leaf of zone.leaves) leaves.add(leaf);
    }
    return {
      leaves,
      overrides,
      holes,
      id: `Z-${index + 1}`,
      layer: 'zones',
      level: 'street',
      duty: TRUCK_DUTY,
      name: `渣土监管${index === 0 ? '东' : '中'}片区`,
      code: `${DISTRICT.code}9${index + 1}0000`,
      parent: undefined,
      owner: `云河区城管局渣土${index === 0 ? '一' : '二'}中队`,
      person: `渣土监管员 ${three(index + 1)}`,
      phone: phoneNumber(60 + index),
      leader: leaderName(5),
      address: near.map(({ zone }) => zone.name).join('、'),
    };
  });
  return { zones, covered };
}

/** Six patrol zones of three squads. They leave the outer streets unpatrolled, and two squads share some grids. */
function patrolZones(
  communities: readonly PlannedZone[],
  members: readonly number[][],
  cells: Cells,
  leafOfFace: Int32Array,
): PlannedZone[] {
  const squads = ['云河区巡查一中队', '云河区巡查二中队', '云河区巡查三中队'];
  const seats: { at: Point; squad: number; name: string; streets: number[] }[] = [
    { at: [-3600, 3400], squad: 0, name: '城西北', streets: [0] },
    { at: [-900, -200], squad: 0, name: '老城滨河', streets: [0] },
    { at: [2300, 3200], squad: 1, name: '城东北', streets: [1] },
    { at: [4600, 100], squad: 1, name: '城东滨河', streets: [1] },
    { at: [-1800, -4600], squad: 2, name: '河南西', streets: [2] },
    { at: [3200, -5200], squad: 2, name: '河南东', streets: [2] },
  ];
  const taken = seats.map(() => new Set<number>());
  for (const [index, zone] of communities.entries()) {
    const street = streetIndexOf(zone);
    const center = weightedCenter(cells, members[index]!);
    // Squads do not reach the villages far out.
    if (Math.hypot(...center) > PATROL_REACH_METERS) continue;
    const mine = seats
      .map((seat, i) => ({ i, off: distance(seat.at, center), fits: seat.streets.includes(street) }))
      .filter((s) => s.fits);
    const nearest = mine.sort((a, b) => a.off - b.off)[0];
    if (nearest) for (const leaf of zone.leaves) taken[nearest.i]!.add(leaf);
  }
  shareBorderLeaves(
    taken,
    [
      [1, 3],
      [0, 2],
      [3, 5],
    ],
    bordersOfLeaves(cells, leafOfFace),
  );
  return seats.map(
    (seat, index): PlannedZone => ({
      ...blank(),
      leaves: taken[index]!,
      id: `X-${index + 1}`,
      layer: 'patrols',
      level: 'grid',
      duty: '巡查',
      name: `${seat.name}巡查区`,
      code: `XC${three(index + 1)}`,
      parent: undefined,
      owner: squads[seat.squad]!,
      person: `巡查组长 ${three(index + 1)}`,
      phone: phoneNumber(80 + index),
      leader: leaderName(6),
      address: `${seat.name}片`,
    }),
  );
}

/** The second zone of each pair also takes the first one's leaf with which it has the longest border: two squads on one ground. */
function shareBorderLeaves(
  taken: readonly Set<number>[],
  pairs: readonly (readonly [number, number])[],
  borders: LeafBorders,
): void {
  const shared = new Set<number>();
  for (const [first, second] of pairs) {
    let best: number | undefined;
    let longest = 0;
    for (const leaf of taken[first]!) {
      if (shared.has(leaf)) continue;
      let meters = 0;
      for (const [next, length] of borders.get(leaf) ?? [])
        if (taken[second]!.has(next) && !shared.has(next)) meters += length;
      if (meters > longest) {
        longest = meters;
        best = leaf;
      }
    }
    if (best === undefined) continue;
    shared.add(best);
    taken[second]!.add(best);
  }
}

type LeafBorders = ReadonlyMap<number, ReadonlyMap<number, number>>;

function bordersOfLeaves(cells: Cells, leafOfFace: Int32Array): LeafBorders {
  const borders = new Map<number, Map<number, number>>();
  for (let face = 0; face < cells.count; face++) {
    const leaf = leafOfFace[face]!;
    const own = borders.get(leaf) ?? new Map<number, number>();
    borders.set(leaf, own);
    for (const [next, meters] of cells.neighbors(face)) {
      const other = leafOfFace[next]!;
      if (other !== leaf) own.set(other, (own.get(other) ?? 0) + meters);
    }
  }
  return borders;
}
