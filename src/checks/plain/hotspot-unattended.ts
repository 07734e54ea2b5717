/** hotspot-unattended: hotspots in no zone of either kind. On the edge counts as inside; an outlined hotspot is inside where it shares ground. */
import { booleanIntersects } from '@turf/turf';
import { checkpoint } from '../../core/task.ts';
import { ZONE_KINDS } from '../../model/kinds.ts';
import { draftHotspot, NEAREST_ZONE_REACH_METERS } from '../drafts.ts';
import { emptyOutcome, type FindingDraft, type RuleOutcome } from '../rule.ts';
import { pointInside } from './assess-sources.ts';
import { createNearestIndex } from './nearest.ts';
import type { PlainWorkspace } from './plain-workspace.ts';

export async function checkHotspotUnattended(workspace: PlainWorkspace): Promise<RuleOutcome> {
  const { zones } = workspace;
  const nearestZone = createNearestIndex(ZONE_KINDS.flatMap((kind) => zones[kind].leaves));
  const findings: FindingDraft[] = [];
  for (const hotspot of workspace.shapesOfKind('hotspot')) {
    await checkpoint(workspace.task);
    const isAttended = ZONE_KINDS.some((kind) =>
      zones[kind].index.search(hotspot.box).some((zone) => booleanIntersects(hotspot.geometry, zone.geometry)),
    );
    if (isAttended) continue;
    const nearest = nearestZone.find(hotspot, NEAREST_ZONE_REACH_METERS);
    findings.push(draftHotspot({ ref: hotspot.ref, at: pointInside(hotspot.geometry), nearest }));
  }
  return { ...emptyOutcome('hotspot-unattended'), findings };
}
