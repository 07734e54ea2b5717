/**
 * Tables as one Excel file. Text is stored as text, so nothing in it can run as a formula. The
 * archive's entries get a fixed date, so two runs give the same bytes.
 */
import writeExcelFile, { type Cell, type Sheet } from 'write-excel-file/universal';
import { displayWidth } from '../i18n/display-width.ts';
import type { Table, TableCell, TableColumnType } from './table.ts';
import { fixZipDates } from './zip-dates.ts';

/** Excel's own limit, header included. */
const ROWS_PER_SHEET = 1_048_576;
/** Excel's own limit for the text of one cell. */
const CHARACTERS_PER_CELL = 32_767;

const NUMBER_FORMATS: Readonly<Partial<Record<TableColumnType, string>>> = {
  count: '#,##0',
  number: '#,##0.000',
  fraction: '0.0000',
  degrees: '0.0000000',
};

/** The bytes of an .xlsx with one sheet per table (more where a table is longer than a sheet can be). */
export async function tablesXlsx(tables: readonly Table[]): Promise<Uint8Array<ArrayBuffer>> {
  const sheets = tables.flatMap((table) => toSheets(table));
  // The writer's own type names Blob, which pure folders do not know.
  const blob = (await writeExcelFile(sheets).toBlob()) as unknown as { arrayBuffer(): Promise<ArrayBuffer> };
  const bytes = new Uint8Array(await blob.arrayBuffer());
  fixZipDates(bytes);
  return bytes;
}

function toSheets(table: Table): Sheet<never>[] {
  const header: Cell[] = table.columns.map((column) => ({
    value: column.header,
    type: String,
    fontWeight: 'bold',
    wrap: true,
  }));
  const pages: Cell[][][] = [[header]];
  const widths = table.columns.map((column) => displayWidth(column.header));
  for (const cells of table.rows) {
    let page = pages.at(-1) as Cell[][];
    if (page.length === ROWS_PER_SHEET) {
      page = [header];
      pages.push(page);
    }
    page.push(cells.map((cell, index) => toCell(cell, table.columns[index]?.type ?? 'text')));
    if (page.length < 200) for (const [index, cell] of cells.entries()) widen(widths, index, cell);
  }
  return pages.map((data, index) => ({
    data,
    sheet: sheetName(table.title, index),
    stickyRowsCount: 1,
    columns: widths.map((width) => ({ width: Math.min(Math.max(width + 2, 8), 60) })),
  }));
}

function toCell(cell: TableCell, type: TableColumnType): Cell {
  if (cell === null || cell === '') return null;
  if (typeof cell === 'string') return { value: cell.slice(0, CHARACTERS_PER_CELL), type: String };
  const format = NUMBER_FORMATS[type];
  return format ? { value: cell, type: Number, format } : { value: cell, type: Number };
}

function widen(widths: number[], index: number, cell: TableCell): void {
  if (cell !== null) widths[index] = Math.max(widths[index] ?? 0, displayWidth(String(cell)));
}

/** Excel allows 31 characters and none of these. */
function sheetName(title: string, index: number): string {
  const suffix = index === 0 ? '' : ` ${index + 1}`;
  return title.replaceAll(/[\\/?*[\]:]/g, ' ').slice(0, 31 - suffix.length) + suffix;
}
