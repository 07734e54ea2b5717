/** The fast engine: every rule over packed layers. Outcomes are remembered by what they were made from. */
import type { Task } from '../core/task.ts';
import { isZoneKind } from '../model/kinds.ts';
import type { FastWorkspace } from './fast-workspace.ts';
import { checkHotspotSource } from './hotspot-source.ts';
import { checkHotspotUnattended } from './hotspot-unattended.ts';
import { CHECKED_RULES, type CheckedRule, whyNotJudged } from './judged-rules.ts';
import type { PreparedLayer } from './prepare.ts';
import { checkRoadUnswept } from './road-unswept.ts';
import { checkRouteOverlap } from './route-overlap.ts';
import type { EngineOutcome, RuleOutcome } from './rule.ts';
import { checkSourceUnassigned } from './source-unassigned.ts';
import { checkSourceUnpatrolled } from './source-unpatrolled.ts';
import { checkSourceUnswept } from './source-unswept.ts';
import { buildTallies } from './tallies.ts';
import { checkZoneEscape } from './zone-escape.ts';
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
    case 'zone-overlap':
      return checkZoneOverlap(workspace, task);
    case 'zone-escape':
      return checkZoneEscape(workspace, task);
    case 'zone-ownerless':
      return checkZoneOwnerless(workspace);
    case 'road-unswept':
      return checkRoadUnswept(workspace, task);
    case 'route-overlap':
      return checkRouteOverlap(workspace, task);
    case 'hotspot-unattended':
      return checkHotspotUnattended(workspace, task);
    case 'hotspot-source':
      return checkHotspotSource(workspace, task);
  }
}

/** Everything that a rule reads; source rules read both kinds of zones, since their findings name them. */
function inputsOf(workspace: FastWorkspace, rule: JudgedAlone): readonly unknown[] {
  const { input, zones, sources, layers, frame } = workspace;
  const always = [input.thresholds, frame, ...Object.values(zones)];
  const ofKind = (kind: string): readonly PreparedLayer[] => workspace.layersOfKind(kind);
  switch (rule) {
    case 'source-unassigned':
    case 'source-unpatrolled':
      return [...always, ...sources];
    case 'source-unswept':
      return [...always, workspace.routes(), ...sources];
    case 'zone-overlap':
      return always;
    case 'zone-escape':
      return [...always, ...ofKind('boundary')];
    case 'zone-ownerless':
      return [...always, ...layers.filter((layer) => isZoneKind(layer.source.kind))];
    case 'road-unswept':
      return [input.thresholds, frame, workspace.routes(), ...ofKind('road')];
    case 'route-overlap':
      return [input.thresholds, frame, ...ofKind('sweepingRoute')];
    case 'hotspot-unattended':
      return [...always, ...ofKind('hotspot')];
    case 'hotspot-source':
      return [
        input.thresholds,
        frame,
        input.document.series,
        ...stationLayers(workspace),
        ...sources,
        ...ofKind('hotspot'),
      ];
  }
}

/** Layers in which the stations of series stand. */
function stationLayers({ input, layers }: FastWorkspace): readonly PreparedLayer[] {
  const named = new Set((input.document.series ?? []).map(({ station }) => station.layer));
  return layers.filter(({ source }) => named.has(source.id));
}
