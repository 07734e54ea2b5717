/**
 * A table as CSV for Excel: UTF-8 with a byte order mark (else Chinese turns to �), CRLF, RFC 4180
 * quotes. Text that a spreadsheet would run as a formula is led by an apostrophe.
 */
import type { Table, TableCell } from './table.ts';

/** Pieces of text; the first one starts with the byte order mark. */
export function* tableCsv(table: Table): Generator<string> {
  let piece = `\uFEFF${line(table.columns.map(({ header }) => header))}`;
  for (const cells of table.rows) {
    piece += line(cells);
    if (piece.length < 65_536) continue;
    yield piece;
    piece = '';
  }
  yield piece;
}

function line(cells: readonly TableCell[]): string {
  return `${cells.map(formatCell).join(',')}\r\n`;
}

function formatCell(cell: TableCell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  const safe = neutralizeFormula(cell);
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** OWASP's list: = + - @, tab and carriage return at the start, after any blanks, full-width forms too. */
export function neutralizeFormula(text: string): string {
  return /^\s*[=+\-@＝＋－＠\t\r]/.test(text) ? `'${text}` : text;
}
