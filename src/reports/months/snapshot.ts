/**
 * The findings of one month, as kept in a workspace under `snapshots/YYYY-MM/findings.json`: the file that a
 * check writes, read again. Only what a comparison reads is held; shapes and candidates are left on the disk.
 */
import { fail, ok, type Problem, problem, type Result } from '../../core/result.ts';
import type { Subject } from '../../core/subject.ts';
import type { CheckResult, CheckSummary, Finding, Measures, Sentence, Unchecked } from '../../model/findings.ts';
import { RULE_IDS } from '../../model/findings.ts';
import type { LonLat } from '../../model/lon-lat.ts';

export type SnapshotFinding = Pick<
  Finding,
  'id' | 'rule' | 'priority' | 'severity' | 'status' | 'subjects' | 'at' | 'measures' | 'explain'
>;

/** What a rule could not judge: these subjects, or nothing at all where there are none. */
export type Unjudged = Pick<Unchecked, 'rule' | 'subjects'>;

export interface Snapshot {
  readonly workspace: string;
  readonly asOf: string;
  readonly rulePack: { readonly id: string; readonly version: string };
  readonly summary: CheckSummary;
  readonly findings: readonly SnapshotFinding[];
  /** Absent: all was judged. */
  readonly unchecked?: readonly Unjudged[];
}

export function snapshotOf(result: CheckResult): Snapshot {
  const { workspace, asOf, rulePack, summary, findings, eachFinding, unchecked } = result;
  const all = eachFinding ? [...eachFinding()] : findings;
  return { workspace, asOf, rulePack, summary, findings: all, ...(unchecked.length > 0 ? { unchecked } : {}) };
}

/**
 * Fails with `snapshot-not-json`, `snapshot-not-findings` or `snapshot-newer-version`. A finding that lacks what a
 * comparison needs, or of a rule that is not known here, is left out with one note that counts them. O(bytes).
 */
export function readSnapshot(bytes: Uint8Array, file: string): Result<Snapshot> {
  const value = parseJson(bytes);
  if (value === undefined) return fail('snapshot-not-json', {}, { file });
  if (!isRecord(value) || value.format !== 'chentu-findings' || !Array.isArray(value.findings)) {
    return fail('snapshot-not-findings', {}, { file });
  }
  if (value.version !== 1) return fail('snapshot-newer-version', { version: String(value.version) }, { file });
  const { workspace, asOf, rulePack, summary } = value;
  if (typeof asOf !== 'string' || !isRecord(rulePack) || !isRecord(summary)) {
    return fail('snapshot-not-findings', {}, { file });
  }
  const findings = value.findings.flatMap((item: unknown) => readFinding(item) ?? []);
  const left = value.findings.length - findings.length;
  const unchecked = Array.isArray(value.unchecked) ? value.unchecked.filter(isUnjudged) : [];
  const notes: Problem[] = left > 0 ? [problem('snapshot-findings-left-out', { count: left }, { file })] : [];
  return ok(
    {
      workspace: String(workspace ?? ''),
      asOf,
      rulePack: { id: String(rulePack.id), version: String(rulePack.version) },
      summary: summary as unknown as CheckSummary,
      findings,
      ...(unchecked.length > 0 ? { unchecked } : {}),
    },
    notes,
  );
}

const STATUSES: readonly string[] = ['open', 'exception', 'joint'];

function readFinding(item: unknown): SnapshotFinding | undefined {
  if (!isRecord(item)) return undefined;
  const { id, rule, priority, severity, status, subjects, at, measures, explain } = item;
  const isWhole =
    typeof id === 'string' &&
    (RULE_IDS as readonly unknown[]).includes(rule) &&
    typeof severity === 'number' &&
    STATUSES.includes(status as string) &&
    areSubjects(subjects) &&
    Array.isArray(at) &&
    at.length === 2 &&
    at.every(Number.isFinite) &&
    isRecord(measures) &&
    isRecord(explain);
  if (!isWhole) return undefined;
  return {
    id,
    rule: rule as Finding['rule'],
    priority: typeof priority === 'number' ? priority : RULE_IDS.length,
    severity,
    status: status as Finding['status'],
    subjects: subjects as readonly Subject[],
    at: at as unknown as LonLat,
    measures: measures as Measures,
    explain: explain as unknown as Sentence,
  };
}

const areSubjects = (value: unknown): value is readonly Subject[] =>
  Array.isArray(value) && value.every((subject) => isRecord(subject) && typeof subject.layer === 'string');

const isUnjudged = (item: unknown): item is Unjudged =>
  isRecord(item) && (RULE_IDS as readonly unknown[]).includes(item.rule) && areSubjects(item.subjects);

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
