/**
 * From what the rules found to the answer: ids, exceptions, priorities, order, summary. The same for
 * every engine. Rounds nothing: that happens where findings are written.
 */
import { compareText, type Subject, subjectKey } from '../core/subject.ts';
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
import { totalAreaSquareMeters } from '../model/total-area.ts';
import type { WorkspaceDocument, WorkspaceException } from '../model/workspace.ts';
import { findingId, subjectsKey } from './finding-id.ts';
import type { EngineOutcome, FindingDraft, RuleOutcome } from './rule.ts';

export interface AssembleOptions {
  readonly engine: EngineName;
  readonly asOf: string;
  /** What was noted before the checks: reading, mapping, packing. */
  readonly notes: readonly LayerNote[];
  /** Rules that could not be judged at all, with the reason. */
  readonly unjudged: readonly Unchecked[];
}

/** O(n log n) in findings. */
export function assembleResult(
  document: WorkspaceDocument,
  outcome: EngineOutcome,
  options: AssembleOptions,
): CheckResult {
  const exceptions = indexExceptions(document.exceptions);
  const findings: Finding[] = [];
  const byRule: { [rule in RuleId]?: RuleSummary } = {};
  const zoneCounts = new Map<string, { [rule in RuleId]?: number }>();
  for (const judged of outcome.outcomes) {
    const finished = judged.findings.map((draft) =>
      finishFinding(judged.rule, draft, priorityOf(document, judged.rule), exceptions),
    );
    byRule[judged.rule] = summarizeRule(judged, finished);
    countByZone(zoneCounts, judged, finished);
    for (const finding of finished) findings.push(finding);
  }
  return {
    format: 'chentu-findings',
    version: 1,
    workspace: document.name,
    asOf: options.asOf,
    engine: options.engine,
    rulePack: { id: document.rulePack.id, version: document.rulePack.version },
    summary: summarize(outcome, byRule, zoneCounts),
    findings: findings.sort(compareFindings),
    unchecked: [...options.unjudged, ...outcome.outcomes.flatMap((judged) => judged.unchecked)],
    notes: [...options.notes, ...outcome.outcomes.flatMap((judged) => judged.notes)],
  };
}

/** Priority, then severity downwards, then id. */
export function compareFindings(a: Finding, b: Finding): number {
  return a.priority - b.priority || b.severity - a.severity || compareText(a.id, b.id);
}

/** The rule's rank in the pack; a rule that it does not rank comes after all that it does. */
function priorityOf(document: WorkspaceDocument, rule: RuleId): number {
  return document.rulePack.priorities[rule] ?? RULE_IDS.length;
}

function finishFinding(
  rule: RuleId,
  draft: FindingDraft,
  priority: number,
  exceptions: ReadonlyMap<string, WorkspaceException>,
): Finding {
  const { subjects, identity, at, severity, measures, candidates, explain, suggestion, geometry } = draft;
  const exception = exceptions.size > 0 ? exceptions.get(`${rule}|${subjectsKey(subjects)}`) : undefined;
  const finding: Finding = {
    id: findingId(rule, subjects, identity),
    rule,
    priority,
    severity,
    status: exception?.kind ?? 'open',
    subjects,
    at,
    measures,
    explain,
  };
  if (candidates) finding.candidates = candidates;
  if (suggestion) finding.suggestion = suggestion;
  if (geometry) finding.geometry = geometry;
  return finding;
}

/** An exception holds for the findings of its rule with exactly its subjects, in any order; the last one entered wins. */
function indexExceptions(exceptions: readonly WorkspaceException[]): Map<string, WorkspaceException> {
  return new Map(exceptions.map((entry) => [`${entry.rule}|${subjectsKey(entry.subjects)}`, entry]));
}

function summarizeRule(judged: RuleOutcome, findings: readonly Finding[]): RuleSummary {
  const open = findings.filter((finding) => finding.status === 'open');
  return {
    count: open.length,
    areaSquareMeters: totalAreaSquareMeters(open),
    slivers: judged.slivers,
    sliverAreaSquareMeters: judged.sliverAreaSquareMeters,
    excepted: findings.length - open.length,
  };
}

function countByZone(
  counts: Map<string, { [rule in RuleId]?: number }>,
  judged: RuleOutcome,
  findings: readonly Finding[],
): void {
  judged.findings.forEach((draft, index) => {
    if (findings[index]?.status !== 'open') return;
    for (const zone of draft.zones) {
      const key = subjectKey(zone);
      const line = counts.get(key) ?? {};
      line[judged.rule] = (line[judged.rule] ?? 0) + 1;
      counts.set(key, line);
    }
  });
}

function summarize(
  { tallies }: EngineOutcome,
  byRule: { [rule in RuleId]?: RuleSummary },
  zoneCounts: ReadonlyMap<string, { [rule in RuleId]?: number }>,
): CheckSummary {
  const countsOf = (zone: Subject) => sortedByRule(zoneCounts.get(subjectKey(zone)) ?? {});
  return {
    sources: tallies.sources,
    zones: tallies.zones,
    byRule: sortedByRule(byRule),
    byZone: tallies.byZone.map(
      ({ zone, sources, uncoveredAreaSquareMeters }): ZoneSummary => ({
        zone,
        counts: countsOf(zone),
        sources,
        uncoveredAreaSquareMeters,
      }),
    ),
    boundaryAreaSquareMeters: tallies.boundaryAreaSquareMeters,
    uncoveredAreaSquareMeters: tallies.uncoveredAreaSquareMeters,
  };
}

/** Keys in the order of RULE_IDS, so that the written bytes do not depend on which rule ran first. */
function sortedByRule<T>(record: { [rule in RuleId]?: T }): { [rule in RuleId]?: T } {
  const sorted: { [rule in RuleId]?: T } = {};
  for (const rule of RULE_IDS) if (record[rule] !== undefined) sorted[rule] = record[rule];
  return sorted;
}
