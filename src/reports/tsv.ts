/** A table as text with tabs, as a spreadsheet takes it from the clipboard. Text that would run as a formula is led by an apostrophe. */
import { neutralizeFormula } from './csv.ts';
import type { Table, TableCell } from './table.ts';

/** With the header; lines end in a line feed. Tabs and line breaks within a cell become blanks. */
export function tableTsv({ columns, rows }: Table): string {
  const lines = [columns.map(({ header }) => formatCell(header)).join('\t')];
  for (const cells of rows) lines.push(cells.map(formatCell).join('\t'));
  return `${lines.join('\n')}\n`;
}

function formatCell(cell: TableCell): string {
  if (cell === null) return '';
  return typeof cell === 'number' ? String(cell) : neutralizeFormula(cell.replaceAll(/[\t\r\n]+/gu, ' '));
}
