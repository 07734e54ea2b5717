/**
 * source-unassigned and source-unpatrolled: dust sources not, or not fully, inside the leaf zones of
 * a kind. A finding if the covered fraction is below 1 minus `coverageTolerance`.
 */
import { checkpoint } from '../../core/task.ts';
import type { Unchecked } from '../../model/findings.ts';
import type { ZoneKind } from '../../model/kinds.ts';
import { subjectOf } from '../check-input.ts';
import { type CoverageRule, draftCoverage } from '../drafts.ts';
import { emptyOutcome, type FindingDraft, type RuleOutcome } from '../rule.ts';
import { NEAREST_ZONE_REACH_METERS } from '../source-measures.ts';
import type { Nearest } from '../weigh-source.ts';
import type { AssessedSource } from './assess-sources.ts';
import { coveredFraction } from './coverage.ts';
import { areaSquareMeters as areaOf } from './ellipsoid-measures.ts';
import { createNearestIndex } from './nearest.ts';
import type { PlainWorkspace, PlainZone } from './plain-workspace.ts';

const ZONES_OF_RULE: Readonly<Record<CoverageRule, ZoneKind>> = {
  'source-unassigned': 'responsibilityZone',
  'source-unpatrolled': 'patrolZone',
};

export async function checkSourceCoverage(
  workspace: PlainWorkspace,
  sources: readonly AssessedSource[],
  rule: CoverageRule,
): Promise<RuleOutcome> {
  const { thresholds } = workspace.input;
  const kind = ZONES_OF_RULE[rule];
  const nearestZone = createNearestIndex(workspace.zones[kind].leaves);
  const findings: FindingDraft[] = [];
  const unchecked: Unchecked[] = [];
  for (const source of sources) {
    await checkpoint(workspace.task);
    const { shape, at, areaSquareMeters, lengthMeters } = source;
    const covered = source.covered[kind];
    if (!covered.ok) {
      unchecked.push({ rule, subjects: [subjectOf(shape.ref)], problem: covered.problem });
      continue;
    }
    if (covered.value >= 1 - thresholds.coverageTolerance) continue;
    const nearest: Nearest | undefined =
      covered.value > 0 ? largestShare(source, kind, workspace) : nearestZone.find(shape, NEAREST_ZONE_REACH_METERS);
    const zones = source.zones.map((zone) => subjectOf(zone.ref));
    findings.push(
      draftCoverage(
        rule,
        {
          source: { ref: shape.ref, at, areaSquareMeters, lengthMeters, zones },
          coveredFraction: covered.value,
          nearest,
        },
        workspace.input,
      ),
    );
  }
  return { ...emptyOutcome(rule), findings, unchecked };
}

/** The leaf zone that covers most of a partly covered source, the first of equals. */
function largestShare(
  { shape }: AssessedSource,
  kind: ZoneKind,
  { zones, clipper }: PlainWorkspace,
): Nearest | undefined {
  const { geometry } = shape;
  let best: PlainZone | undefined;
  let most = 0;
  for (const zone of zones[kind].leafIndex.search(shape.box)) {
    const share =
      geometry.type === 'Polygon' || geometry.type === 'MultiPolygon'
        ? clipper.intersection(geometry, zone.geometry)
        : coveredFraction(shape, [zone], clipper);
    if (!share.ok || share.value === null) continue;
    const size = typeof share.value === 'number' ? share.value : areaOf(share.value);
    if (size > most) [best, most] = [zone, size];
  }
  return best && { ref: best.ref, distanceMeters: 0 };
}
