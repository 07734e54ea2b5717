/** Findings by rule before and after a change of the rules: what the change came to. */
import { type CheckSummary, RULE_IDS, type RuleId } from '../../model/findings.ts';

export type RuleCounts = Readonly<Record<RuleId, number>>;

export interface CountChange {
  readonly rule: RuleId;
  readonly before: number;
  readonly after: number;
}

export function countsOf({ byRule }: Pick<CheckSummary, 'byRule'>): RuleCounts {
  return Object.fromEntries(RULE_IDS.map((rule) => [rule, byRule[rule]?.count ?? 0])) as RuleCounts;
}

/** Rules whose count differs, in their order; empty where nothing changed. */
export function countChanges(before: RuleCounts, after: RuleCounts): CountChange[] {
  return RULE_IDS.filter((rule) => before[rule] !== after[rule]).map((rule) => ({
    rule,
    before: before[rule],
    after: after[rule],
  }));
}
