/**
 * All slivers at once: each thin overlap stays with the zone that has more to say for it, each thin gap
 * goes to one of its neighbours. One edit, worked out before it is made.
 */
import { fail, ok, type Result } from '../../core/result.ts';
import { subjectKey } from '../../core/subject.ts';
import { checkpoint, type Task } from '../../core/task.ts';
import type { Geos } from '../../geo/geos.ts';
import type { MetricPolygons } from '../../geo/geos-wkb.ts';
import { findInteriorPointOfRings } from '../../geo/interior-point.ts';
import { measurePieces } from '../../geo/overlay.ts';
import { polygonsToGeoJson } from '../../geo/packed-polygons.ts';
import { ZONE_KINDS, type ZoneKind } from '../../model/kinds.ts';
import type { OpenCheck } from '../check-document.ts';
import type { FastWorkspace } from '../fast-workspace.ts';
import { bordersOf } from './border-lengths.ts';
import { describeParties } from './describe-parties.ts';
import { planOf } from './draft-patch.ts';
import { findSlivers, type Sliver } from './find-slivers.ts';
import { createGroundDraft, type GroundDraft } from './ground-draft.ts';
import type { GroundMove, SliverPlan } from './settle-types.ts';
import { suggestOwner } from './suggest-owner.ts';

const SLIVERS_PER_TURN = 16;

/** An edit without operations where there are none. Rejects only when cancelled. */
export async function planSlivers({ workspace }: OpenCheck, task: Task = {}): Promise<Result<SliverPlan>> {
  const geos = await workspace.geos();
  if (!geos.ok) return geos;
  const counts = { overlapCount: 0, gapCount: 0, leftCount: 0 };
  const plans: ReturnType<typeof planOf>[] = [];
  for (const kind of ZONE_KINDS) {
    const slivers = findSlivers(workspace, geos.value, kind);
    if (!slivers.ok) return slivers;
    if (slivers.value.length === 0) continue;
    const draft = createGroundDraft(geos.value, workspace.zones[kind]);
    const moves: GroundMove[] = [];
    const moved: MetricPolygons[number][] = [];
    for (const [done, sliver] of slivers.value.entries()) {
      if (done % SLIVERS_PER_TURN === 0) await checkpoint(task);
      const move = settle(workspace, geos.value, kind, draft, sliver);
      if (!move.ok) {
        counts.leftCount++;
        continue;
      }
      counts[sliver.rule === 'zone-overlap' ? 'overlapCount' : 'gapCount']++;
      moves.push(move.value);
      moved.push(...sliver.ground);
    }
    plans.push(planOf(workspace, draft, { code: '', params: {} }, moves, moved));
  }
  const label = { code: 'edit.settle-slivers', params: { count: counts.overlapCount + counts.gapCount } };
  return ok({
    patch: { label, operations: plans.flatMap(({ patch }) => patch.operations) },
    moves: plans.flatMap(({ moves }) => moves),
    zones: plans.flatMap(({ zones }) => zones),
    adjustedCount: plans.reduce((sum, { adjustedCount }) => sum + adjustedCount, 0),
    ...counts,
  });
}

/** Leaves the draft as it was where it fails. */
function settle(
  workspace: FastWorkspace,
  geos: Geos,
  kind: ZoneKind,
  draft: GroundDraft,
  { rule, ground, parties }: Sliver,
): Result<GroundMove> {
  const { zones } = draft;
  const edges = bordersOf(zones, ground, parties);
  const inside = findInteriorPointOfRings(ground);
  const at = inside ?? ([ground[0]![0]![0]!, ground[0]![0]![1]!] as const);
  const owner = suggestOwner(describeParties(workspace, { rule, kind, parties, ground, edges, at }));
  const keeper = parties.find((zone) => owner && subjectKey(zones.subjects[zone]!) === subjectKey(owner.zone));
  if (keeper === undefined) return fail('settle.not-a-party');
  const loser = rule === 'zone-overlap' ? parties.find((zone) => zone !== keeper) : undefined;
  const restore = draft.mark();
  const next =
    loser === undefined
      ? geos.onGrid.unionAll([...draft.groundOf(keeper), ...ground])
      : geos.onGrid.difference(draft.groundOf(loser), draft.groundOf(keeper));
  const replaced = next.ok ? draft.replace(loser ?? keeper, next.value) : next;
  const done = replaced.ok ? draft.joinBorders(ground) : replaced;
  if (!done.ok) {
    restore();
    return done;
  }
  return ok({
    areaSquareMeters: measurePieces(ground).areaSquareMeters,
    geometry: polygonsToGeoJson(ground, workspace.frame)!,
    ...(loser === undefined ? {} : { from: zones.subjects[loser]! }),
    to: zones.subjects[keeper]!,
  });
}
