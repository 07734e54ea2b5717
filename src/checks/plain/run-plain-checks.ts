/**
 * The plain engine: the rules of the fast one, written simply with Turf over a flatbush index, to be
 * read as their specification and to be compared with. Meant for up to size M.
 */
import type { Task } from '../../core/task.ts';
import type { EngineOutcome, RuleOutcome } from '../rule.ts';
import { assessSources } from './assess-sources.ts';
import { checkHotspotUnattended } from './hotspot-unattended.ts';
import { createPlainWorkspace, type PlainEngineInput } from './plain-workspace.ts';
import { checkSourceCoverage } from './source-coverage.ts';
import { checkSourceUnswept } from './source-unswept.ts';
import { buildTallies } from './tallies.ts';
import { checkZoneGap } from './zone-gap.ts';
import { checkZoneOverlap } from './zone-overlap.ts';
import { checkZoneOwnerless } from './zone-ownerless.ts';

/** Rejects only when cancelled. */
export async function runPlainChecks(given: PlainEngineInput, task: Task = {}): Promise<EngineOutcome> {
  const workspace = await createPlainWorkspace(given, task);
  const { zones } = workspace;
  const sources = await assessSources(workspace);
  const outcomes: RuleOutcome[] = [];
  outcomes.push(await checkSourceCoverage(workspace, sources, 'source-unassigned'));
  if (zones.patrolZone.all.length > 0) {
    outcomes.push(await checkSourceCoverage(workspace, sources, 'source-unpatrolled'));
  }
  outcomes.push(
    await checkSourceUnswept(workspace, sources),
    await checkZoneOverlap(workspace),
    await checkZoneGap(workspace),
    checkZoneOwnerless(workspace),
    await checkHotspotUnattended(workspace),
  );
  return { outcomes, tallies: buildTallies(workspace, sources) };
}
