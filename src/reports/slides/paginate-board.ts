/** A board's rows cut into what fits one slide each: office programs do not break a table over slides. Pure. */
import { countLines, heightOfLines } from './fit-text.ts';
import type { DeckBoard } from './slide-deck.ts';
import { POINTS } from './slide-look.ts';

/** Above and below the text of a cell, and left and right of it. */
export const CELL_MARGIN = { vertical: 0.04, horizontal: 0.08 } as const;

/** Inches of each column of a table. */
export function columnWidths({ columns }: Pick<DeckBoard, 'columns'>, width: number): number[] {
  const total = columns.reduce((sum, { weight }) => sum + weight, 0);
  return columns.map(({ weight }) => (weight / total) * width);
}

export function rowHeight(cells: readonly string[], widths: readonly number[]): number {
  const lines = cells.map((cell, index) =>
    countLines(cell, POINTS.table, (widths[index] ?? 1) - 2 * CELL_MARGIN.horizontal),
  );
  return heightOfLines(Math.max(1, ...lines), POINTS.table) + 2 * CELL_MARGIN.vertical;
}

/** At least one page and one row a page. O(cells). */
export function paginateBoard(
  board: DeckBoard,
  width: number,
  height: number,
): readonly (readonly (readonly string[])[])[] {
  const widths = columnWidths(board, width);
  const head = rowHeight(
    board.columns.map(({ header }) => header),
    widths,
  );
  const pages: (readonly string[])[][] = [[]];
  let left = height - head;
  for (const row of board.rows) {
    const needed = rowHeight(row, widths);
    let page = pages.at(-1) as (readonly string[])[];
    if (needed > left && page.length > 0) {
      page = [];
      pages.push(page);
      left = height - head;
    }
    page.push(row);
    left -= needed;
  }
  return pages;
}
