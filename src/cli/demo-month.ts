/** What the demo's workspace keeps of the month before: its ledgers as they stood then, checked under the same rules. */
import { monthBefore, type PlantedChange } from '../../data/demo/month-before.ts';
import { runChecks } from '../checks/run-checks.ts';
import { ok, type Result } from '../core/result.ts';
import type { Task } from '../core/task.ts';
import { openWorkspace } from '../formats/workspace/open-workspace.ts';
import type { WorkspaceFiles } from '../formats/workspace/workspace-files.ts';
import { instantOf } from '../model/instant.ts';
import { applyPatch } from '../model/patch.ts';
import { findingsJson } from '../reports/findings-json.ts';
import { parseRulePack } from '../rules/parse-rule-pack.ts';
import { thresholdsInForce } from '../rules/thresholds.ts';

const AS_OF = '2026-10-31T18:00:00+08:00';

export interface DemoMonth {
  /** Within the workspace folder. */
  readonly path: string;
  readonly pieces: Iterable<string>;
  readonly planted: readonly PlantedChange[];
}

/** Shapes are left out: a comparison reads none, and they are the larger part. */
export async function makeMonthBefore(files: WorkspaceFiles, task: Task): Promise<Result<DemoMonth>> {
  const opened = await openWorkspace(files, parseRulePack, task);
  if (!opened.ok) return opened;
  const { document } = opened.value;
  const { bareSoilCoverHours } = thresholdsInForce(document.rulePack);
  const { operations, planted } = monthBefore(
    document,
    instantOf(AS_OF),
    instantOf(document.asOf ?? ''),
    bareSoilCoverHours,
  );
  const earlier = applyPatch(document, { label: { code: 'edit.sample', params: {} }, operations }).document;
  const result = await runChecks({ ...earlier, asOf: AS_OF }, { engine: 'fast', task });
  const findings = result.findings.map(({ geometry: _, ...finding }) => finding);
  const { eachFinding: __, ...plain } = result;
  return ok({
    path: `snapshots/${AS_OF.slice(0, 7)}/findings.json`,
    pieces: findingsJson({ ...plain, findings }),
    planted,
  });
}
