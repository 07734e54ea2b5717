/** The sums of the summary that belong to no single rule, as they stand. */
import { GeometryType } from '../geo/geometry-column.ts';
import { ZONE_KINDS } from '../model/kinds.ts';
import type { FastWorkspace } from './fast-workspace.ts';
import type { Tallies, ZoneTally } from './rule.ts';

/** O(zones). */
export function readTallies({ zones, tallies, gaps }: FastWorkspace): Tallies {
  const byZone: ZoneTally[] = [];
  for (const kind of ZONE_KINDS) {
    const { layer, subjects } = zones[kind];
    for (let zone = 0; zone < layer.count; zone++) {
      if (layer.type[zone] === GeometryType.polygon)
        byZone.push({ zone: subjects[zone]!, ...tallies.ofZone(kind, zone) });
    }
  }
  return {
    sources: tallies.sources,
    zones: byZone.length,
    boundaryAreaSquareMeters: gaps.boundaryAreaSquareMeters,
    uncoveredAreaSquareMeters: gaps.uncoveredAreaSquareMeters,
    byZone,
  };
}
