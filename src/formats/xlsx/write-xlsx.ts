/**
 * One Excel sheet: a header that stays in view, texts as texts (codes keep their zeros), formulas made
 * harmless, shapes as WKT. A cell holds 32,767 characters: a longer shape is left out, a longer text
 * cut, and both are told.
 */
import writeXlsxFile from 'write-excel-file/universal';
import { fail, ok, type Result } from '../../core/result.ts';
import { countUnwritable } from '../../core/xml-text.ts';
import type { Value } from '../../model/feature-batch.ts';
import { createNoteList } from '../../model/note-list.ts';
import type { WriteLayer } from '../driver.ts';
import { neutralizeFormula, tableOf } from '../table-of.ts';

/** What a sheet can hold, header included. */
const MAX_ROWS = 1_048_576;
const MAX_TEXT = 32_767;
/** Shapes are there to be read again, not to be looked at. */
const WKT_WIDTH = 10;

export async function writeXlsx(layer: WriteLayer): Promise<Result<Uint8Array<ArrayBuffer>>> {
  const { header, rows, wkt } = tableOf(layer.batch);
  if (rows.length >= MAX_ROWS) return fail('xlsx-too-many-rows', { count: rows.length, total: MAX_ROWS - 1 });
  const cut = header.map(() => 0);
  let unwritable = 0;
  const fitted = (value: Value, column: number): Value => {
    if (typeof value !== 'string') return value;
    unwritable += countUnwritable(value);
    const text = neutralizeFormula(value);
    if (text.length <= MAX_TEXT) return text;
    cut[column]!++;
    return column === wkt ? null : text.slice(0, MAX_TEXT);
  };
  const sheet = [
    header.map((name) => ({ value: neutralizeFormula(name), type: String, fontWeight: 'bold' as const })),
    ...rows.map((row) => row.map((value, column) => cellOf(fitted(value, column)))),
  ];
  const columns = header.map((name, index) => ({ width: index === wkt ? WKT_WIDTH : widthOf(name, rows, index) }));
  const file = await writeXlsxFile(sheet, { sheet: sheetName(layer.name), columns, stickyRowsCount: 1 }).toBlob();
  const notes = createNoteList();
  for (const [column, count] of cut.entries()) {
    if (count === 0) continue;
    if (column === wkt) notes.add('shapes-left-out', { count, limit: MAX_TEXT });
    else notes.add('xlsx-texts-cut', { count, limit: MAX_TEXT }, { column: header[column]! });
  }
  if (unwritable > 0) notes.add('xml-characters-left-out', { count: unwritable });
  return ok(new Uint8Array(await file.arrayBuffer()), notes.finish());
}

function cellOf(value: Value) {
  if (value === null) return null;
  if (typeof value === 'number') return { value, type: Number };
  if (typeof value === 'boolean') return { value, type: Boolean };
  return { value, type: String };
}

/** Wide enough for the header and the first rows; a Chinese character takes two places. */
function widthOf(name: string, rows: readonly (readonly Value[])[], column: number): number {
  const places = (text: string) => [...text].reduce((sum, letter) => sum + (letter > '\u02ff' ? 2 : 1), 0);
  const widest = Math.max(places(name), ...rows.slice(0, 100).map((row) => places(String(row[column] ?? ''))));
  return Math.min(60, Math.max(8, widest + 2));
}

/** Excel allows 31 characters, none of `[]:*?/\`, and no empty name. */
function sheetName(name: string): string {
  return (
    name
      .replace(/[[\]:*?/\\]/gu, ' ')
      .trim()
      .slice(0, 31) || 'Sheet1'
  );
}
