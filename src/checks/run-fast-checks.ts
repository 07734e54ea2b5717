/** The fast engine: every rule over packed layers. Outcomes are remembered by what they were made from. */
import type { Task } from '../core/task.ts';
import { isZoneKind } from '../model/kinds.ts';
import type { FastWorkspace } from './fast-workspace.ts';
import { checkHotspotUnattended } from './hotspot-unattended.ts';
import { CHECKED_RULES, type CheckedRule, whyNotJudged } from './judged-rules.ts';
import type { PreparedLayer } from './prepare.ts';
import type { EngineOutcome, RuleOutcome } from './rule.ts';
import { checkSourceUnassigned } from './source-unassigned.ts';
import { checkSourceUncontrolled } from './source-uncontrolled.ts';
import { checkSourceUnpatrolled } from './source-unpatrolled.ts';
import { checkSourceUnswept } from './source-unswept.ts';
import { buildTallies } from './tallies.ts';
import { checkZoneGap, type GapOutcome } from './zone-gap.ts';
import { checkZoneOverlap } from './zone-overlap.ts';
import { checkZoneOwnerless } from './zone-ownerless.ts';

/** Rejects only when cancelled. */
export async function runFastChecks(workspace: FastWorkspace, task: Task): Promise<EngineOutcome> {
  const { memo, input, zones, sources } = workspace;
  const { thresholds } = input;
  const gapInputs = [thresholds, ...Object.values(zones), ...workspace.layersOfKind('boundary')];
  const gap = () => memo.of('zone-gap', gapInputs, () => checkZoneGap(workspace, task));
  const outcomes: RuleOutcome[] = [];
  for (const [done, rule] of CHECKED_RULES.entries()) {
    task.onProgress?.({ stage: 'check', done, total: CHECKED_RULES.length, detail: rule });
    if (whyNotJudged(input, rule) !== undefined) continue;
    outcomes.push(
      rule === 'zone-gap'
        ? (await gap()).outcome
        : await memo.of(rule, inputsOf(workspace, rule), async () => judge(workspace, rule, task)),
    );
  }
  const measured: GapOutcome = await gap();
  const tallies = await memo.of('tallies', [measured, ...Object.values(zones), ...sources], () =>
    buildTallies(workspace, measured, task),
  );
  task.onProgress?.({ stage: 'check', done: CHECKED_RULES.length, total: CHECKED_RULES.length });
  return { outcomes, tallies };
}

type JudgedAlone = Exclude<CheckedRule, 'zone-gap'>;

function judge(workspace: FastWorkspace, rule: JudgedAlone, task: Task): RuleOutcome | Promise<RuleOutcome> {
  switch (rule) {
    case 'source-unassigned':
      return checkSourceUnassigned(workspace, task);
    case 'source-unpatrolled':
      return checkSourceUnpatrolled(workspace, task);
    case 'source-unswept':
      return checkSourceUnswept(workspace, task);
    case 'source-uncontrolled':
      return checkSourceUncontrolled(workspace, task);
    case 'zone-overlap':
      return checkZoneOverlap(workspace, task);
    case 'zone-ownerless':
      return checkZoneOwnerless(workspace);
    case 'hotspot-unattended':
      return checkHotspotUnattended(workspace, task);
  }
}

/** Everything that a rule reads; source rules read both kinds of zones, since their findings name them. */
function inputsOf(workspace: FastWorkspace, rule: JudgedAlone): readonly unknown[] {
  const { input, zones, sources, layers, frame } = workspace;
  const { asOf } = input;
  const always = [input.thresholds, frame, ...Object.values(zones)];
  const ofKind = (kind: string): readonly PreparedLayer[] => workspace.layersOfKind(kind);
  switch (rule) {
    case 'source-unassigned':
    case 'source-unpatrolled':
      return [...always, asOf, ...sources];
    case 'source-unswept':
      return [...always, asOf, workspace.routes(), ...sources];
    case 'source-uncontrolled':
      return [...always, asOf, ...sources];
    case 'zone-overlap':
      return always;
    case 'zone-ownerless':
      return [...always, ...layers.filter((layer) => isZoneKind(layer.source.kind))];
    case 'hotspot-unattended':
      return [...always, ...ofKind('hotspot')];
  }
}
