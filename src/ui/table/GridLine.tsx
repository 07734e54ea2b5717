/** One line of the grid: a row, or the heading of a group with what its rows add up to. */
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { type MouseEvent, memo } from 'react';
import type { GridColumn } from '../../model/grid/grid.ts';
import { type GridGroup, sumColumn } from '../../model/grid/group-rows.ts';
import { useCommands, useTexts, useView } from '../app-context.tsx';
import { sameTarget } from '../store/view-store.ts';
import { cellId } from './cell-id.ts';
import { formatGridCell, formatGridNumber } from './format-grid-cell.ts';
import classes from './table.module.css';
import type { GridSource } from './use-grid.ts';

interface LinePlace {
  readonly gridId: string;
  readonly line: number;
  /** Pixels from the top of all lines. */
  readonly start: number;
  /** The active cell's column where it is in this line. */
  readonly activeColumn: number | undefined;
}
const styleAt = (start: number) => ({ transform: `translateY(${start}px)` });
/** Lines are counted from 1, and the head is the first. */
const rowIndex = (line: number) => line + 2;

interface DataLineProps extends LinePlace {
  readonly row: number;
  readonly source: GridSource;
  readonly columns: readonly GridColumn[];
  readonly widths: readonly number[];
  readonly isSelected: boolean;
  readonly isPicked: boolean;
  readonly onClick: (event: MouseEvent, line: number, column: number) => void;
  readonly onDoubleClick: () => void;
}

/** Made again only where something of its own changes: while the grid scrolls, most lines stay as they are. */
export const DataLine = memo(function DataLine(props: DataLineProps) {
  const { gridId, line, start, activeColumn, row, source, columns, widths, isSelected, isPicked } = props;
  const { onClick, onDoubleClick } = props;
  const { language } = useTexts();
  const { hover } = useCommands();
  const target = source.targetOf(row);
  const isHovered = useView((state) => sameTarget(state.hover, target));
  return (
    // biome-ignore lint/a11y/useSemanticElements: see GridView.
    // biome-ignore lint/a11y/useFocusableInteractive: the grid has the focus and names its active cell.
    <div
      role="row"
      aria-rowindex={rowIndex(line)}
      aria-selected={isPicked || isSelected}
      className={classes.line}
      style={styleAt(start)}
      data-selected={isSelected}
      data-picked={isPicked}
      data-hovered={isHovered}
      data-testid="grid-row"
      data-row={row}
      onDoubleClick={onDoubleClick}
      onPointerEnter={() => hover(target)}
      onPointerLeave={() => hover(undefined)}
    >
      {columns.map((column, index) => {
        const text = formatGridCell(column, row, language);
        return (
          // biome-ignore lint/a11y/useSemanticElements: see GridView.
          // biome-ignore lint/a11y/useFocusableInteractive: the grid has the focus and names its active cell.
          // biome-ignore lint/a11y/useKeyWithClickEvents: the grid takes the keys.
          <div
            key={column.key}
            role="gridcell"
            id={cellId(gridId, line, index)}
            aria-colindex={index + 1}
            className={column.type === 'number' ? classes.numberCell : classes.cell}
            style={{ width: widths[index] }}
            data-active={activeColumn === index}
            data-column={column.key}
            title={text}
            onClick={(event) => onClick(event, line, index)}
          >
            {text}
          </div>
        );
      })}
    </div>
  );
});

interface GroupLineProps extends LinePlace {
  readonly group: GridGroup;
  readonly columns: readonly GridColumn[];
  readonly isFolded: boolean;
  readonly onToggle: () => void;
}

export function GroupLine({ gridId, line, start, activeColumn, group, columns, isFolded, onToggle }: GroupLineProps) {
  const { t, language } = useTexts();
  return (
    // biome-ignore lint/a11y/useSemanticElements: see GridView.
    // biome-ignore lint/a11y/useFocusableInteractive: the grid has the focus and names its active cell.
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid takes the keys.
    <div
      role="row"
      aria-rowindex={rowIndex(line)}
      aria-expanded={!isFolded}
      className={classes.groupLine}
      style={styleAt(start)}
      data-testid="grid-group"
      data-value={group.value}
      onClick={onToggle}
    >
      {/* biome-ignore lint/a11y/useSemanticElements: see GridView. */}
      {/* biome-ignore lint/a11y/useFocusableInteractive: the grid has the focus and names its active cell. */}
      <div
        role="gridcell"
        id={cellId(gridId, line, activeColumn ?? 0)}
        aria-colspan={columns.length}
        className={classes.groupCell}
        data-active={activeColumn !== undefined}
      >
        {isFolded ? <IconChevronRight size={15} /> : <IconChevronDown size={15} />}
        <strong>{group.value || t('datatable.noValue')}</strong>
        <span>{t('datatable.count', { count: group.rows.length })}</span>
        {columns.map((column) => {
          const sum = column.isSummed ? sumColumn(column, group.rows) : undefined;
          if (sum === undefined) return null;
          return (
            <span key={column.key} className={classes.muted}>
              {t('datatable.sum', { title: column.title, value: formatGridNumber(column, sum, language) })}
            </span>
          );
        })}
      </div>
    </div>
  );
}
