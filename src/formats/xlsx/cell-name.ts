/** `B12` and `A1:C3`, as workbooks name cells and areas. */
import type { MergedArea } from '../table/merged-areas.ts';

const MAX_COLUMNS = 16_384;
const MAX_ROWS = 1_048_576;
const CAPITAL_A = 65;

/** Column from 0, row from 1; undefined for what is no cell of a sheet. */
export function parseCellName(name: string | undefined): { readonly column: number; readonly row: number } | undefined {
  if (name === undefined) return undefined;
  let column = 0;
  let at = 0;
  for (; at < name.length; at++) {
    const letter = name.charCodeAt(at) - CAPITAL_A;
    if (letter < 0 || letter > 25) break;
    column = column * 26 + letter + 1;
    if (column > MAX_COLUMNS) return undefined;
  }
  const row = Number(name.slice(at));
  return column > 0 && row >= 1 && row <= MAX_ROWS ? { column: column - 1, row } : undefined;
}

export function parseMergedArea(name: string): MergedArea | undefined {
  const [first, last] = name.split(':').map(parseCellName);
  if (!first || !last) return undefined;
  return { firstRow: first.row, lastRow: last.row, firstColumn: first.column, lastColumn: last.column };
}
