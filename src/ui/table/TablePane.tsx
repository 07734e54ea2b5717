/** The table of a layer or of a rule's findings under the map: what the map shows, row by row. */
import { useMemo, useState } from 'react';
import { RULE_IDS } from '../../model/findings.ts';
import { findColumn } from '../../model/grid/grid.ts';
import { groupRows, listLines } from '../../model/grid/group-rows.ts';
import { gridTable } from '../../reports/grid-table.ts';
import type { Table } from '../../reports/table.ts';
import { tableTsv } from '../../reports/tsv.ts';
import { useSettings, useTables, useTexts, useWorkspace } from '../app-context.tsx';
import { DEFAULT_LAYOUT, EMPTY_QUERY, type TableName, tableKey } from '../store/table-store.ts';
import { GridView } from './GridView.tsx';
import { TableBar } from './TableBar.tsx';
import classes from './table.module.css';
import { shownColumns } from './table-columns.ts';
import { useGrid } from './use-grid.ts';
import { useShownRows } from './use-shown-rows.ts';

const NO_PICKS: ReadonlySet<number> = new Set();

export function TablePane() {
  const { t } = useTexts();
  const name = useOpenTable();
  const source = useGrid(name);
  const isProjector = useSettings((settings) => settings.theme === 'projector');
  const key = name ? tableKey(name) : '';
  const query = useTables((state) => state.queries[key] ?? EMPTY_QUERY);
  const layout = useTables((state) => state.layouts[source?.layoutKey ?? ''] ?? DEFAULT_LAYOUT);
  const { rows, isWorking, rowsWithout } = useShownRows(source, query.filter, query.sorts);
  const grid = source?.grid;
  const columns = useMemo(() => (grid ? shownColumns(grid, layout) : []), [grid, layout]);
  const groups = useMemo(() => {
    const by = grid && findColumn(grid, query.groupBy)?.values;
    return rows && by?.type === 'text' ? groupRows(rows, by) : undefined;
  }, [grid, rows, query.groupBy]);
  const lines = useMemo(
    () => (groups ? listLines(groups, (value) => query.folded.has(value)) : Int32Array.from(rows ?? [])),
    [groups, rows, query.folded],
  );
  // Picked rows are numbers: they mean nothing in another table or in one with other features.
  const [picked, setPicked] = useState<{
    readonly of: string;
    readonly count: number;
    readonly rows: ReadonlySet<number>;
  }>();
  const picks = picked && picked.of === key && picked.count === grid?.count ? picked.rows : NO_PICKS;
  const [withPersonal, setWithPersonal] = useState(false);
  const tableOf = (some: Uint32Array): Table =>
    gridTable({ title: source?.title ?? '', columns, rows: some, withPersonal, translate: t });
  if (!name) return <p className={classes.note}>{t('app.layers.none')}</p>;
  return (
    <div className={classes.pane} data-testid="table-pane" data-table={key}>
      <TableBar
        name={name}
        source={source}
        rows={rows}
        columns={columns}
        picks={picks}
        isWorking={isWorking}
        withPersonal={withPersonal}
        onPersonal={setWithPersonal}
        tableOf={tableOf}
      />
      {source && rows && (
        <GridView
          // Rows of another height are another list.
          key={`${key} ${isProjector ? 'projector' : ''}`}
          name={name}
          source={source}
          columns={columns}
          layout={layout}
          query={query}
          groups={groups}
          lines={lines}
          picks={picks}
          onPick={(next) => setPicked({ of: key, count: source.grid.count, rows: next })}
          textOfPicks={() => tableTsv(tableOf(rows.filter((row) => picks.has(row))))}
          rowsWithout={rowsWithout}
        />
      )}
      {!source && <p className={classes.note}>{t('datatable.working')}</p>}
    </div>
  );
}

/** The table that was opened last, if it is still there; else that of bare soil, or the first layer. */
function useOpenTable(): TableName | undefined {
  const open = useTables((state) => state.open);
  const layers = useWorkspace((state) => state.document?.layers);
  return useMemo(() => {
    if (open?.type === 'rule' && RULE_IDS.includes(open.rule)) return open;
    if (open?.type === 'layer' && layers?.some(({ id }) => id === open.layer)) return open;
    const first = layers?.find(({ kind }) => kind === 'bareSoil') ?? layers?.[0];
    return first && { type: 'layer', layer: first.id };
  }, [open, layers]);
}
