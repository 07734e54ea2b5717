/** The head of the grid: press to sort, open for the column's menu, drag to move it or to set its width. */
import { ActionIcon, Popover, Tooltip } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconDotsVertical, IconFilterFilled } from '@tabler/icons-react';
import { type MouseEvent, type PointerEvent, useRef, useState } from 'react';
import type { GridColumn } from '../../model/grid/grid.ts';
import type { GridSort } from '../../model/grid/sort-grid.ts';
import { useApp, useSettings, useTexts } from '../app-context.tsx';
import { changeLayout, changeQuery } from '../store/table-store.ts';
import { ColumnMenu } from './ColumnMenu.tsx';
import { headTitle } from './format-grid-cell.ts';
import type { GridViewProps } from './grid-view-props.ts';
import { nextSorts } from './next-sorts.ts';
import { onEscape } from './on-escape.ts';
import classes from './table.module.css';
import { boundedWidth, moveColumn } from './table-columns.ts';

interface GridHeadProps
  extends Pick<GridViewProps, 'name' | 'source' | 'columns' | 'layout' | 'query' | 'rowsWithout'> {
  readonly widths: readonly number[];
}

const DRAGGED_COLUMN = 'application/x-chentu-column';

export function GridHead(props: GridHeadProps) {
  const { source, columns, layout, widths } = props;
  const { tables } = useApp();
  const [over, setOver] = useState<string>();
  return (
    // biome-ignore lint/a11y/useSemanticElements: see GridView.
    // biome-ignore lint/a11y/useFocusableInteractive: its buttons take the focus.
    <div role="row" aria-rowindex={1} className={classes.head}>
      {columns.map((column, index) => (
        // biome-ignore lint/a11y/useSemanticElements: see GridView.
        // biome-ignore lint/a11y/useFocusableInteractive: its buttons take the focus.
        <div
          key={column.key}
          role="columnheader"
          aria-colindex={index + 1}
          aria-sort={ariaSort(props.query.sorts, column.key)}
          className={classes.headCell}
          style={{ width: widths[index] }}
          data-type={column.type}
          data-over={over === column.key}
          data-testid={`column-${column.key}`}
          onDragOver={(event) => {
            if (!event.dataTransfer.types.includes(DRAGGED_COLUMN)) return;
            event.preventDefault();
            setOver(column.key);
          }}
          onDragLeave={() => setOver(undefined)}
          onDrop={(event) => {
            setOver(undefined);
            const moved = event.dataTransfer.getData(DRAGGED_COLUMN);
            if (!moved) return;
            event.preventDefault();
            changeLayout(tables, source.layoutKey, { order: moveColumn(source.grid, layout, moved, column.key) });
          }}
        >
          <HeadCell {...props} column={column} width={widths[index]!} />
        </div>
      ))}
    </div>
  );
}

function HeadCell(props: GridHeadProps & { readonly column: GridColumn; readonly width: number }) {
  const { name, source, query, column, width } = props;
  const { t } = useTexts();
  const { tables } = useApp();
  const [open, setOpen] = useState(false);
  const { title } = column;
  const place = query.sorts.findIndex(({ key }) => key === column.key);
  const sort = query.sorts[place];
  const isFiltered = query.filter.columns[column.key] !== undefined;
  const onSort = (event: MouseEvent) =>
    changeQuery(tables, name, { sorts: nextSorts(query.sorts, column.key, event.shiftKey) });
  return (
    <>
      <button
        type="button"
        className={classes.sortButton}
        onClick={onSort}
        disabled={!column.values}
        title={column.values ? t('datatable.sort', { title }) : t('datatable.filter.unable')}
        draggable
        onDragStart={(event) => {
          event.dataTransfer.setData(DRAGGED_COLUMN, column.key);
          event.dataTransfer.effectAllowed = 'move';
        }}
      >
        <span className={classes.headTitle}>{headTitle(column, t)}</span>
        {sort && (sort.descending ? <IconArrowDown size={14} /> : <IconArrowUp size={14} />)}
        {sort && query.sorts.length > 1 && <sup>{place + 1}</sup>}
      </button>
      <Popover
        opened={open}
        onChange={setOpen}
        position="bottom-end"
        shadow="md"
        trapFocus
        closeOnEscape={false}
        returnFocus
        transitionProps={{ duration: 0 }}
      >
        <Popover.Target>
          <Tooltip label={t('datatable.menu', { title })} disabled={open}>
            <ActionIcon
              size={24}
              variant={isFiltered ? 'light' : 'subtle'}
              color={isFiltered ? 'accent' : 'gray'}
              aria-label={t('datatable.menu', { title })}
              aria-haspopup="dialog"
              aria-expanded={open}
              onClick={() => setOpen(!open)}
              data-testid={`column-menu-${column.key}`}
            >
              {isFiltered ? <IconFilterFilled size={14} /> : <IconDotsVertical size={14} />}
            </ActionIcon>
          </Tooltip>
        </Popover.Target>
        <Popover.Dropdown p="xs" className={classes.menu} onKeyDown={onEscape(() => setOpen(false))}>
          {open && <ColumnMenu {...props} onDone={() => setOpen(false)} />}
        </Popover.Dropdown>
      </Popover>
      <WidthHandle layoutKey={source.layoutKey} layout={props.layout} columnKey={column.key} width={width} />
    </>
  );
}

interface WidthHandleProps extends Pick<GridHeadProps, 'layout'> {
  readonly layoutKey: string;
  readonly columnKey: string;
  readonly width: number;
}

/** For the pointer; the column's menu does the same from the keyboard. */
function WidthHandle({ layoutKey, layout, columnKey, width }: WidthHandleProps) {
  const { t } = useTexts();
  const { tables } = useApp();
  const scale = useSettings((settings) => (settings.theme === 'projector' ? 1.3 : 1));
  const from = useRef<{ readonly x: number; readonly width: number }>(undefined);
  const onMove = ({ clientX }: PointerEvent) => {
    if (!from.current) return;
    const pixels = boundedWidth((from.current.width + clientX - from.current.x) / scale);
    changeLayout(tables, layoutKey, { widthsPixels: { ...layout.widthsPixels, [columnKey]: pixels } });
  };
  return (
    <div
      aria-hidden="true"
      className={classes.widthHandle}
      title={t('datatable.width')}
      onPointerDown={(event) => {
        event.preventDefault();
        event.currentTarget.setPointerCapture(event.pointerId);
        from.current = { x: event.clientX, width };
      }}
      onPointerMove={onMove}
      onPointerUp={() => {
        from.current = undefined;
      }}
    />
  );
}

function ariaSort(sorts: readonly GridSort[], key: string): 'ascending' | 'descending' | undefined {
  const [first] = sorts;
  if (first?.key !== key) return undefined;
  return first.descending ? 'descending' : 'ascending';
}
