/** A sheet as the workbook library holds it, as rows of cells. */
import type { CellObject, WorkSheet } from '@e965/xlsx';
import type { Cell } from '../table/cell.ts';
import { applyNumberFormat, type NumberFormat, parseNumberFormat } from '../table/number-format.ts';
import type { SheetRow, SheetSource } from '../table/read-sheets.ts';

/** Errors of formulas by their number in the file. */
const ERRORS: Readonly<Record<number, string>> = {
  0: '#NULL!',
  7: '#DIV/0!',
  15: '#VALUE!',
  23: '#REF!',
  29: '#NAME?',
  36: '#NUM!',
  42: '#N/A',
  43: '#GETTING_DATA',
};
const ROWS_PER_BATCH = 1000;
/** The most that a sheet of any workbook has. */
const MAX_COLUMNS = 16_384;
const MAX_ROWS = 1_048_576;

export function sourceOfSheet(name: string, sheet: WorkSheet, isHidden: boolean, is1904: boolean): SheetSource {
  const formats = new Map<string, NumberFormat>();
  const formatOf = (code: string): NumberFormat => {
    const found = formats.get(code) ?? parseNumberFormat(code);
    formats.set(code, found);
    return found;
  };
  const data = sheet['!data'] ?? [];
  return {
    name,
    isHidden,
    size: 1,
    done: () => 0,
    *areas() {
      return (sheet['!merges'] ?? []).map(({ s, e }) => ({
        firstRow: s.r + 1,
        lastRow: e.r + 1,
        firstColumn: s.c,
        lastColumn: e.c,
      }));
    },
    *rows() {
      let batch: SheetRow[] = [];
      // Rows and cells that a file leaves out are holes, of which a hostile one may state millions.
      for (const key of Object.keys(data)) {
        const row = Number(key);
        const found = data[row] ?? [];
        if (found.length > MAX_COLUMNS || row >= MAX_ROWS) throw new Error(`row ${row + 1}: ${found.length} columns`);
        const cells = Array.from(found, (cell) => readCell(cell, formatOf, is1904));
        batch.push({ cells, line: row + 1, isHidden: sheet['!rows']?.[row]?.hidden === true });
        if (batch.length < ROWS_PER_BATCH) continue;
        yield batch;
        batch = [];
      }
      yield batch;
    },
  };
}

function readCell(cell: CellObject | undefined, formatOf: (code: string) => NumberFormat, is1904: boolean): Cell {
  if (!cell || cell.t === 'z') return null;
  const { t: type, v: value, z: code } = cell;
  if (type === 'e') return { fault: ERRORS[Number(value)] ?? '#ERROR!' };
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) return null;
    return code === undefined ? value : applyNumberFormat(value, formatOf(String(code)), is1904);
  }
  if (value instanceof Date) return value.toISOString().slice(0, 19).replace('T00:00:00', '');
  return value ?? null;
}
