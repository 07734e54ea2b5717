/** Zones beside the general duty: another department on the same ground, and the patrol squads. */
import { weightedCenter } from './mesh-cells.ts';
import { DISTRICT, leaderName, phoneNumber, STREETS, three } from './names.ts';
import type { Cells } from './partition.ts';
import { distance, type Point } from './plane.ts';
import { blank, type PlannedZone, streetIndexOf } from './zone-records.ts';

const TRUCK_DUTY = '渣土运输监管';

const PATROL_REACH_METERS = 8200;

/** Another department's duty on the same ground: overlapping it is right, not a fault. */
export function truckZones(
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
export function patrolZones(
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
