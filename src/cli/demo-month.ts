/** What the demo's workspace keeps of the month before: its ledgers as they stood then, checked under the same rules. */
import { MONTH_BEFORE, monthBefore, type PlantedChange } from '../../data/demo/month-before.ts';
import { runChecks } from '../checks/run-checks.ts';
import { ok, type Result } from '../core/result.ts';
import type { Task } from '../core/task.ts';
import { openWorkspace } from '../formats/workspace/open-workspace.ts';
import type { WorkspaceFiles } from '../formats/workspace/workspace-files.ts';
import { instantOf } from '../model/instant.ts';
import { snapshotPath } from '../model/months.ts';
import { applyPatch } from '../model/patch.ts';
import { snapshotJson } from '../reports/months/snapshot-json.ts';
import { parseRulePack } from '../rules/parse-rule-pack.ts';
import { thresholdsInForce } from '../rules/thresholds.ts';

export interface DemoMonth {
  /** Within the workspace folder. */
  readonly path: string;
  readonly pieces: Iterable<string>;
  readonly planted: readonly PlantedChange[];
}

export async function makeMonthBefore(files: WorkspaceFiles, task: Task): Promise<Result<DemoMonth>> {
  const opened = await openWorkspace(files, parseRulePack, task);
  if (!opened.ok) return opened;
  const { document } = opened.value;
  const { bareSoilCoverHours } = thresholdsInForce(document.rulePack);
  const { operations, planted } = monthBefore(
    document,
    instantOf(MONTH_BEFORE.asOf),
    instantOf(document.asOf ?? ''),
    bareSoilCoverHours,
  );
  const earlier = applyPatch(document, { label: { code: 'edit.sample', params: {} }, operations }).document;
  const result = await runChecks({ ...earlier, asOf: MONTH_BEFORE.asOf }, { engine: 'fast', task });
  return ok({
    path: snapshotPath(MONTH_BEFORE.month),
    pieces: snapshotJson(result),
    planted,
  });
}
