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

/** Fonts differ, and what does not fit its line makes the row higher on that machine alone. */
const SURE_SHARE = 0.9;

export function rowHeight(cells: readonly string[], widths: readonly number[]): number {
  const lines = cells.map((cell, index) =>
    countLines(cell, POINTS.table, SURE_SHARE * ((widths[index] ?? 1) - 2 * CELL_MARGIN.horizontal)),
  );
  return heightOfLines(Math.max(1, ...lines), POINTS.table) + 2 * CELL_MARGIN.vertical;
}

export interface BoardPages {
  readonly pages: readonly (readonly (readonly string[])[])[];
  /** Rows that have no page any more. */
  readonly left: number;
}

/** Nobody turns more pages of one table: the ledger has them all. */
const MOST_PAGES = 3;

/**
 * At least one page, and one row a page.
 *
 * @param widthOf inches of the table on a page: a chart stands beside the first
 */
export function paginateBoard(board: DeckBoard, widthOf: (page: number) => number, height: number): BoardPages {
  const pages: (readonly string[])[][] = [];
  let free = 0;
  let widths: readonly number[] = [];
  for (const [index, row] of board.rows.entries()) {
    let page = pages.at(-1);
    if (!page || (rowHeight(row, widths) > free && page.length > 0)) {
      if (pages.length === MOST_PAGES) return { pages, left: board.rows.length - index };
      widths = columnWidths(board, widthOf(pages.length));
      free = height - headHeight(board, widths);
      page = [];
      pages.push(page);
    }
    page.push(row);
    free -= rowHeight(row, widths);
  }
  return { pages: pages.length === 0 ? [[]] : pages, left: 0 };
}

const headHeight = ({ columns }: DeckBoard, widths: readonly number[]) =>
  rowHeight(
    columns.map(({ header }) => header),
    widths,
  );
