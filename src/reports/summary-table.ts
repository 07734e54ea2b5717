/** The summary of a check as plain data: one row a rule, for the terminal, Excel and the page. */

import { SQUARE_METERS_PER_MU } from '../i18n/format.ts';
import type { Translate } from '../i18n/translate.ts';
import type { CheckResult, RuleId } from '../model/findings.ts';
import { RULE_IDS } from '../model/findings.ts';
import { column } from './findings-table.ts';
import { roundMeters, roundTo } from './rounding.ts';
import type { Table } from './table.ts';

export interface SummaryRow {
  rule: RuleId;
  count: number;
  /** 0 where the rule measures no area. */
  areaSquareMeters: number;
  slivers: number;
  sliverAreaSquareMeters: number;
  excepted: number;
  unchecked: number;
}

/** Rules that ran (they stand in the summary) or left something unchecked, in the contract's order. */
export function summaryRows(result: CheckResult): SummaryRow[] {
  const unchecked = new Map<RuleId, number>();
  for (const { rule } of result.unchecked) unchecked.set(rule, (unchecked.get(rule) ?? 0) + 1);
  return RULE_IDS.filter((rule) => result.summary.byRule[rule] || unchecked.has(rule)).map((rule) => ({
    rule,
    count: 0,
    areaSquareMeters: 0,
    slivers: 0,
    sliverAreaSquareMeters: 0,
    excepted: 0,
    ...result.summary.byRule[rule],
    unchecked: unchecked.get(rule) ?? 0,
  }));
}

export function summaryTable(result: CheckResult, translate: Translate): Table {
  return {
    title: translate('report.summary'),
    columns: [
      column('rule', 'text', translate),
      column('count', 'count', translate),
      column('areaMu', 'number', translate),
      column('areaSquareMeters', 'number', translate),
      column('slivers', 'count', translate),
      column('sliverAreaSquareMeters', 'number', translate),
      column('excepted', 'count', translate),
      column('unchecked', 'count', translate),
      column('ruleId', 'text', translate),
    ],
    rows: summaryRows(result).map((row) => [
      translate(`rule.${row.rule}`),
      row.count,
      roundTo(row.areaSquareMeters / SQUARE_METERS_PER_MU, 1e3),
      roundMeters(row.areaSquareMeters),
      row.slivers,
      roundMeters(row.sliverAreaSquareMeters),
      row.excepted,
      row.unchecked,
      row.rule,
    ]),
  };
}
