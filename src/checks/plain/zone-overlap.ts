/** zone-overlap: two zones of one kind, level and duty with different owners that share ground. Touching is not overlapping. */
import { checkpoint } from '../../core/task.ts';
import type { Unchecked } from '../../model/findings.ts';
import { ZONE_KINDS } from '../../model/kinds.ts';
import { dutyOf, haveSameOwner, levelOf, subjectOf } from '../check-input.ts';
import { draftOverlap } from '../drafts.ts';
import { emptyOutcome, type FindingDraft, type RuleOutcome } from '../rule.ts';
import { isBelow } from '../size-limits.ts';
import { isMereTouch } from './clip.ts';
import { areaSquareMeters } from './ellipsoid-measures.ts';
import { greatestWidth } from './greatest-width.ts';
import type { PlainWorkspace, PlainZone } from './plain-workspace.ts';

export async function checkZoneOverlap(workspace: PlainWorkspace): Promise<RuleOutcome> {
  const { thresholds } = workspace.input;
  const findings: FindingDraft[] = [];
  const unchecked: Unchecked[] = [];
  let slivers = 0;
  let sliverAreaSquareMeters = 0;
  for (const [a, b] of pairsToCompare(workspace)) {
    await checkpoint(workspace.task);
    const shared = workspace.clipper.intersection(a.geometry, b.geometry);
    if (!shared.ok) {
      const subjects = [subjectOf(a.ref), subjectOf(b.ref)];
      unchecked.push({ rule: 'zone-overlap', subjects, problem: shared.problem });
      continue;
    }
    if (shared.value === null || isMereTouch(shared.value)) continue;
    const area = areaSquareMeters(shared.value);
    const { widthMeters, at } = greatestWidth(shared.value, workspace.frame);
    if (isBelow(area, thresholds.minOverlapAreaSquareMeters) || isBelow(widthMeters, thresholds.sliverWidthMeters)) {
      slivers++;
      sliverAreaSquareMeters += area;
      continue;
    }
    const measured = { a: a.ref, b: b.ref, at, areaSquareMeters: area, widthMeters, geometry: shared.value };
    findings.push(draftOverlap(measured, thresholds));
  }
  return { ...emptyOutcome('zone-overlap'), findings, unchecked, slivers, sliverAreaSquareMeters };
}

/** Each pair once, the earlier zone first. */
function pairsToCompare({ zones }: PlainWorkspace): [PlainZone, PlainZone][] {
  return ZONE_KINDS.flatMap((kind) => {
    const { all, index } = zones[kind];
    const order = new Map(all.map((zone, position) => [zone, position]));
    return all.flatMap((a) =>
      index
        .search(a.box)
        .filter((b) => order.get(a)! < order.get(b)! && mayNotShareGround(a, b))
        .map((b): [PlainZone, PlainZone] => [a, b]),
    );
  });
}

function mayNotShareGround(a: PlainZone, b: PlainZone): boolean {
  return levelOf(a.ref) === levelOf(b.ref) && dutyOf(a.ref) === dutyOf(b.ref) && !haveSameOwner(a.ref, b.ref);
}
