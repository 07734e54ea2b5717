/** What the planters of faults share: the list that they write, the ground and borders already used. */
import type { Random } from '../../src/core/random.ts';
import type { Subject } from '../../src/core/subject.ts';
import type { Box, Point } from './plane.ts';
import type { Arc } from './zone-arcs.ts';
import type { ZonePlan } from './zone-plan.ts';
import type { PlannedZone } from './zone-records.ts';

/** One fault as planted-faults.json lists it. Areas are those of the frame around the workspace's `frame`. */
export interface PlantedZoneFault {
  readonly rule: 'zone-overlap' | 'zone-gap' | 'zone-escape' | 'zone-ownerless';
  /** How it came about. */
  readonly kind: string;
  /** Below 2 m or 20 m²: counted, not listed as a finding. */
  readonly isSliver: boolean;
  /** For a gap: the kind of zones that leave it. */
  readonly layerKind?: 'responsibilityZone' | 'patrolZone';
  /** For a gap these are the zones along its edge. */
  readonly subjects: readonly Subject[];
  readonly areaSquareMeters?: number;
  /** Twice the radius of the largest circle inside, where the shape makes it known (within 1 cm). */
  readonly widthMeters?: number;
  /** Metres east and north of the frame's centre, inside the fault or on its edge; turned into degrees on output. */
  readonly at?: Point;
  readonly missing?: readonly ('owner' | 'person')[];
}

export interface Planting {
  readonly plan: ZonePlan;
  readonly arcs: readonly Arc[];
  readonly random: Random;
  readonly usedArcs: Set<number>;
  readonly usedGround: Box[];
  /** Zones that overlap already: a pair is one finding, so it is planted once. */
  readonly usedPairs: Set<string>;
  readonly faults: PlantedZoneFault[];
}

/** Minimum sliver thresholds of the national rule pack. */
const SLIVER_WIDTH_METERS = 2;

const SLIVER_AREA_SQUARE_METERS = 20;

export const subjectOf = (zone: PlannedZone): Subject => ({ layer: zone.layer, feature: zone.id });

export const zoneAt = (planting: Planting, leaf: number): PlannedZone | undefined => planting.plan.zoneOfLeaf[leaf];

export const parentOf = (planting: Planting, zone: PlannedZone): PlannedZone | undefined =>
  planting.plan.zones.find((candidate) => candidate.id === zone.parent);

export const isGrid = (zone: PlannedZone | undefined): zone is PlannedZone => zone?.level === 'grid';

export function isSliver(area: number, width: number): boolean {
  return area < SLIVER_AREA_SQUARE_METERS || width < SLIVER_WIDTH_METERS;
}

export const pairKey = (a: PlannedZone, b: PlannedZone): string => [a.id, b.id].sort().join('/');

export function plantEscape(
  planting: Planting,
  zone: PlannedZone,
  kind: string,
  area: number,
  sliver: boolean,
  ring: readonly Point[],
): void {
  const parent = parentOf(planting, zone)!;
  planting.faults.push({
    rule: 'zone-escape',
    kind,
    isSliver: sliver,
    subjects: [subjectOf(zone), subjectOf(parent)],
    areaSquareMeters: area,
    at: ring[ring.length >> 1]!,
  });
}

export const isDoubly = (planting: Planting, grid: PlannedZone): boolean =>
  planting.plan.doublyCovered.has(grid.parent ?? '');

export const grown = (box: Box, meters: number): Box => [
  box[0] - meters,
  box[1] - meters,
  box[2] + meters,
  box[3] + meters,
];
