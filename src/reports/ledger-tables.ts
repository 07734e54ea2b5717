/**
 * The ledger of a check as linked tables: the summary, all findings, and one table per rule with the columns that
 * the rule fills. An id leads from each list to the same finding in the other.
 */
import { type CheckResult, type Finding, RULE_IDS } from '../model/findings.ts';
import { CASE_COLUMNS } from './case-facts.ts';
import { column, findingsTable, type Wording } from './findings-table.ts';
import { summaryRows, summaryTable } from './summary-table.ts';
import type { LinkedTable, TableCell, WebLink } from './table.ts';

export type StreetOf = (finding: Pick<Finding, 'at' | 'subjects'>) => string | undefined;

export interface LedgerOptions {
  /** Where a finding opens on the map; without it the ledger leads nowhere but within itself. */
  readonly addressOf?: ((finding: string) => string) | undefined;
}

/** O(findings × columns), rows of all held at once. */
export function ledgerTables(
  result: CheckResult,
  streetOf: StreetOf,
  wording: Wording,
  { addressOf }: LedgerOptions = {},
): LinkedTable[] {
  const { translate } = wording;
  const all = findingsTable(result, wording);
  const street = column('street', 'text', translate);
  const link = addressOf && { column: column('link', 'text', translate), text: translate('report.openOnMap') };
  const rows = [...all.rows].map((cells, index): (TableCell | WebLink)[] => {
    const finding = result.findings[index] as Finding;
    return [
      ...cells,
      streetOf(finding) ?? null,
      ...(link && addressOf ? [{ text: link.text, address: addressOf(finding.id) }] : []),
    ];
  });
  const columns = [...all.columns, street, ...(link ? [link.column] : [])];
  const byRule = new Map(
    RULE_IDS.flatMap((rule) => {
      const own = result.findings.flatMap((finding, index) => (finding.rule === rule ? [index] : []));
      return own.length > 0 ? [[rule, own] as const] : [];
    }),
  );
  const titleOf = (rule: string) => translate(`rule.${rule}`);
  const placeInRule = new Map(
    [...byRule.values()].flatMap((own) => own.map((index, place) => [index, place] as const)),
  );

  const summary = summaryTable(result, translate);
  const linkedSummary: LinkedTable = {
    ...summary,
    rows: summaryRows(result).map(({ rule }, index) => {
      const cells = [...summary.rows][index] as readonly TableCell[];
      return byRule.has(rule) ? [{ text: titleOf(rule), table: titleOf(rule), row: 0 }, ...cells.slice(1)] : cells;
    }),
  };
  const linkedAll: LinkedTable = {
    title: all.title,
    columns,
    rows: rows.map(([id, ...others], index) => {
      const rule = (result.findings[index] as Finding).rule;
      return [{ text: String(id), table: titleOf(rule), row: placeInRule.get(index) as number }, ...others];
    }),
  };
  const ruleTables = [...byRule].map(([rule, own]): LinkedTable => {
    const filled = columns.flatMap((_, place) =>
      (own.some((index) => rows[index]?.[place] !== null) || isFilledIn(columns[place]?.key ?? '')) &&
      !REDUNDANT.includes(columns[place]?.key ?? '')
        ? [place]
        : [],
    );
    return {
      title: titleOf(rule),
      columns: filled.flatMap((place) => columns[place] ?? []),
      rows: own.map((index) =>
        filled.map((place) => {
          const cell = rows[index]?.[place] ?? null;
          return place === 0 ? { text: String(cell), table: all.title, row: index } : cell;
        }),
      ),
    };
  });
  return [linkedSummary, linkedAll, ...ruleTables];
}

/** Empty until somebody fills it in. */
const isFilledIn = (key: string) => CASE_COLUMNS.some((filled) => filled.key === key);

/** The same in every row of a rule's own table. */
const REDUNDANT: readonly string[] = ['rule', 'ruleId', 'priority'];
