/**
 * Who is responsible for which blocks: streets, communities, grids (the last are the
 * leaves, except in the one street without grids), further duties, and patrol zones. Sets of
 * leaves only; borders and faults come later.
 */
import { createRandom } from '../../src/core/random.ts';
import { patrolZones, truckZones } from './further-zones.ts';
import type { Landscape } from './landscape.ts';
import type { Mesh } from './mesh.ts';
import { cellsOf, weightedCenter, westToEast } from './mesh-cells.ts';
import { communityName, STREETS, villageCount, villageName } from './names.ts';
import { type Cells, mend, nearestIndex, partition } from './partition.ts';
import { type Point, signedArea } from './plane.ts';
import { communityZone, gridZone, type PlannedZone, streetIndexOf, streetZone } from './zone-records.ts';

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

const COMMUNITY_COUNT = 60;

const TRUCK_ZONES = 2;

const PATROL_ZONES = 6;

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
