/** The columns of a table while its rows come: texts, numbers, flags, and what is told of single cells. */
import type { Place } from '../../core/result.ts';
import { createColumnBuilder, createTextStore } from '../../model/column-builder.ts';
import type { Column } from '../../model/feature-batch.ts';
import type { NoteList } from '../../model/note-list.ts';
import { type Cell, stripGuard } from './cell.ts';
import { hasLostDigits, isCodeName, isCodeNumber } from './number-text.ts';
import { createPlainTextColumn, createTextNumberColumn } from './text-number-column.ts';

export interface TableColumns {
  /** Cells beyond the header are passed over. */
  append(cells: readonly Cell[], index: number, at: Place): void;
  /** Whether more cells would be held than fit into memory: from then on new columns stay empty. */
  isTooLarge(count: number): boolean;
  /** All of them, in the order of the header, each `count` long. To be called once. */
  finish(count: number): Map<string, Column>;
}

interface CellColumn {
  set(row: number, value: string | number | boolean): void;
  finish(count: number): Column;
}

/** A million rows of sixty columns. More would take a gigabyte: a number and its decimals take nine bytes, and room to grow. */
export const MAX_CELLS = 60_000_000;

export function createTableColumns(header: readonly string[], isText: boolean, notes: NoteList): TableColumns {
  const columns: (CellColumn | undefined)[] = header.map(() => undefined);
  let used = 0;
  let isFull = false;

  /** Undefined for one that would make the table too large: a late column is as long as all others at once. */
  const columnAt = (column: number, index: number): CellColumn | undefined => {
    const found = columns[column];
    if (found) return found;
    isFull ||= (used + 1) * index > MAX_CELLS;
    if (isFull) return undefined;
    used++;
    const created = isText ? createColumnOfText(header[column]!) : createTypedColumn(header[column]!);
    columns[column] = created;
    return created;
  };

  return {
    append(cells, index, at) {
      const width = Math.min(cells.length, header.length);
      for (let column = 0; column < width; column++) {
        const cell = cells[column]!;
        if (cell === null || cell === '') continue;
        if (typeof cell === 'object') {
          const code = cell.fault === '' ? 'table-formula-without-value' : 'table-cell-error';
          notes.add(code, { found: cell.fault }, { ...at, column: header[column]! });
          continue;
        }
        if (typeof cell === 'number' && hasLostDigits(cell))
          notes.add('table-digits-lost', { found: String(cell) }, { ...at, column: header[column]! });
        const value = typeof cell === 'string' ? cell.trim() : cell;
        if (value !== '') columnAt(column, index)?.set(index, value);
      }
    },
    isTooLarge: (count) => isFull || used * count > MAX_CELLS,
    finish(count) {
      // Whatever their number, columns without a value share one.
      const empty = createTextStore().finish(count);
      return new Map(
        header.map((name, column) => {
          const built = columns[column]?.finish(count) ?? empty;
          columns[column] = undefined;
          return [name, built];
        }),
      );
    },
  };
}

/** A text with a guard is one, whatever digits stand behind the guard. */
function createColumnOfText(name: string): CellColumn {
  const column = isCodeName(name) ? createPlainTextColumn() : createTextNumberColumn();
  return {
    set(row, value) {
      const text = stripGuard(String(value));
      column.set(row, text, text !== value);
    },
    finish: (count) => column.finish(count),
  };
}

/** Cells of a workbook have their types; numbers of a column of codes, and those as long as codes, are texts. */
function createTypedColumn(name: string): CellColumn {
  const column = createColumnBuilder();
  const areCodes = isCodeName(name);
  return {
    set(row, value) {
      const isCode = typeof value === 'number' && (areCodes || isCodeNumber(value));
      column.set(row, typeof value === 'string' ? stripGuard(value) : isCode ? String(value) : value);
    },
    finish: (count) => column.finish(count),
  };
}
