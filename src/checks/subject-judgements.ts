/** What each rule on dust sources says of one of them: a finding, that it holds, or why it was not judged. From a check's answer alone. */
import { type Problem, problem } from '../core/result.ts';
import type { Subject } from '../core/subject.ts';
import type { CheckResult, Finding } from '../model/findings.ts';
import type { LayerKind } from '../model/kinds.ts';
import { isControlled } from './judge-controls.ts';
import type { CheckedRule, HasFeatures } from './judged-rules.ts';
import { whyNotJudged } from './judged-rules.ts';

export const SOURCE_RULES = [
  'source-unassigned',
  'source-unpatrolled',
  'source-unswept',
  'source-uncontrolled',
] as const satisfies readonly CheckedRule[];
export type SourceRule = (typeof SOURCE_RULES)[number];

export type Judgement = { readonly rule: SourceRule } & (
  | { readonly verdict: 'finding'; readonly findings: readonly Finding[] }
  | { readonly verdict: 'holds' }
  /** Without a problem: the rule says nothing of this kind of source. */
  | { readonly verdict: 'unjudged'; readonly problem: Problem | undefined }
);

export interface JudgedSource {
  readonly subject: Subject;
  readonly kind: LayerKind;
  readonly hasGeometry: boolean;
  /** Bare, and nobody knows since when. */
  readonly isUndated: boolean;
}

/** A rule on patrols is left out where there are no patrol zones. O(findings). */
export function judgementsOf(check: CheckResult, source: JudgedSource, hasFeatures: HasFeatures): Judgement[] {
  const { subject } = source;
  const own = check.findings.filter(
    ({ subjects: [first, ...others] }) =>
      others.length === 0 && first?.feature === subject.feature && first.layer === subject.layer,
  );
  return SOURCE_RULES.flatMap((rule): Judgement[] => {
    const findings = own.filter((finding) => finding.rule === rule);
    if (findings.length > 0) return [{ rule, verdict: 'finding', findings }];
    const why = whyNotJudged(hasFeatures, rule);
    if (why === 'silent') return [];
    const reason = why ?? uncheckedProblem(check, rule, subject);
    if (reason) return [{ rule, verdict: 'unjudged', problem: reason }];
    return rule === 'source-uncontrolled' ? [judgeControls(check, source)] : [judgePlace(rule, source)];
  });
}

function judgePlace(rule: SourceRule, { kind, hasGeometry }: JudgedSource): Judgement {
  if (hasGeometry) return { rule, verdict: 'holds' };
  return { rule, verdict: 'unjudged', problem: problem('source-without-geometry', { kind }) };
}

function judgeControls({ notes }: CheckResult, { subject, kind, isUndated }: JudgedSource): Judgement {
  const rule = 'source-uncontrolled';
  if (!isControlled(kind)) return { rule, verdict: 'unjudged', problem: undefined };
  const lacking = notes.find((note) => note.layer === subject.layer && note.problem.code === 'layer-lacks-field');
  if (lacking) return { rule, verdict: 'unjudged', problem: lacking.problem };
  if (isUndated) return { rule, verdict: 'unjudged', problem: problem('soil-undated', { count: 1 }) };
  return { rule, verdict: 'holds' };
}

function uncheckedProblem(
  { unchecked }: CheckResult,
  rule: SourceRule,
  { layer, feature }: Subject,
): Problem | undefined {
  return unchecked.find(
    (one) =>
      one.rule === rule && one.subjects.some((subject) => subject.feature === feature && subject.layer === layer),
  )?.problem;
}
