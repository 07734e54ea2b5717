/** Which rows of a table are shown: what each column asks for, and one text that may stand in any of them. */
import { foldText } from '../../core/fold-text.ts';
import { createPacer, type Pacer } from '../../core/pacer.ts';
import type { Task } from '../../core/task.ts';
import type { NumberColumn, TextColumn } from '../feature-batch.ts';
import type { Grid, GridColumn } from './grid.ts';

export type ColumnFilter =
  | { readonly type: 'contains'; readonly text: string }
  /** Values as they are shown; the empty text stands for "no value". */
  | { readonly type: 'oneOf'; readonly values: readonly string[] }
  /** Both ends belong to it; in the column's own unit. */
  | { readonly type: 'numbers'; readonly from?: number | undefined; readonly to?: number | undefined }
  /** Days as `2026-11-23`, both included, compared with the day as it is written. */
  | { readonly type: 'days'; readonly from?: string | undefined; readonly to?: string | undefined };

export interface GridFilter {
  /** Empty: everything. */
  readonly text: string;
  readonly columns: Readonly<Record<string, ColumnFilter>>;
}
export const NO_FILTER: GridFilter = { text: '', columns: {} };

export function isFiltering({ text, columns }: GridFilter): boolean {
  return foldText(text) !== '' || Object.keys(columns).length > 0;
}

export interface GridFinder {
  /**
   * The rows that pass, ascending. `hidden`: 1 for rows that are left out whatever they hold.
   * O(different values + rows × columns filtered). Rejects only when cancelled.
   */
  filter(grid: Grid, filter: GridFilter, hidden?: Uint8Array, task?: Task): Promise<Uint32Array>;
}

/** 1 for codes, or rows of numbers, that pass. */
type Passes = (row: number) => boolean;

/** Remembers how a column's values are spelled when folded, for as long as the column lives. */
export function createGridFinder(): GridFinder {
  const remembered = new WeakMap<TextColumn, readonly string[]>();

  async function foldedOf(column: TextColumn, pacer: Pacer): Promise<readonly string[]> {
    const known = remembered.get(column);
    if (known) return known;
    const folded: string[] = [];
    for (const text of column.dictionary) {
      folded.push(foldText(text));
      if (folded.length % 512 === 0 && pacer.isDue()) await pacer.rest();
    }
    remembered.set(column, folded);
    return folded;
  }

  /** Of each code whether its text holds the needle; never for "no value". */
  async function codesWith(column: TextColumn, needle: string, pacer: Pacer): Promise<Uint8Array> {
    const folded = await foldedOf(column, pacer);
    const found = new Uint8Array(folded.length + 1);
    for (let place = 0; place < folded.length; place++) {
      if (folded[place]!.includes(needle)) found[place + 1] = 1;
      if (place % 2048 === 0 && pacer.isDue()) await pacer.rest();
    }
    return found;
  }

  async function testOf({ values }: GridColumn, filter: ColumnFilter, pacer: Pacer): Promise<Passes | undefined> {
    if (values?.type === 'number') return filter.type === 'numbers' ? numberTest(values, filter) : undefined;
    if (!values || filter.type === 'numbers') return undefined;
    const { codes } = values;
    const passing =
      filter.type === 'contains'
        ? await codesWith(values, foldText(filter.text), pacer)
        : filter.type === 'oneOf'
          ? codesOneOf(values, filter.values)
          : codesInDays(values, filter);
    return (row) => passing[codes[row]!] === 1;
  }

  async function textTest(grid: Grid, needle: string, pacer: Pacer): Promise<Passes> {
    const tests: { readonly codes: Uint32Array; readonly found: Uint8Array }[] = [];
    for (const { values } of grid.columns) {
      if (values?.type === 'text') tests.push({ codes: values.codes, found: await codesWith(values, needle, pacer) });
    }
    return (row) => tests.some(({ codes, found }) => found[codes[row]!] === 1);
  }

  return {
    async filter(grid, { text, columns }, hidden, task = {}) {
      const pacer = createPacer(task);
      const tests: Passes[] = [];
      if (hidden) tests.push((row) => hidden[row] !== 1);
      for (const column of grid.columns) {
        const asked = columns[column.key];
        const test = asked && (await testOf(column, asked, pacer));
        if (test) tests.push(test);
      }
      const needle = foldText(text);
      if (needle) tests.push(await textTest(grid, needle, pacer));
      const rows = new Uint32Array(grid.count);
      let count = 0;
      for (let row = 0; row < grid.count; row++) {
        if (tests.every((passes) => passes(row))) rows[count++] = row;
        if (row % 2048 === 0 && pacer.isDue()) await pacer.rest();
      }
      return rows.slice(0, count);
    },
  };
}

function numberTest(
  { values }: NumberColumn,
  { from = -Infinity, to = Infinity }: { readonly from?: number | undefined; readonly to?: number | undefined },
): Passes {
  return (row) => values[row]! >= from && values[row]! <= to;
}

function codesOneOf({ dictionary }: TextColumn, wanted: readonly string[]): Uint8Array {
  const all = new Set(wanted);
  return Uint8Array.from(['', ...dictionary], (text) => Number(all.has(text.trim() === '' ? '' : text)));
}

function codesInDays(
  { dictionary }: TextColumn,
  { from = '', to = '\uffff' }: { readonly from?: string | undefined; readonly to?: string | undefined },
): Uint8Array {
  return Uint8Array.from(['', ...dictionary], (text) => {
    const day = text.slice(0, 10);
    return Number(/^\d{4}-\d{2}-\d{2}$/u.test(day) && day >= from && day <= to);
  });
}
