/**
 * A month against the one before in numbers: totals, by rule, streets and units in their order, proposals. Small, whatever
 * the workspace's size: the findings behind a number are listed when they are asked for (`list-changes.ts`).
 */
import type { Problem } from '../../core/result.ts';
import type { CheckResult, RuleId } from '../../model/findings.ts';
import type { WorkspaceDocument } from '../../model/workspace.ts';
import { thresholdsInForce } from '../../rules/thresholds.ts';
import { listCommonStreetNames } from '../zone-path.ts';
import { compareMonths, type FindingChange, type MonthComparison } from './compare-months.ts';
import type { DocumentMonths } from './document-months.ts';
import type { GroupFinding } from './group-findings.ts';
import { listChanges } from './list-changes.ts';
import { type NoticeInput, type Notices, proposeNotices } from './notices.ts';
import { findOverdue } from './overdue.ts';
import { rankTallies, withAllNames } from './rank-tallies.ts';
import { type ChangeTally, tallyAll, tallyByRule, tallyChanges } from './tally-changes.ts';

export interface MonthReport {
  readonly before: string;
  readonly after: string;
  /** The later is what is checked now. */
  readonly isNow: boolean;
  readonly compared: Omit<MonthComparison, 'changes'>;
  readonly all: ChangeTally;
  readonly byRule: readonly { readonly rule: RuleId; readonly tally: ChangeTally }[];
  /** Every street of the workspace, also without findings; what lies in none last. Unranked: the reader chooses by what. */
  readonly streets: readonly ChangeTally[];
  /** Units that some finding names, and what names none last. */
  readonly owners: readonly ChangeTally[];
  readonly notices: Notices;
  /** Findings of now that no rule could judge: they are in none of the numbers. */
  readonly uncheckedCount: number;
  readonly notes: readonly Problem[];
}

/** O(findings), and a comparison more for each month that a proposal looks back. */
export function buildMonthReport(document: WorkspaceDocument, check: CheckResult, months: DocumentMonths): MonthReport {
  const { before, after, isNow, comparison, group, notes } = months;
  const { changes, ...compared } = comparison;
  const streets = tallyStreets(document, changes, group);
  const owners = tallyChanges(changes, group, 'owner');
  return {
    before,
    after,
    isNow,
    compared,
    all: tallyAll(changes),
    byRule: tallyByRule(changes),
    streets,
    owners,
    notices: proposeNotices({
      month: after,
      thresholds: thresholdsInForce(document.rulePack),
      ranked: rankBoth(streets, owners),
      rankedBefore: rankMonthsBefore(document, months),
      changes: listChanges(months, {}).changes,
      overdue: isNow ? findOverdue(document, check.asOf) : undefined,
    }),
    uncheckedCount: isNow ? check.unchecked.length : 0,
    notes,
  };
}

/** With a row of noughts for each street that has nothing. */
export function tallyStreets(
  document: WorkspaceDocument,
  changes: readonly FindingChange[],
  group: GroupFinding,
): ChangeTally[] {
  return withAllNames(tallyChanges(changes, group, 'street'), listCommonStreetNames(document));
}

/** As many months back as the rule pack asks for and are kept. */
function rankMonthsBefore(document: WorkspaceDocument, { earlier, group }: DocumentMonths): NoticeInput['ranked'][] {
  const { talkLastMonths } = thresholdsInForce(document.rulePack);
  const pairs = Math.max(0, Math.min(talkLastMonths - 1, earlier.length - 1));
  return Array.from({ length: pairs }, (_, index) => {
    const { changes } = compareMonths(earlier[index + 1]!, earlier[index]!);
    return rankBoth(tallyStreets(document, changes, group), tallyChanges(changes, group, 'owner'));
  });
}

const rankBoth = (streets: readonly ChangeTally[], owners: readonly ChangeTally[]) => ({
  street: rankTallies(streets, 'settledFraction'),
  owner: rankTallies(owners, 'settledFraction'),
});
