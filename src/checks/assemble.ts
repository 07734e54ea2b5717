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
import { subjectsKey } from './finding-id.ts';
import { type RankedList, rankFindings } from './finding-sketches.ts';
import type { CommonGround } from './overlapped-ground.ts';
import { type EngineOutcome, type FindingDraft, found, type Tallies } from './rule.ts';

export interface AssembleOptions {
  readonly engine: EngineName;
  readonly asOf: string;
  /** What was noted before the checks: reading, mapping, packing. */
  readonly notes: readonly LayerNote[];
  /** Rules that could not be judged at all, with the reason. */
  readonly unjudged: readonly Unchecked[];
  readonly commonGround: CommonGround;
}

/** Everything but the findings. O(zones + rules). */
export type CheckFrame = Omit<CheckResult, 'findings'>;

export function assembleFrame(
  document: WorkspaceDocument,
  book: FindingBook,
  tallies: Tallies,
  { engine, asOf, notes, unjudged, commonGround }: AssembleOptions,
): CheckFrame {
  return {
    format: 'chentu-findings',
    version: 1,
    workspace: document.name,
    asOf,
    engine,
    rulePack: { id: document.rulePack.id, version: document.rulePack.version },
    summary: summarize(book, tallies, commonGround),
    unchecked: [...unjudged, ...book.unchecked()],
    notes: [...notes, ...book.notes()],
  };
}

/** All findings, sorted: priority, then severity downwards, then id. O(n log n). */
export function listFindings(book: FindingBook): Finding[] {
  return [...orderFindings(book)()];
}

/**
 * The same findings in the same order, one after the other; those of which the book keeps sketches are
 * made as they come. The order is found at once, the findings when they are asked for. O(n log n).
 */
export function orderFindings(book: FindingBook): () => Generator<Finding> {
  const byPriority = new Map<number, RankedList[]>();
  for (const rule of RULE_IDS) {
    const priority = book.priorityOf(rule);
    const lists = byPriority.get(priority) ?? [];
    byPriority.set(priority, lists);
    lists.push(rankedList([...book.findingsOf(rule)]), book.sketchesOf(rule));
  }
  const ranked = [...byPriority].sort(([a], [b]) => a - b).map(([, lists]) => rankFindings(lists));
  return function* eachFinding() {
    for (const { count, draw } of ranked) for (let place = 0; place < count; place++) yield draw(place);
  };
}

function rankedList(findings: readonly Finding[]): RankedList {
  return {
    count: findings.length,
    severityOf: (index) => findings[index]!.severity,
    idOf: (index) => findings[index]!.id,
    draw: (index) => findings[index] as Finding,
  };
}

type Ranked = Pick<Finding, 'priority' | 'severity' | 'id'>;

export function compareFindings(a: Ranked, b: Ranked): number {
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
    const { findings, ...rest } = outcome;
    const page = book.page(outcome.rule, 'all');
    page.put('rest', { ...rest, findings: [] });
    for (const [key, item] of groupBySubjects(findings)) page.put(`of ${key}`, found(...item));
    book.setNotes(outcome.rule, outcome.notes);
  }
  const { summary, unchecked, notes, ...head } = assembleFrame(document, book, tallies, options);
  return { ...head, summary, findings: listFindings(book), unchecked, notes };
}

function summarize(book: FindingBook, tallies: Tallies, commonGround: CommonGround): CheckSummary {
  const byRule: { [rule in RuleId]?: RuleSummary } = {};
  for (const rule of RULE_IDS) if (book.isJudged(rule)) byRule[rule] = book.summaryOf(rule);
  const overlaps = byRule['zone-overlap'];
  // Three zones over one spot are three findings and one piece of ground.
  if (overlaps) overlaps.areaSquareMeters -= commonGround(openFindings(book, 'zone-overlap'));
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

function* openFindings(book: FindingBook, rule: RuleId): Generator<Finding> {
  for (const finding of book.findingsOf(rule)) if (finding.status === 'open') yield finding;
}

/** Findings about the same subjects are one item, as the fast engine judges them. */
function groupBySubjects(findings: readonly FindingDraft[]): Map<string, FindingDraft[]> {
  const groups = new Map<string, FindingDraft[]>();
  for (const finding of findings) {
    const key = subjectsKey(finding.subjects);
    const group = groups.get(key);
    if (group) group.push(finding);
    else groups.set(key, [finding]);
  }
  return groups;
}
