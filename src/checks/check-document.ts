/** One check of one document by either engine, from packing to the sorted answer. */
import type { Task } from '../core/task.ts';
import type { CheckResult, EngineName, LayerNote, Unchecked } from '../model/findings.ts';
import type { WorkspaceDocument } from '../model/workspace.ts';
import { assembleResult } from './assemble.ts';
import { type FastWorkspace, openFastWorkspace } from './fast-workspace.ts';
import { addShapes } from './finding-shapes.ts';
import { CHECKED_RULES, whyNotJudged } from './judged-rules.ts';
import type { Memo } from './memo.ts';
import type { EngineOutcome } from './rule.ts';
import { runFastChecks } from './run-fast-checks.ts';

export interface CheckOptions {
  /** Default `fast`. */
  readonly engine?: EngineName;
  /** What was noted on reading, to stand before what is noted here. */
  readonly notes?: readonly LayerNote[];
  /** Also give findings on sources and hotspots their geometry. */
  readonly shapes?: boolean;
  /** In place of the workspace's own clock. */
  readonly asOf?: string;
  readonly task?: Task;
}

export interface CheckedDocument {
  readonly workspace: FastWorkspace;
  readonly result: CheckResult;
}

/** Rejects only when cancelled. */
export async function checkDocument(
  document: WorkspaceDocument,
  memo: Memo,
  options: CheckOptions,
): Promise<CheckedDocument> {
  const { engine = 'fast', task = {} } = options;
  const workspace = await openFastWorkspace(document, memo, task, options.asOf);
  const outcome = engine === 'fast' ? await runFastChecks(workspace, task) : await runPlainEngine(workspace, task);
  const unjudged = findUnjudged(workspace);
  const result = assembleResult(document, outcome, {
    engine,
    asOf: workspace.input.asOf,
    notes: [...(options.notes ?? []), ...workspace.layers.flatMap((layer) => layer.notes)],
    unjudged,
  });
  await addShapes(workspace, result, options.shapes ?? false, task);
  return { workspace, result };
}

/** Loaded on demand, since few ever ask for it. Its answers to rules that cannot be judged are left out, as the fast engine's are. */
export async function runPlainEngine(workspace: FastWorkspace, task: Task): Promise<EngineOutcome> {
  const { runPlainChecks } = await import('./plain/run-plain-checks.ts');
  const outcome = await runPlainChecks(workspace, task);
  const judged = new Set<string>(CHECKED_RULES.filter((rule) => whyNotJudged(workspace.input, rule) === undefined));
  return { ...outcome, outcomes: outcome.outcomes.filter(({ rule }) => judged.has(rule)) };
}

function findUnjudged({ input }: FastWorkspace): Unchecked[] {
  return CHECKED_RULES.flatMap((rule): Unchecked[] => {
    const why = whyNotJudged(input, rule);
    return why === undefined || why === 'silent' ? [] : [{ rule, subjects: [], problem: why }];
  });
}
