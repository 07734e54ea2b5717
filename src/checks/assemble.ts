/** From the book to the answer: sums, lists, order. The same for every engine. */
import { compareText } from '../core/subject.ts';
import {
  type CheckResult,
  type CheckSummary,
  type EngineName,
  type Finding,
  type LayerNote,
  RULE_IDS,
  type RuleId,
  type RuleSummary,
  type Unchecked,
  type ZoneSummary,
} from '../model/findings.ts';
import type { WorkspaceDocument } from '../model/workspace.ts';
import { createFindingBook, type FindingBook } from './finding-book.ts';
import type { EngineOutcome, Tallies } from './rule.ts';

export interface AssembleOptions {
  readonly engine: EngineName;
  readonly asOf: string;
  /** What was noted before the checks: reading, mapping, packing. */
  readonly notes: readonly LayerNote[];
  /** Rules that could not be judged at all, with the reason. */
  readonly unjudged: readonly Unchecked[];
}

/** Everything but the findings. O(zones + rules). */
export type CheckFrame = Omit<CheckResult, 'findings'>;

export function assembleFrame(
  document: WorkspaceDocument,
  book: FindingBook,
  tallies: Tallies,
  { engine, asOf, notes, unjudged }: AssembleOptions,
): CheckFrame {
  return {
    format: 'chentu-findings',
    version: 1,
    workspace: document.name,
    asOf,
    engine,
    rulePack: { id: document.rulePack.id, version: document.rulePack.version },
    summary: summarize(book, tallies),
    unchecked: [...unjudged, ...book.unchecked()],
    notes: [...notes, ...book.notes()],
  };
}

/** All findings, sorted: priority, then severity downwards, then id. O(n log n). */
export function listFindings(book: FindingBook): Finding[] {
  // Rule by rule, since a rule has one priority: shorter lists sort faster.
  const byPriority = new Map<number, Finding[]>();
  for (const rule of RULE_IDS) {
    for (const finding of book.findingsOf(rule)) {
      const same = byPriority.get(finding.priority);
      if (same) same.push(finding);
      else byPriority.set(finding.priority, [finding]);
    }
  }
  return [...byPriority].sort(([a], [b]) => a - b).flatMap(([, findings]) => findings.sort(compareFindings));
}

export function compareFindings(a: Finding, b: Finding): number {
  return a.priority - b.priority || b.severity - a.severity || compareText(a.id, b.id);
}

/** The answer of an engine that judges all at once. */
export function assembleResult(
  document: WorkspaceDocument,
  { outcomes, tallies }: EngineOutcome,
  options: AssembleOptions,
): CheckResult {
  const book = createFindingBook(document);
  for (const outcome of outcomes) {
    book.clear(outcome.rule, true);
    book.page(outcome.rule, 'all').put('all', outcome);
    book.setNotes(outcome.rule, outcome.notes);
  }
  const { summary, unchecked, notes, ...head } = assembleFrame(document, book, tallies, options);
  return { ...head, summary, findings: listFindings(book), unchecked, notes };
}

function summarize(book: FindingBook, tallies: Tallies): CheckSummary {
  const byRule: { [rule in RuleId]?: RuleSummary } = {};
  for (const rule of RULE_IDS) if (book.isJudged(rule)) byRule[rule] = book.summaryOf(rule);
  return {
    sources: tallies.sources,
    zones: tallies.zones,
    byRule,
    byZone: tallies.byZone.map(
      ({ zone, sources, uncoveredAreaSquareMeters }): ZoneSummary => ({
        zone,
        counts: book.countsOf(zone),
        sources,
        uncoveredAreaSquareMeters,
      }),
    ),
    boundaryAreaSquareMeters: tallies.boundaryAreaSquareMeters,
    uncoveredAreaSquareMeters: tallies.uncoveredAreaSquareMeters,
  };
}
