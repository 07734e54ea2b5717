/** A table as plain data, before it is CSV, XLSX, a terminal's columns or a page's. */

/** What a column holds: decides alignment, number format and column type. */
export type TableColumnType = 'text' | 'count' | 'number' | 'fraction' | 'degrees';

export interface TableColumn {
  /** ASCII name, the same in every language: attribute names of exported features. */
  readonly key: string;
  /** In the reader's language, with its unit. */
  readonly header: string;
  readonly type: TableColumnType;
}

/** A text that leads to a row of another table of the same workbook, or out of it; elsewhere it is plain text. */
export type LinkCell = RowLink | WebLink;

export interface RowLink {
  readonly text: string;
  /** The other table's title. */
  readonly table: string;
  /** Its row, counted from 0 without the header. */
  readonly row: number;
}

export interface WebLink {
  readonly text: string;
  /** Whole, with its scheme. */
  readonly address: string;
}

export type TableCell = string | number | null;

/** A table of a workbook, in which cells may lead to other tables. */
export interface LinkedTable extends Omit<Table, 'rows'> {
  readonly rows: Iterable<readonly (TableCell | LinkCell)[]>;
}

export interface Table {
  readonly title: string;
  readonly columns: readonly TableColumn[];
  /** Each as long as `columns`. May be made on demand: iterate as often as needed. */
  readonly rows: Iterable<readonly TableCell[]>;
}

/** With all its rows, to be handed to another thread. */
export interface PlainTable extends Table {
  readonly rows: readonly (readonly TableCell[])[];
}
