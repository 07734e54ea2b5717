/**
 * Rows and columns as a grid of the ARIA pattern: the focus stays on the grid, which names its active
 * cell, since rows come and go while it scrolls. Only what is in view is made.
 */
import { useVirtualizer } from '@tanstack/react-virtual';
import { type MouseEvent, useCallback, useEffect, useId, useMemo, useRef, useState } from 'react';
import { useApp, useCommands, useSettings, useTexts, useView } from '../app-context.tsx';
import { changeQuery } from '../store/table-store.ts';
import { toggleIn } from '../store/view-store.ts';
import { cellId } from './cell-id.ts';
import { GridHead } from './GridHead.tsx';
import { DataLine, GroupLine } from './GridLine.tsx';
import type { GridViewProps } from './grid-view-props.ts';
import { pickLines } from './pick-lines.ts';
import classes from './table.module.css';
import { widthOf } from './table-columns.ts';
import { useGridKeys } from './use-grid-keys.ts';

export function GridView(props: GridViewProps) {
  const { name, source, columns, layout, query, groups, lines, picks, onPick, textOfPicks, rowsWithout } = props;
  const { t } = useTexts();
  const { tables } = useApp();
  const { hover, select, zoomToSelection } = useCommands();
  const scale = useSettings((settings) => (settings.theme === 'projector' ? 1.3 : 1));
  const selection = useView((state) => state.selection);
  const selectedRow = selection && source.rowOf(selection);
  const scroller = useRef<HTMLDivElement>(null);
  const gridId = useId();
  const anchor = useRef<number>(undefined);
  const [active, setActive] = useState({ line: 0, column: 0 });
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 32 * scale,
    overscan: 8,
    // The head lies over the first line.
    scrollPaddingStart: 36 * scale,
  });
  const widths = useMemo(() => columns.map((column) => widthOf(column, layout) * scale), [columns, layout, scale]);
  const totalWidth = widths.reduce((sum, width) => sum + width, 0);

  // What is selected on the map comes into view here, and is where the keys go on.
  useEffect(() => {
    const line = selectedRow === undefined ? -1 : lines.indexOf(selectedRow);
    if (line < 0) return;
    setActive(({ column }) => ({ line, column }));
    virtual.scrollToIndex(line, { align: 'auto' });
  }, [selectedRow, lines, virtual]);

  const toggleGroup = (line: number) => {
    const group = groups?.[-1 - lines[line]!];
    if (group) changeQuery(tables, name, { folded: toggleIn(query.folded, group.value) });
  };
  const pick = (line: number, how: 'one' | 'toggle' | 'range') => {
    const next = pickLines({ lines, picks, line, how, anchor: anchor.current ?? line });
    if (how !== 'range') anchor.current = line;
    onPick(next);
  };
  const choose = (line: number) => {
    const row = lines[line];
    if (row === undefined) return;
    if (row < 0) return toggleGroup(line);
    select(source.targetOf(row), { zoom: false });
  };
  const go = (line: number, column: number) => {
    setActive({ line, column });
    if (lines.length > 0) virtual.scrollToIndex(line, { align: 'auto' });
  };
  const clickAt = (event: MouseEvent, line: number, column: number) => {
    const isControl = event.ctrlKey || event.metaKey;
    setActive({ line, column });
    pick(line, event.shiftKey ? 'range' : isControl ? 'toggle' : 'one');
    if (!event.shiftKey && !isControl) choose(line);
  };
  // One function for all lines and renders, so that lines need not be made again.
  const latestClick = useRef(clickAt);
  latestClick.current = clickAt;
  const onLineClick = useCallback<typeof clickAt>((...click) => latestClick.current(...click), []);
  const onKeyDown = useGridKeys({
    active,
    lineCount: lines.length,
    columnCount: columns.length,
    linesPerPage: Math.max(1, Math.floor((virtual.scrollRect?.height ?? 200) / (32 * scale)) - 2),
    go,
    anchorAt(line) {
      anchor.current = line;
    },
    choose,
    zoom: (line) => {
      choose(line);
      if (lines[line]! >= 0) zoomToSelection();
    },
    pick,
    pickAll: () => onPick(new Set(Array.from(lines).filter((row) => row >= 0))),
  });
  const activeId = lines.length > 0 ? cellId(gridId, active.line, active.column) : undefined;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a virtual grid has no table of all its rows.
    <div
      ref={scroller}
      className={classes.grid}
      role="grid"
      tabIndex={0}
      aria-label={t('datatable.aria', { title: source.title, count: lines.length })}
      aria-rowcount={lines.length + 1}
      aria-colcount={columns.length}
      aria-multiselectable="true"
      aria-activedescendant={activeId}
      onKeyDown={onKeyDown}
      // A row that scrolls away under the pointer never hears it leave.
      onMouseLeave={() => hover(undefined)}
      onCopy={(event) => {
        if (picks.size === 0) return;
        // As the browser's own copy, it needs no leave and works on plain http.
        event.clipboardData.setData('text/plain', textOfPicks());
        event.preventDefault();
      }}
      data-testid="grid"
    >
      <GridHead
        name={name}
        source={source}
        columns={columns}
        layout={layout}
        query={query}
        widths={widths}
        rowsWithout={rowsWithout}
      />
      {/* biome-ignore lint/a11y/useSemanticElements: see above. */}
      <div role="rowgroup" className={classes.canvas} style={{ height: virtual.getTotalSize(), width: totalWidth }}>
        {virtual.getVirtualItems().map(({ index, start }) => {
          const row = lines[index]!;
          const group = row < 0 ? groups?.[-1 - row] : undefined;
          const place = { gridId, line: index, start, activeColumn: index === active.line ? active.column : undefined };
          if (group)
            return (
              <GroupLine
                key={`group ${group.value}`}
                {...place}
                group={group}
                columns={columns}
                isFolded={query.folded.has(group.value)}
                onToggle={() => toggleGroup(index)}
              />
            );
          return (
            <DataLine
              key={row}
              {...place}
              row={row}
              source={source}
              columns={columns}
              widths={widths}
              isSelected={row === selectedRow}
              isPicked={picks.has(row)}
              onClick={onLineClick}
              onDoubleClick={zoomToSelection}
            />
          );
        })}
      </div>
      {lines.length === 0 && (
        // biome-ignore lint/a11y/useSemanticElements: see above.
        // biome-ignore lint/a11y/useFocusableInteractive: there is nothing to do in it.
        <div role="row" aria-rowindex={2}>
          {/* biome-ignore lint/a11y/useSemanticElements: see above. */}
          {/* biome-ignore lint/a11y/useFocusableInteractive: there is nothing to do in it. */}
          <div role="gridcell" className={classes.note}>
            {t(source.grid.count === 0 ? 'datatable.empty.layer' : 'datatable.empty')}
          </div>
        </div>
      )}
    </div>
  );
}
