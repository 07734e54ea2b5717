/** What the parts of a grid are given. */
import type { GridColumn } from '../../model/grid/grid.ts';
import type { GridGroup } from '../../model/grid/group-rows.ts';
import type { TableLayout, TableName, TableQuery } from '../store/table-store.ts';
import type { GridSource } from './use-grid.ts';

export interface GridViewProps {
  readonly name: TableName;
  readonly source: GridSource;
  readonly columns: readonly GridColumn[];
  readonly layout: TableLayout;
  readonly query: TableQuery;
  /** Undefined where rows are not grouped. */
  readonly groups: readonly GridGroup[] | undefined;
  /** See `listLines`. */
  readonly lines: Int32Array;
  readonly picks: ReadonlySet<number>;
  readonly onPick: (rows: ReadonlySet<number>) => void;
  /** What a copy of the picked rows holds. */
  readonly textOfPicks: () => string;
  readonly rowsWithout: (key: string) => Promise<Uint32Array>;
}
