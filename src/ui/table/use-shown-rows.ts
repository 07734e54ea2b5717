/** Rows as they are filtered and sorted, worked out between the page's other tasks; the newest question wins. */
import { useCallback, useEffect, useRef, useState } from 'react';
import { createGridFinder, type GridFilter } from '../../model/grid/filter-grid.ts';
import type { Grid } from '../../model/grid/grid.ts';
import { createGridSorter, type GridSort } from '../../model/grid/sort-grid.ts';
import { nextTurn } from '../next-turn.ts';
import type { GridSource } from './use-grid.ts';

export interface ShownRows {
  /** Undefined until the first answer for these rows. */
  readonly rows: Uint32Array | undefined;
  readonly isWorking: boolean;
  /** The rows that would show if one column asked nothing: what its choices are counted over. */
  rowsWithout(key: string): Promise<Uint32Array>;
}

export function useShownRows(
  source: GridSource | undefined,
  filter: GridFilter,
  sorts: readonly GridSort[],
): ShownRows {
  const tools = useRef<{ finder: ReturnType<typeof createGridFinder>; sorter: ReturnType<typeof createGridSorter> }>(
    undefined,
  );
  tools.current ??= { finder: createGridFinder(), sorter: createGridSorter() };
  const { finder, sorter } = tools.current;
  const [answer, setAnswer] = useState<{ readonly grid: Grid; readonly key: string; readonly rows: Uint32Array }>();
  const [isWorking, setWorking] = useState(false);
  const grid = source?.grid;
  const hidden = source?.hidden;
  const key = source?.key ?? '';

  useEffect(() => {
    if (!grid) return;
    const stop = new AbortController();
    const task = { signal: stop.signal, pause: nextTurn };
    const work = async () => {
      setWorking(true);
      const found = await finder.filter(grid, filter, hidden, task);
      const rows = await sorter.sort(grid, found, sorts, task);
      if (stop.signal.aborted) return;
      setAnswer({ grid, key, rows });
      setWorking(false);
    };
    // Rejects only when another question has come.
    work().catch(() => undefined);
    return () => stop.abort();
  }, [grid, hidden, key, filter, sorts, finder, sorter]);

  const rowsWithout = useCallback(
    async (column: string) => {
      if (!grid) return new Uint32Array();
      const { [column]: _, ...columns } = filter.columns;
      return finder.filter(grid, { text: filter.text, columns }, hidden, { pause: nextTurn });
    },
    [grid, filter, hidden, finder],
  );
  // A grid that only gained a column keeps its rows until the new answer is there.
  const fits = answer !== undefined && answer.key === key && answer.grid.count === grid?.count;
  return { rows: fits ? answer.rows : undefined, isWorking, rowsWithout };
}
