/** The sums of the summary that belong to no single rule: how many sources and zones, and what lies in each zone. */
import type { Task } from '../core/task.ts';
import { GeometryType } from '../geo/geometry-column.ts';
import type { PackedLayer } from '../geo/packed-layer.ts';
import { ZONE_KINDS } from '../model/kinds.ts';
import type { FastWorkspace } from './fast-workspace.ts';
import type { Tallies, ZoneTally } from './rule.ts';
import type { GapOutcome } from './zone-gap.ts';

/** O(sources + zones), beside the coverage that the rules have measured already. */
export async function buildTallies(workspace: FastWorkspace, gap: GapOutcome, task: Task): Promise<Tallies> {
  const byZone: ZoneTally[] = [];
  let zoneCount = 0;
  for (const kind of ZONE_KINDS) {
    const { layer, subjects } = workspace.zones[kind];
    const sources = new Uint32Array(layer.count);
    const uncovered = new Float64Array(layer.count);
    if (layer.count > 0) {
      for (const source of workspace.sources) {
        const { coveredFraction, zoneStart, zonesOfSource } = await workspace.coverage(source, kind, task);
        for (let index = 0; index < source.packed.count; index++) {
          for (let k = zoneStart[index]!; k < zoneStart[index + 1]!; k++) {
            const zone = zonesOfSource[k]!;
            sources[zone]!++;
            uncovered[zone]! += source.packed.areas[index]! * (1 - coveredFraction[index]!);
          }
        }
      }
    }
    for (let zone = 0; zone < layer.count; zone++) {
      if (layer.type[zone] !== GeometryType.polygon) continue;
      zoneCount++;
      byZone.push({ zone: subjects[zone]!, sources: sources[zone]!, uncoveredAreaSquareMeters: uncovered[zone]! });
    }
  }
  return {
    sources: workspace.sources.reduce((sum, source) => sum + countUsable(source.packed), 0),
    zones: zoneCount,
    boundaryAreaSquareMeters: gap.boundaryAreaSquareMeters,
    uncoveredAreaSquareMeters: gap.uncoveredAreaSquareMeters,
    byZone,
  };
}

function countUsable({ type }: PackedLayer): number {
  return type.reduce((sum, code) => sum + (code === GeometryType.none ? 0 : 1), 0);
}
