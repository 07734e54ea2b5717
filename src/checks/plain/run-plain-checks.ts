/**
 * The plain engine: the rules of the fast one, written simply with Turf over a flatbush index, to be
 * read as their specification and to be compared with. Meant for up to size M.
 */
import type { Task } from '../../core/task.ts';
import { CHECKED_RULES, type CheckedRule, featuresIn, whyNotJudged } from '../judged-rules.ts';
import type { EngineOutcome, RuleOutcome } from '../rule.ts';
import { type AssessedSource, assessSources } from './assess-sources.ts';
import { checkHotspotSource } from './hotspot-source.ts';
import { checkHotspotUnattended } from './hotspot-unattended.ts';
import { createPlainWorkspace, type PlainEngineInput, type PlainWorkspace } from './plain-workspace.ts';
import { checkRoadUnswept } from './road-unswept.ts';
import { checkRouteOverlap } from './route-overlap.ts';
import { checkSourceCoverage } from './source-coverage.ts';
import { checkSourceUncontrolled } from './source-uncontrolled.ts';
import { checkSourceUnswept } from './source-unswept.ts';
import { buildTallies } from './tallies.ts';
import { checkZoneEscape } from './zone-escape.ts';
import { checkZoneGap, findUncoveredByKind, type UncoveredByKind } from './zone-gap.ts';
import { checkZoneOverlap } from './zone-overlap.ts';
import { checkZoneOwnerless } from './zone-ownerless.ts';

/** Outcomes of the rules that the workspace can be judged by. Rejects only when cancelled. */
export async function runPlainChecks(given: PlainEngineInput, task: Task = {}): Promise<EngineOutcome> {
  const workspace = await createPlainWorkspace(given, task);
  const sources = await assessSources(workspace);
  const uncovered = findUncoveredByKind(workspace);
  const rules = CHECKED_RULES.filter((rule) => whyNotJudged(featuresIn(given.input), rule) === undefined);
  const outcomes: RuleOutcome[] = [];
  for (const [done, rule] of rules.entries()) {
    task.onProgress?.({ stage: 'check', done, total: rules.length, detail: rule });
    outcomes.push(await checkRule(rule, workspace, sources, uncovered));
  }
  return { outcomes, tallies: buildTallies(workspace, sources, uncovered) };
}

function checkRule(
  rule: CheckedRule,
  workspace: PlainWorkspace,
  sources: readonly AssessedSource[],
  uncovered: UncoveredByKind,
): RuleOutcome | Promise<RuleOutcome> {
  switch (rule) {
    case 'source-unassigned':
    case 'source-unpatrolled':
      return checkSourceCoverage(workspace, sources, rule);
    case 'source-unswept':
      return checkSourceUnswept(workspace, sources);
    case 'source-uncontrolled':
      return checkSourceUncontrolled(workspace, sources);
    case 'zone-overlap':
      return checkZoneOverlap(workspace);
    case 'zone-gap':
      return checkZoneGap(workspace, uncovered);
    case 'zone-escape':
      return checkZoneEscape(workspace);
    case 'zone-ownerless':
      return checkZoneOwnerless(workspace);
    case 'road-unswept':
      return checkRoadUnswept(workspace);
    case 'route-overlap':
      return checkRouteOverlap(workspace);
    case 'hotspot-unattended':
      return checkHotspotUnattended(workspace);
    case 'hotspot-source':
      return checkHotspotSource(workspace);
  }
}
