/** How many rows a table shows of how many, what they add up to, and the way back from a filter. */
import { Button } from '@mantine/core';
import { useMemo } from 'react';
import { isFiltering, NO_FILTER } from '../../model/grid/filter-grid.ts';
import type { GridColumn } from '../../model/grid/grid.ts';
import { sumColumn } from '../../model/grid/group-rows.ts';
import { useApp, useTables, useTexts } from '../app-context.tsx';
import { changeQuery, type TableName, tableKey } from '../store/table-store.ts';
import { formatGridNumber } from './format-grid-cell.ts';
import classes from './table.module.css';
import type { GridSource } from './use-grid.ts';

interface TableTotalsProps {
  readonly name: TableName;
  readonly source: GridSource;
  readonly rows: Uint32Array;
  readonly columns: readonly GridColumn[];
  readonly picks: ReadonlySet<number>;
  readonly isWorking: boolean;
}

export function TableTotals({ name, source, rows, columns, picks, isWorking }: TableTotalsProps) {
  const { t, language } = useTexts();
  const { tables } = useApp();
  const key = tableKey(name);
  const isFiltered = useTables((state) => isFiltering(state.queries[key]?.filter ?? NO_FILTER));
  const { hidden, grid } = source;
  const total = useMemo(
    () => (hidden ? hidden.reduce((count, isHidden) => count + (isHidden === 1 ? 0 : 1), 0) : grid.count),
    [hidden, grid],
  );
  const sums = useMemo(
    () =>
      columns.flatMap((column) => {
        const sum = column.isSummed ? sumColumn(column, rows) : undefined;
        return sum === undefined ? [] : [{ column, sum }];
      }),
    [columns, rows],
  );
  return (
    <div
      className={classes.totals}
      role="status"
      data-testid="table-totals"
      data-rows={rows.length}
      data-working={isWorking}
    >
      <strong>
        {rows.length === total
          ? t('datatable.count', { count: total })
          : t('datatable.count.of', { count: rows.length, total })}
      </strong>
      {sums.map(({ column, sum }) => (
        <span key={column.key} data-testid={`sum-${column.key}`}>
          {t('datatable.sum', { title: column.title, value: formatGridNumber(column, sum, language, 'short') })}
        </span>
      ))}
      {picks.size > 1 && <span>{t('datatable.picked', { count: picks.size })}</span>}
      {isFiltered && (
        <Button
          size="compact-xs"
          variant="subtle"
          onClick={() => changeQuery(tables, name, { filter: NO_FILTER })}
          data-testid="table-clear"
        >
          {t('datatable.clearFilter')}
        </Button>
      )}
    </div>
  );
}
