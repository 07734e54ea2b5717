/** hotspot-unattended: hotspots in no zone of either kind. On the edge is inside; a footprint is inside where it shares a point. */
import { checkpoint, type Task } from '../core/task.ts';
import { findNearest } from '../geo/distance.ts';
import { GeometryType } from '../geo/geometry-column.ts';
import type { PackedLayer } from '../geo/packed-layer.ts';
import { holdsPlace } from '../geo/point-in-polygon.ts';
import { createRelater, Relation } from '../geo/relate.ts';
import { HitList } from '../geo/spatial-index.ts';
import { ZONE_KINDS } from '../model/kinds.ts';
import { draftHotspot, NEAREST_ZONE_REACH_METERS, type Nearest } from './drafts.ts';
import type { FastWorkspace } from './fast-workspace.ts';
import { placeOf } from './place.ts';
import { emptyOutcome, type FindingDraft, type RuleOutcome } from './rule.ts';
import { searchZones, type ZoneSet } from './zone-set.ts';

const HOTSPOTS_PER_TURN = 8192;

export async function checkHotspotUnattended(workspace: FastWorkspace, task: Task): Promise<RuleOutcome> {
  const zoneSets = ZONE_KINDS.map((kind) => workspace.zones[kind]);
  const isInZone = createZoneTest();
  const findings: FindingDraft[] = [];
  for (const { source, packed } of workspace.layersOfKind('hotspot')) {
    for (let index = 0; index < packed.count; index++) {
      if (index % HOTSPOTS_PER_TURN === 0) await checkpoint(task);
      if (packed.type[index] === GeometryType.none) continue;
      if (zoneSets.some((zones) => isInZone(packed, index, zones))) continue;
      findings.push(
        draftHotspot({
          ref: { layer: source, index },
          at: placeOf(workspace.frame, packed, index),
          nearest: nearestZone(packed, index, zoneSets),
        }),
      );
    }
  }
  return { ...emptyOutcome('hotspot-unattended'), findings };
}

function createZoneTest(): (layer: PackedLayer, index: number, zones: ZoneSet) => boolean {
  const hits = new HitList();
  const relater = createRelater();
  return (layer, index, zones) => {
    const { xy, positionStart, ringStart, partStart, partEnd } = layer;
    const type = layer.type[index];
    searchZones(zones, layer, index, hits);
    const first = positionStart[ringStart[partStart[index]!]!]!;
    const end = positionStart[ringStart[partEnd[index]!]!]!;
    for (let k = 0; k < hits.count; k++) {
      const zone = hits.items[k]!;
      if (type === GeometryType.polygon) {
        if (relater.relate(layer, index, zones, zone) !== Relation.disjoint) return true;
        continue;
      }
      for (let p = first; p < end; p++) {
        if (holdsPlace(zones.layer, zones.bands, zone, xy[2 * p]!, xy[2 * p + 1]!)) return true;
      }
    }
    return false;
  };
}

function nearestZone(layer: PackedLayer, index: number, zoneSets: readonly ZoneSet[]): Nearest | undefined {
  let best: Nearest | undefined;
  for (const { leafOutlines, refs } of zoneSets) {
    const found = findNearest(layer, index, leafOutlines, best?.distanceMeters ?? NEAREST_ZONE_REACH_METERS);
    const ref = refs[found.feature];
    if (ref && (!best || found.distanceMeters < best.distanceMeters))
      best = { ref, distanceMeters: found.distanceMeters };
  }
  return best;
}
