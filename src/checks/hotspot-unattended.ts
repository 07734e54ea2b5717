/**
 * hotspot-unattended: hotspots in no zone of either kind. On the edge is inside; a footprint is inside
 * where it shares a point. An item is one hotspot; its answer depends on the zones at its place and,
 * where there are none, on the leaves within `NEAREST_ZONE_REACH_METERS`.
 */
import { checkpoint } from '../core/task.ts';
import { MIXED } from '../geo/cell-raster.ts';
import { findNearest } from '../geo/distance.ts';
import { GeometryType } from '../geo/geometry-column.ts';
import type { PackedLayer } from '../geo/packed-layer.ts';
import { holdsPlace } from '../geo/point-in-polygon.ts';
import { createRelater, Relation } from '../geo/relate.ts';
import { HitList } from '../geo/spatial-index.ts';
import { NO_ZONES } from '../geo/zone-sets.ts';
import { ZONE_KINDS } from '../model/kinds.ts';
import { editedOfKind } from './change.ts';
import { draftHotspot } from './drafts.ts';
import type { Rule } from './fast-rule.ts';
import type { FastWorkspace } from './fast-workspace.ts';
import { placeOf } from './place.ts';
import type { PreparedLayer } from './prepare.ts';
import { found, type ItemOutcome } from './rule.ts';
import { NEAREST_ZONE_REACH_METERS } from './source-measures.ts';
import { unite } from './touch.ts';
import type { Nearest } from './weigh-source.ts';
import { searchZones, type ZoneSet } from './zone-set.ts';

const HOTSPOTS_PER_TURN = 8192;
const RULE = 'hotspot-unattended';

export const hotspotUnattended: Rule = {
  id: RULE,
  async run(workspace, book, task) {
    const judge = createJudge(workspace);
    for (const prepared of workspace.layersOfKind('hotspot')) {
      const page = book.page(RULE, prepared.source.id);
      for (let hotspot = 0; hotspot < prepared.packed.count; hotspot++) {
        if (hotspot % HOTSPOTS_PER_TURN === 0) await checkpoint(task);
        const outcome = judge(prepared, hotspot);
        if (outcome) page.put(hotspot, outcome);
      }
    }
  },
  update(workspace, book, change) {
    const judge = createJudge(workspace);
    for (const [prepared, touches] of editedOfKind(change, 'hotspot')) {
      const page = book.page(RULE, prepared.source.id);
      for (const hotspot of touches.keys()) page.put(hotspot, judge(prepared, hotspot));
    }
    for (const prepared of workspace.layersOfKind('hotspot')) {
      const page = book.page(RULE, prepared.source.id);
      for (const kind of ZONE_KINDS) {
        for (const touch of change.zones[kind].values()) {
          const reach = unite(touch, NEAREST_ZONE_REACH_METERS);
          if (!reach) continue;
          prepared.index.some(...reach, (hotspot) => {
            page.put(hotspot, judge(prepared, hotspot));
            return false;
          });
        }
      }
    }
  },
};

function createJudge(workspace: FastWorkspace) {
  const zoneSets = ZONE_KINDS.map((kind) => workspace.zones[kind]);
  const isInZone = createZoneTest();
  return (prepared: PreparedLayer, hotspot: number): ItemOutcome | undefined => {
    const { packed } = prepared;
    if (packed.type[hotspot] === GeometryType.none) return undefined;
    if (zoneSets.some((zones) => isInZone(packed, hotspot, zones))) return undefined;
    const draft = draftHotspot({
      ref: prepared.ref(hotspot),
      at: placeOf(workspace.frame, packed, hotspot),
      nearest: nearestZone(packed, hotspot, zoneSets),
    });
    return found(draft);
  };
}

function createZoneTest(): (layer: PackedLayer, hotspot: number, zones: ZoneSet) => boolean {
  const hits = new HitList();
  const relater = createRelater();
  return (layer, hotspot, zones) => {
    const { boxes, xy, positionStart, ringStart, partStart, partEnd } = layer;
    const at = 4 * hotspot;
    const set = zones.raster.setOfBox(boxes[at]!, boxes[at + 1]!, boxes[at + 2]!, boxes[at + 3]!);
    if (set !== MIXED) return set !== NO_ZONES;
    const type = layer.type[hotspot];
    searchZones(zones, layer, hotspot, hits);
    const first = positionStart[ringStart[partStart[hotspot]!]!]!;
    const end = positionStart[ringStart[partEnd[hotspot]!]!]!;
    for (let k = 0; k < hits.count; k++) {
      const zone = hits.items[k]!;
      if (type === GeometryType.polygon) {
        if (relater.relate(layer, hotspot, zones, zone) !== Relation.disjoint) return true;
        continue;
      }
      for (let p = first; p < end; p++) {
        if (holdsPlace(zones.layer, zones.bands, zone, xy[2 * p]!, xy[2 * p + 1]!)) return true;
      }
    }
    return false;
  };
}

function nearestZone(layer: PackedLayer, hotspot: number, zoneSets: readonly ZoneSet[]): Nearest | undefined {
  let best: Nearest | undefined;
  for (const { leafOutlines, refs } of zoneSets) {
    const nearest = findNearest(layer, hotspot, leafOutlines, best?.distanceMeters ?? NEAREST_ZONE_REACH_METERS);
    const ref = refs[nearest.feature];
    if (ref && (!best || nearest.distanceMeters < best.distanceMeters))
      best = { ref, distanceMeters: nearest.distanceMeters };
  }
  return best;
}
