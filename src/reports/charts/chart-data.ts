/** The facts of a workspace put together for charts and rankings: small enough to cross a worker's boundary. */
import type { ChartFacts, CountedGround, RuleCounts } from '../../checks/chart-fact-types.ts';
import type { Subject } from '../../core/subject.ts';
import { countHotspotHours, type HotspotHours } from './hotspot-hours.ts';
import { isBareNow, type MonthlyUncovered, sumUncoveredByMonth } from './uncovered-soil.ts';

export interface GroundNumbers {
  readonly sources: number;
  /** Open findings. */
  readonly counts: RuleCounts;
  /** Bare soil that lies uncovered at the clock, whole patches, by where they are or whose they are. */
  readonly uncoveredSoilSquareMeters: number;
}
export interface ZoneNumbers extends GroundNumbers {
  readonly zone: Subject;
  readonly areaSquareMeters: number;
}
export interface OwnerNumbers extends GroundNumbers {
  /** Empty for what has none. */
  readonly owner: string;
}

export interface ChartData {
  readonly asOf: string;
  readonly zones: readonly ZoneNumbers[];
  readonly outside: GroundNumbers;
  readonly total: GroundNumbers;
  readonly owners: readonly OwnerNumbers[];
  readonly months: MonthlyUncovered;
  readonly hotspotHours: HotspotHours;
}

/** O(facts). */
export function buildChartData(facts: ChartFacts): ChartData {
  const { soil, asOfInstant } = facts;
  const byZone = facts.zones.map(() => 0);
  const byOwner = new Map<string, number>();
  let [outside, total] = [0, 0];
  for (const patch of soil) {
    if (!isBareNow(patch, asOfInstant)) continue;
    const area = patch.areaSquareMeters ?? 0;
    total += area;
    if (patch.zone < 0) outside += area;
    else byZone[patch.zone]! += area;
    byOwner.set(patch.owner, (byOwner.get(patch.owner) ?? 0) + area);
  }
  const numbers = ({ sources, counts }: CountedGround, uncoveredSoilSquareMeters: number): GroundNumbers => ({
    sources,
    counts,
    uncoveredSoilSquareMeters,
  });
  return {
    asOf: facts.asOf,
    zones: facts.zones.map((zone, index) => ({
      zone: zone.zone,
      areaSquareMeters: zone.areaSquareMeters,
      ...numbers(zone, byZone[index]!),
    })),
    outside: numbers(facts.outside, outside),
    total: numbers(facts.total, total),
    owners: facts.owners.map((owner) => ({ owner: owner.owner, ...numbers(owner, byOwner.get(owner.owner) ?? 0) })),
    months: sumUncoveredByMonth(soil, facts.zones.length, asOfInstant),
    hotspotHours: countHotspotHours(facts.hotspots),
  };
}
