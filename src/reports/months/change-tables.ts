/** A comparison of two months as tables: every change, and the tallies of streets and units. */
import { explainFinding } from '../../i18n/explain.ts';
import type { Translate } from '../../i18n/translate.ts';
import { column, nameSubjects, type Wording } from '../findings-table.ts';
import { roundByName, roundDegrees, roundTo } from '../rounding.ts';
import type { Table, TableCell } from '../table.ts';
import type { FindingChange, MonthComparison } from './compare-months.ts';
import { CHANGE_KINDS } from './compare-months.ts';
import type { GroupFinding } from './group-findings.ts';
import type { RankedTally } from './rank-tallies.ts';
import type { ChangeTally } from './tally-changes.ts';

/** Every change in the comparison's order. Those of findings that stay the same are left to the ledger. */
export function changesTable(
  { changes }: Pick<MonthComparison, 'changes'>,
  group: GroupFinding,
  wording: Wording,
): Table {
  const { translate } = wording;
  return {
    title: translate('months.changes'),
    columns: [
      column('change', 'text', translate),
      column('rule', 'text', translate),
      column('subjects', 'text', translate),
      column('owners', 'text', translate),
      column('street', 'text', translate),
      column('measure', 'text', translate),
      column('before', 'number', translate),
      column('after', 'number', translate),
      column('explanation', 'text', translate),
      column('longitude', 'degrees', translate),
      column('latitude', 'degrees', translate),
      column('id', 'text', translate),
    ],
    rows: changes.filter(({ kind }) => kind !== 'same').map((change) => changeRow(change, group, wording)),
  };
}

function changeRow(change: FindingChange, group: GroupFinding, wording: Wording): TableCell[] {
  const { translate } = wording;
  const { kind, finding, measure } = change;
  const { street, owners } = group(finding);
  const amount = (value: number | undefined) =>
    measure && value !== undefined ? roundByName(measure.name, value) : null;
  return [
    translate(`months.change.${kind}`),
    translate(`rule.${finding.rule}`),
    nameSubjects(finding.subjects, wording),
    owners.join(translate('report.listSeparator')) || null,
    street ?? null,
    measure ? translate(`column.${measure.name}`) : null,
    amount(measure?.before),
    amount(measure?.after),
    explainFinding(finding, translate),
    roundDegrees(finding.at[0]),
    roundDegrees(finding.at[1]),
    finding.id,
  ];
}

/**
 * One row a street (or unit) in the order given, and all together at the end: a finding of two units counts for each, so
 * rows of units may add up to more.
 */
export function tallyTable(
  ranked: readonly RankedTally[],
  all: ChangeTally,
  by: 'street' | 'owner',
  translate: Translate,
): Table {
  const rowOf = (name: string, { rank, counts, openBefore, openNow, settledFraction }: RankedTally): TableCell[] => [
    rank ?? null,
    name,
    openBefore,
    openNow,
    ...CHANGE_KINDS.map((kind) => counts[kind]),
    settledFraction === undefined ? null : roundTo(settledFraction, 1e4),
  ];
  return {
    title: translate(`months.by.${by}`),
    columns: [
      column('rank', 'count', translate),
      column(by === 'street' ? 'street' : 'owner', 'text', translate),
      column('openBefore', 'count', translate),
      column('openNow', 'count', translate),
      ...CHANGE_KINDS.map((kind) => ({
        key: kind,
        type: 'count' as const,
        header: translate(`months.change.${kind}`),
      })),
      column('settledFraction', 'fraction', translate),
    ],
    rows: [
      ...ranked.map((tally) => rowOf(tally.name ?? translate(`months.none.${by}`), tally)),
      rowOf(translate('months.all'), all),
    ],
  };
}

/** How it was counted, one rule a row: a ranking without it does not survive a challenge. */
export function countingRulesTable(comparison: Compared, translate: Translate): Table {
  return {
    title: translate('months.counting'),
    columns: [column('countingRule', 'text', translate)],
    rows: listCountingRules(comparison, translate).map((rule) => [rule]),
  };
}

const COUNTING_RULES = [
  'open',
  'screening',
  'same',
  'settled',
  'unjudged',
  'excepted',
  'reopened',
  'place',
  'units',
  'street',
  'border',
  'past',
  'fraction',
  'rank',
  'unranked',
];

/** The same as sentences, one a rule. */
export function listCountingRules(comparison: Compared, translate: Translate): string[] {
  const { before, after, sameRules } = comparison;
  return [
    translate('months.compared', { before: before.asOf, after: after.asOf }),
    translate(sameRules ? 'months.rules.same' : 'months.rules.different', packNames(comparison)),
    ...COUNTING_RULES.map((rule) => translate(`months.counting.${rule}`)),
  ];
}

type Compared = Omit<MonthComparison, 'changes'>;

const packNames = ({ before, after }: Compared) => ({
  before: `${before.rulePack.id} ${before.rulePack.version}`,
  after: `${after.rulePack.id} ${after.rulePack.version}`,
});
