/** Rules, streets or units of a month in a table, ranked where that means something; every number opens its findings. */
import { Select } from '@mantine/core';
import { useState } from 'react';
import { OPEN_NOW } from '../../../reports/months/list-changes.ts';
import type { MonthReport } from '../../../reports/months/month-report.ts';
import { RANKINGS, type RankedTally, type Ranking, rankTallies } from '../../../reports/months/rank-tallies.ts';
import { useTexts } from '../../app-context.tsx';
import { CountButton } from './CountButton.tsx';
import { formatShare } from './format-share.ts';
import classes from './months.module.css';
import type { OpenFindings } from './months-pane-types.ts';

const KINDS = ['settled', 'new', 'reopened', 'worse'] as const;
/** More units are in the export. */
const SHOWN_ROWS = 200;

interface TallyRowsProps {
  readonly report: MonthReport;
  readonly of: 'rule' | 'street' | 'owner';
  readonly onOpen: OpenFindings;
}

interface Row {
  readonly key: string;
  readonly name: string;
  readonly tally: RankedTally;
  readonly filter: object;
}

export function TallyRows({ report, of, onOpen }: TallyRowsProps) {
  const { t } = useTexts();
  const [by, setBy] = useState<Ranking>('settledFraction');
  const rows = useRows(report, of, by);
  const isRanked = of !== 'rule';
  return (
    <>
      {isRanked && (
        <Select
          size="xs"
          label={t('monthly.rankBy')}
          data={RANKINGS.map((value) => ({ value, label: t(`monthly.rankBy.${value}`) }))}
          value={by}
          onChange={(value) => value && setBy(value as Ranking)}
          allowDeselect={false}
          data-testid="months-rank-by"
        />
      )}
      <table className={classes.table} data-testid={`months-table-${of}`}>
        <thead>
          <tr>
            {isRanked && <th scope="col">{t('column.rank')}</th>}
            <th scope="col" data-name>
              {t(`monthly.by.${of}`)}
            </th>
            <th scope="col">{t('column.settledFraction')}</th>
            <th scope="col">{t('monthly.openNow')}</th>
            {KINDS.map((kind) => (
              <th key={kind} scope="col">
                {t(`monthly.short.${kind}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, SHOWN_ROWS).map((row) => (
            <TallyRow key={row.key} row={row} isRanked={isRanked} onOpen={onOpen} />
          ))}
          <TallyRow
            row={{ key: 'all', name: t('months.all'), tally: report.all, filter: {} }}
            isRanked={isRanked}
            onOpen={onOpen}
            isTotal
          />
        </tbody>
      </table>
      {rows.length > SHOWN_ROWS && (
        <p className={classes.muted}>{t('monthly.firstRows', { shown: SHOWN_ROWS, count: rows.length })}</p>
      )}
    </>
  );
}

function useRows(report: MonthReport, of: TallyRowsProps['of'], by: Ranking): Row[] {
  const { t } = useTexts();
  if (of === 'rule') {
    return report.byRule.map(({ rule, tally }) => ({ key: rule, name: t(`rule.${rule}`), tally, filter: { rule } }));
  }
  const tallies = of === 'street' ? report.streets : report.owners;
  return rankTallies(tallies, by).map((tally) => ({
    key: tally.name ?? '',
    name: tally.name ?? t(`months.none.${of}`),
    tally,
    filter: { [of]: tally.name ?? null },
  }));
}

interface TallyRowProps {
  readonly row: Row;
  readonly isRanked: boolean;
  readonly onOpen: OpenFindings;
  readonly isTotal?: boolean;
}

function TallyRow({ row, isRanked, onOpen, isTotal = false }: TallyRowProps) {
  const { t } = useTexts();
  const { name, tally, filter } = row;
  const { counts, openNow, settledFraction, rank } = tally;
  const open = (what: string, kinds: readonly (typeof OPEN_NOW)[number][]) => () =>
    onOpen({ title: t('monthly.ofWhat', { name, what }), filter: { ...filter, kinds } });
  const titleOf = (what: string) => t('monthly.ofWhat', { name, what });
  return (
    <tr className={isTotal ? classes.total : undefined}>
      {isRanked && <td>{rank ?? '—'}</td>}
      <td data-name>{name}</td>
      <td>{formatShare(settledFraction)}</td>
      <td>
        <CountButton
          count={openNow}
          title={titleOf(t('column.openNow'))}
          onOpen={open(t('column.openNow'), OPEN_NOW)}
        />
      </td>
      {KINDS.map((kind) => (
        <td key={kind}>
          <CountButton
            count={counts[kind]}
            title={titleOf(t(`months.change.${kind}`))}
            onOpen={open(t(`months.change.${kind}`), [kind])}
            testId={`months-${kind}-of`}
          />
        </td>
      ))}
    </tr>
  );
}
