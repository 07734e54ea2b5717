/**
 * While a table narrows the map: keeps the map on what the table's filter finds, whether the table is
 * open or not, and says so over the map with the one click back.
 */
import { Button, CloseButton } from '@mantine/core';
import { IconFilterFilled } from '@tabler/icons-react';
import { useEffect } from 'react';
import type { GridSort } from '../../model/grid/sort-grid.ts';
import { useApp, useTables, useTexts } from '../app-context.tsx';
import { EMPTY_QUERY, type TableName, tableKey } from '../store/table-store.ts';
import { setMasks } from '../store/view-store.ts';
import classes from './table.module.css';
import { useGrid } from './use-grid.ts';
import { useShownRows } from './use-shown-rows.ts';

const UNSORTED: readonly GridSort[] = [];

export function FilterSign({ name }: { readonly name: TableName }) {
  const { t } = useTexts();
  const { view, tables } = useApp();
  const source = useGrid(name);
  const key = tableKey(name);
  const filter = useTables((state) => state.queries[key]?.filter ?? EMPTY_QUERY.filter);
  const { rows } = useShownRows(source, filter, UNSORTED);
  useEffect(() => {
    if (source && rows) setMasks(view, 'filter', source.masksFor(rows));
  }, [view, source, rows]);
  useEffect(() => () => setMasks(view, 'filter', undefined), [view]);
  if (!source || !rows) return null;
  const stop = () => tables.setState({ onMap: undefined });
  return (
    <div className={classes.sign} role="status" data-testid="filter-sign">
      <IconFilterFilled size={15} />
      <span className={classes.signText}>{t('datatable.onMap.sign', { title: source.title, count: rows.length })}</span>
      <Button
        size="compact-xs"
        variant="subtle"
        onClick={() => {
          tables.setState({ open: name });
          view.setState({ drawer: 'table' });
        }}
      >
        {t('datatable.onMap.table')}
      </Button>
      <CloseButton
        size="sm"
        onClick={stop}
        aria-label={t('datatable.onMap.stop')}
        title={t('datatable.onMap.stop')}
        data-testid="filter-sign-stop"
      />
    </div>
  );
}
