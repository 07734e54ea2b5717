/** Rows among a table's records that are none: totals, headers that pages repeat, and what is signed beneath. */

import { type Cell, isBlankCell, textOfCell } from './cell.ts';

export type LeftOutRow = 'table-total-row' | 'table-header-again' | 'table-footer-row';

const TOTAL =
  /^(?:合\s*计|总\s*计|小\s*计|累\s*计|共\s*计|总\s*和|本页合计|sub-?total|(?:grand\s+)?total|sum)\s*[:：]?$/iu;
const FOOTER =
  /^(?:填\s*表|填\s*报|制\s*表|审\s*核|复\s*核|核\s*对|备\s*注|注|说\s*明|单位负责人|负责人|联系人|联系电话|报送|打印)[^:：]{0,6}[:：]/u;
/** A total may stand behind a number and a name that were left blank or merged. */
const MOST_IN_FOOTER = 3;

export interface RowJudge {
  /** Undefined for a record. O(cells), for most rows only up to the first that is filled. */
  judge(cells: readonly Cell[]): LeftOutRow | undefined;
}

/** `above` are the rows that stand above the records. */
export function createRowJudge(above: readonly (readonly string[])[]): RowJudge {
  const rows = above.map((cells) => cells.filter((cell) => cell !== '')).filter((filled) => filled.length > 0);
  // In a table of one column its name may be a value too.
  const isWide = rows.some((filled) => filled.length > 1);
  const known = new Map(isWide ? rows.map((filled) => [filled[0]!, filled]) : []);
  return {
    judge(cells) {
      const first = textOfCell(cells.find((cell) => !isBlankCell(cell)));
      if (TOTAL.test(first)) return 'table-total-row';
      const isAgain = known.has(first) && sameTexts(cells, known.get(first)!);
      if (isAgain) return 'table-header-again';
      if (FOOTER.test(first) && filledTexts(cells).length <= MOST_IN_FOOTER) return 'table-footer-row';
      return undefined;
    },
  };
}

const filledTexts = (cells: readonly Cell[]): string[] => cells.map(textOfCell).filter((cell) => cell !== '');

function sameTexts(cells: readonly Cell[], filled: readonly string[]): boolean {
  const own = filledTexts(cells);
  return own.length === filled.length && own.every((cell, at) => cell === filled[at]);
}
