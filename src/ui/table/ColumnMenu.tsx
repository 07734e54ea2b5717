/** What can be done with one column: its order, its filter, its place and its width, all from the keyboard too. */
import { Button, Checkbox, Divider } from '@mantine/core';
import {
  IconArrowDown,
  IconArrowLeft,
  IconArrowRight,
  IconArrowsHorizontal,
  IconArrowUp,
  IconEyeOff,
} from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import type { ColumnFilter } from '../../model/grid/filter-grid.ts';
import type { GridColumn } from '../../model/grid/grid.ts';
import { useApp, useTexts } from '../app-context.tsx';
import { changeLayout, changeQuery } from '../store/table-store.ts';
import { ColumnFilterForm } from './ColumnFilterForm.tsx';
import type { GridViewProps } from './grid-view-props.ts';
import classes from './table.module.css';
import { boundedWidth, moveColumn, widthOf } from './table-columns.ts';

interface ColumnMenuProps
  extends Pick<GridViewProps, 'name' | 'source' | 'columns' | 'layout' | 'query' | 'rowsWithout'> {
  readonly column: GridColumn;
  readonly onDone: () => void;
}
const WIDTH_STEP = 32;

export function ColumnMenu({ name, source, columns, layout, query, rowsWithout, column, onDone }: ColumnMenuProps) {
  const { t } = useTexts();
  const { tables } = useApp();
  const [adds, setAdds] = useState(false);
  const { key } = column;
  const { filter, sorts } = query;
  const isSorted = sorts.some((sort) => sort.key === key);
  const others = sorts.filter((sort) => sort.key !== key);
  const sortBy = (descending: boolean) =>
    changeQuery(tables, name, { sorts: [...(adds ? others : []), { key, descending }] });
  const setFilter = (next: ColumnFilter | undefined) => {
    const { [key]: _, ...rest } = filter.columns;
    changeQuery(tables, name, { filter: { ...filter, columns: next ? { ...rest, [key]: next } : rest } });
  };
  const relayout = (change: Parameters<typeof changeLayout>[2]) => changeLayout(tables, source.layoutKey, change);
  const at = columns.indexOf(column);
  const moveTo = (neighbour: GridColumn | undefined) =>
    neighbour && relayout({ order: moveColumn(source.grid, layout, key, neighbour.key) });
  const widen = (step: number) =>
    relayout({ widthsPixels: { ...layout.widthsPixels, [key]: boundedWidth(widthOf(column, layout) + step) } });
  return (
    <div className={classes.menuBody}>
      {column.values ? (
        <>
          <div className={classes.menuRow}>
            <Action
              icon={<IconArrowUp size={15} />}
              label={t('datatable.menu.sortUp')}
              onClick={() => sortBy(false)}
              testId="sort-up"
            />
            <Action
              icon={<IconArrowDown size={15} />}
              label={t('datatable.menu.sortDown')}
              onClick={() => sortBy(true)}
              testId="sort-down"
            />
            {isSorted && (
              <Action
                label={t('datatable.menu.unsorted')}
                onClick={() => changeQuery(tables, name, { sorts: others })}
              />
            )}
          </div>
          {others.length > 0 && (
            <Checkbox size="xs" checked={adds} onChange={() => setAdds(!adds)} label={t('datatable.menu.sortThen')} />
          )}
          <Divider />
          <ColumnFilterForm
            column={column}
            filter={filter.columns[key]}
            onChange={setFilter}
            rowsWithout={rowsWithout}
          />
        </>
      ) : (
        <p className={classes.muted}>{t('datatable.filter.unable')}</p>
      )}
      <Divider />
      <div className={classes.menuRow}>
        <Action
          icon={<IconArrowLeft size={15} />}
          label={t('datatable.menu.left')}
          onClick={() => moveTo(columns[at - 1])}
          disabled={at <= 0}
        />
        <Action
          icon={<IconArrowRight size={15} />}
          label={t('datatable.menu.right')}
          onClick={() => moveTo(columns[at + 1])}
          disabled={at === columns.length - 1}
        />
      </div>
      <div className={classes.menuRow}>
        <Action
          icon={<IconArrowsHorizontal size={15} />}
          label={t('datatable.menu.wider')}
          onClick={() => widen(WIDTH_STEP)}
        />
        <Action label={t('datatable.menu.narrower')} onClick={() => widen(-WIDTH_STEP)} />
        <Action
          icon={<IconEyeOff size={15} />}
          label={t('datatable.menu.hide')}
          disabled={columns.length === 1}
          onClick={() => {
            onDone();
            relayout({ shown: { ...layout.shown, [key]: false } });
          }}
        />
      </div>
    </div>
  );
}

interface ActionProps {
  readonly label: string;
  readonly onClick: () => void;
  readonly icon?: ReactNode;
  readonly disabled?: boolean;
  readonly testId?: string;
}

function Action({ label, onClick, icon, disabled, testId }: ActionProps) {
  return (
    <Button
      size="compact-sm"
      variant="default"
      leftSection={icon}
      onClick={onClick}
      disabled={disabled}
      data-testid={testId}
    >
      {label}
    </Button>
  );
}
