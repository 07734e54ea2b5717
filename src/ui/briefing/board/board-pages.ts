/** How a board is cut into pages of a wall: what is read from the last row has few rows. */
import type { Board } from '../../../reports/boards/board.ts';
import { countPages, itemsOf, pageOf } from '../../../reports/boards/build-board.ts';

/** Of which one page has so many at most: at 1/30 of the height and more a line; with the head and what comes after, no more fit. */
export const PER_PAGE = { bars: 7, table: 7, cards: 4 } as const;

export type BoardPage =
  | { readonly type: 'content'; readonly board: Board; readonly later: number }
  /** How it was counted. */
  | { readonly type: 'rules'; readonly lines: readonly string[] };

/** And so many counting rules. */
export const RULES_PER_PAGE = 6;

/** At least one; counting rules and sources come last. */
export function listPages(board: Board, perPage: number, rulesPerPage: number): BoardPage[] {
  const count = board.nothing === undefined ? countPages(board, perPage) : 1;
  const total = itemsOf(board);
  const content = Array.from({ length: count }, (_, page) => ({
    type: 'content' as const,
    board: pageOf(board, page, perPage),
    later: Math.max(0, total - (page + 1) * perPage),
  }));
  const lines = [...board.notes, ...board.sources];
  const rules = Array.from({ length: Math.ceil(lines.length / rulesPerPage) }, (_, page) => ({
    type: 'rules' as const,
    lines: lines.slice(page * rulesPerPage, (page + 1) * rulesPerPage),
  }));
  return [...content, ...rules];
}
