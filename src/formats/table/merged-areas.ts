/**
 * Merged cells of a sheet. A sheet stores their value in the first cell only; whoever reads the rows
 * beneath reads it there too.
 */
import { type Cell, isBlankCell } from './cell.ts';

/** Rows as the sheet counts them, from 1; columns from 0. Ends are within. */
export interface MergedArea {
  readonly firstRow: number;
  readonly lastRow: number;
  readonly firstColumn: number;
  readonly lastColumn: number;
}

export interface MergeFiller {
  /**
   * Fills the first column of each area that began above. Rows must come in order. Calls `filled` with
   * each column that got a value. O(areas that reach this row).
   */
  fill(cells: Cell[], line: number, filled: (column: number) => void): void;
  /** Areas that were not followed: more than a ledger has side by side. */
  readonly leftOut: number;
}

const MAX_SIDE_BY_SIDE = 500;

export function createMergeFiller(areas: readonly MergedArea[]): MergeFiller {
  const tall = areas.filter((area) => area.lastRow > area.firstRow).toSorted((a, b) => a.firstRow - b.firstRow);
  const active = new Map<number, { lastRow: number; value: Cell }>();
  let next = 0;
  let leftOut = 0;
  return {
    get leftOut() {
      return leftOut;
    },
    fill(cells, line, filled) {
      for (const [column, { lastRow, value }] of active) {
        if (line > lastRow) active.delete(column);
        else if (isBlankCell(cells[column])) {
          while (cells.length <= column) cells.push(null);
          cells[column] = value;
          filled(column);
        }
      }
      for (; next < tall.length && tall[next]!.firstRow <= line; next++) {
        const { firstRow, lastRow, firstColumn } = tall[next]!;
        const value = cells[firstColumn];
        if (firstRow !== line || isBlankCell(value)) continue;
        if (active.size < MAX_SIDE_BY_SIDE) active.set(firstColumn, { lastRow, value: value as Cell });
        else leftOut++;
      }
    },
  };
}
