/** hotspot-unattended: hotspots in no zone of either kind. On the edge counts as inside; an outlined hotspot is inside where it shares ground. */
import { booleanIntersects } from '@turf/turf';
import { checkpoint } from '../../core/task.ts';
import { ZONE_KINDS } from '../../model/kinds.ts';
import { draftHotspot } from '../drafts.ts';
import { emptyOutcome, type FindingDraft, type RuleOutcome } from '../rule.ts';
import { NEAREST_ZONE_REACH_METERS } from '../source-measures.ts';
import { pointInside } from './assess-sources.ts';
import { holdsPoint } from './coverage.ts';
import type { Areal } from './ellipsoid-measures.ts';
import { createNearestIndex, widenBox } from './nearest.ts';
import type { PlainWorkspace } from './plain-workspace.ts';

function hasPointIn(hotspot: GeoJSON.Geometry, zone: Areal): boolean {
  if (hotspot.type === 'Point') return holdsPoint(zone, hotspot.coordinates);
  if (hotspot.type === 'MultiPoint') return hotspot.coordinates.some((position) => holdsPoint(zone, position));
  return booleanIntersects(hotspot, zone);
}

export async function checkHotspotUnattended(workspace: PlainWorkspace): Promise<RuleOutcome> {
  const { zones } = workspace;
  const nearestZone = createNearestIndex(ZONE_KINDS.flatMap((kind) => zones[kind].leaves));
  const findings: FindingDraft[] = [];
  for (const hotspot of workspace.shapesOfKind('hotspot')) {
    await checkpoint(workspace.task);
    const isAttended = ZONE_KINDS.some((kind) =>
      zones[kind].index.search(widenBox(hotspot.box, 1)).some((zone) => hasPointIn(hotspot.geometry, zone.geometry)),
    );
    if (isAttended) continue;
    const nearest = nearestZone.find(hotspot, NEAREST_ZONE_REACH_METERS);
    findings.push(draftHotspot({ ref: hotspot.ref, at: pointInside(hotspot.geometry), nearest }));
  }
  return { ...emptyOutcome('hotspot-unattended'), findings };
}
