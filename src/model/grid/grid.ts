/**
 * A table over columns: rows are numbers, and nothing is made for a row before it is looked at. Choices
 * are already in words of the reader's language; numbers keep the product's own units.
 */
import { type Column, type NumberColumn, type TextColumn, valueAt } from '../feature-batch.ts';

/** How values compare and are filtered. A `choice` has few different values. */
export type GridColumnType = 'text' | 'choice' | 'date' | 'number';
/** What a number counts: m², m, 0 to 1, t a year, g/m², or nothing. */
export type GridUnit = 'area' | 'length' | 'fraction' | 'tonnes' | 'siltLoading' | 'none';

export interface GridColumn {
  /** Unique within the grid. */
  readonly key: string;
  /** In the reader's language, without unit. */
  readonly title: string;
  readonly type: GridColumnType;
  readonly unit: GridUnit;
  /** Undefined where the text is only made for rows in view: such a column neither sorts nor filters. */
  readonly values: TextColumn | NumberColumn | undefined;
  readonly textOf?: (row: number) => string;
  /** Adding its numbers up means something. */
  readonly isSummed: boolean;
  /** May hold names or numbers of people: leaves the machine only when asked for. */
  readonly isPersonal: boolean;
  /** Whether it shows before anybody has chosen columns. */
  readonly isShown: boolean;
}

export interface Grid {
  readonly count: number;
  readonly columns: readonly GridColumn[];
}

/** More different values than this are not offered one by one. */
export const MOST_CHOICES = 200;

export function findColumn(grid: Grid, key: string | undefined): GridColumn | undefined {
  return grid.columns.find((column) => column.key === key);
}

/** Text or number of a cell; null where there is none, and for texts that are empty. */
export function gridValue({ values, textOf }: GridColumn, row: number): string | number | null {
  if (!values) return textOf?.(row) ?? null;
  const value = valueAt(values, row);
  return typeof value === 'boolean' || (typeof value === 'string' && value.trim() === '') ? null : value;
}

/** How often each value of a text column occurs in some rows; index 0 counts those without a value. O(rows). */
export function countCodes({ codes, dictionary }: TextColumn, rows: Uint32Array): Uint32Array {
  const counts = new Uint32Array(dictionary.length + 1);
  for (const row of rows) counts[codes[row]!]!++;
  for (const [index, text] of dictionary.entries()) {
    if (text.trim() !== '') continue;
    counts[0]! += counts[index + 1]!;
    counts[index + 1] = 0;
  }
  return counts;
}

/** Truth values as a text column of two words; other columns stay. */
export function withoutBooleans(
  column: Column,
  words: { readonly yes: string; readonly no: string },
): TextColumn | NumberColumn {
  if (column.type !== 'boolean') return column;
  const codes = Uint32Array.from(column.values, (value) => (value === 255 ? 0 : value === 1 ? 1 : 2));
  return { type: 'text', codes, dictionary: [words.yes, words.no] };
}

/** The numbers 0 to count − 1. */
export function allRows(count: number): Uint32Array<ArrayBuffer> {
  return Uint32Array.from({ length: count }, (_, row) => row);
}
