/** One check of one document by either engine, from packing to the sorted answer. */
import type { Task } from '../core/task.ts';
import type { CheckResult, EngineName, Finding, LayerNote, Unchecked } from '../model/findings.ts';
import type { WorkspaceDocument } from '../model/workspace.ts';
import {
  type AssembleOptions,
  assembleFrame,
  assembleResult,
  type CheckFrame,
  listFindings,
  orderFindings,
} from './assemble.ts';
import { withoutEdits } from './check-input.ts';
import { type FastWorkspace, openFastWorkspace } from './fast-workspace.ts';
import { createFindingBook, type FindingBook } from './finding-book.ts';
import { addShapes } from './finding-shapes.ts';
import { CHECKED_RULES, featuresIn, whyNotJudged } from './judged-rules.ts';
import type { MeasureSpread } from './measure-table.ts';
import type { EngineOutcome } from './rule.ts';
import { runFastChecks } from './run-fast-checks.ts';
import { readTallies } from './tallies.ts';

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
  /** Who measures the sources; default: this thread. */
  readonly spread?: MeasureSpread;
}

/** A document checked by the fast engine, and kept open. */
export interface OpenCheck {
  readonly workspace: FastWorkspace;
  readonly book: FindingBook;
}

/** Rejects only when cancelled. */
export async function openCheck(
  document: WorkspaceDocument,
  options: CheckOptions,
  keeps: 'findings' | 'sketches' = 'findings',
): Promise<OpenCheck> {
  const { task = {}, spread } = options;
  const workspace = await openFastWorkspace(document, { task, spread, asOf: options.asOf });
  const book = createFindingBook(document, keeps);
  await runFastChecks(workspace, book, task);
  return { workspace, book };
}

/** What stands around the findings: sums, notes, what was not checked. */
export function readFrame({ workspace, book }: OpenCheck, options: CheckOptions): CheckFrame {
  const tallies = readTallies(workspace);
  return assembleFrame(workspace.input.document, book, tallies, assembleOptions(workspace, 'fast', options));
}

export function readResult(open: OpenCheck, options: CheckOptions): CheckResult {
  const { unchecked, notes, ...head } = readFrame(open, options);
  return { ...head, findings: listFindings(open.book), unchecked, notes };
}

/** Either engine, once. Rejects only when cancelled. */
export async function checkDocument(document: WorkspaceDocument, options: CheckOptions): Promise<CheckResult> {
  const { engine = 'fast', task = {}, shapes = false } = options;
  if (engine === 'turf') return checkPlainly(document, options);
  if (!shapes) return readStream(await openCheck(document, options, 'sketches'), options);
  const open = await openCheck(document, options);
  const result = readResult(open, options);
  await addShapes(open.workspace, result, shapes, task);
  return result;
}

/** An answer whose findings are made when they are asked for: by `eachFinding` one by one, by `findings` all at once. */
function readStream(open: OpenCheck, options: CheckOptions): CheckResult {
  const { unchecked, notes, ...head } = readFrame(open, options);
  const eachFinding = orderFindings(open.book);
  let findings: Finding[] | undefined;
  const all = (): Finding[] => {
    findings ??= [...eachFinding()];
    return findings;
  };
  return Object.defineProperties({ ...head, findings: [], unchecked, notes } as CheckResult, {
    findings: { get: all, enumerable: true },
    // Not enumerable: it is no part of the answer as written.
    eachFinding: { value: () => findings ?? eachFinding() },
  });
}

async function checkPlainly(document: WorkspaceDocument, options: CheckOptions): Promise<CheckResult> {
  const { task = {}, shapes = false } = options;
  const workspace = await openFastWorkspace(withoutEdits(document), { task, fillsSources: false, asOf: options.asOf });
  const outcome = await runPlainEngine(workspace, task);
  const result = assembleResult(document, outcome, assembleOptions(workspace, 'turf', options));
  await addShapes(workspace, result, shapes, task);
  return result;
}

function assembleOptions(workspace: FastWorkspace, engine: EngineName, options: CheckOptions): AssembleOptions {
  return {
    engine,
    asOf: workspace.input.asOf,
    notes: [...(options.notes ?? []), ...workspace.layers.flatMap((layer) => layer.notes())],
    unjudged: findUnjudged(workspace),
    commonGround: workspace.commonGround,
  };
}

/** Loaded on demand, since few ever ask for it. Its answers to rules that cannot be judged are left out, as the fast engine's are. */
async function runPlainEngine(workspace: FastWorkspace, task: Task): Promise<EngineOutcome> {
  const { runPlainChecks } = await import('./plain/run-plain-checks.ts');
  const outcome = await runPlainChecks(workspace, task);
  const hasFeatures = featuresIn(workspace.input);
  const judged = new Set<string>(CHECKED_RULES.filter((rule) => whyNotJudged(hasFeatures, rule) === undefined));
  return { ...outcome, outcomes: outcome.outcomes.filter(({ rule }) => judged.has(rule)) };
}

function findUnjudged({ hasFeatures }: FastWorkspace): Unchecked[] {
  return CHECKED_RULES.flatMap((rule): Unchecked[] => {
    const why = whyNotJudged(hasFeatures, rule);
    return why === undefined || why === 'silent' ? [] : [{ rule, subjects: [], problem: why }];
  });
}
