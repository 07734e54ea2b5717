/** One Excel sheet: a header that stays in view, texts as texts (codes keep their zeros), formulas made harmless. */
import writeXlsxFile from 'write-excel-file/universal';
import { fail, ok, type Result } from '../../core/result.ts';
import type { Value } from '../../model/feature-batch.ts';
import type { WriteLayer } from '../driver.ts';
import { neutralizeFormula, tableOf } from '../table-of.ts';

/** What a sheet can hold, header included. */
const MAX_ROWS = 1_048_576;
const MAX_TEXT = 32_767;

export async function writeXlsx(layer: WriteLayer): Promise<Result<Uint8Array<ArrayBuffer>>> {
  const { header, rows } = tableOf(layer.batch);
  if (rows.length >= MAX_ROWS) return fail('xlsx-too-many-rows', { count: rows.length, total: MAX_ROWS - 1 });
  const sheet = [
    header.map((name) => ({ value: neutralizeFormula(name), type: String, fontWeight: 'bold' as const })),
    ...rows.map((row) => row.map(cellOf)),
  ];
  const columns = header.map((name, index) => ({ width: widthOf(name, rows, index) }));
  const file = await writeXlsxFile(sheet, { sheet: sheetName(layer.name), columns, stickyRowsCount: 1 }).toBlob();
  return ok(new Uint8Array(await file.arrayBuffer()));
}

function cellOf(value: Value) {
  if (value === null) return null;
  if (typeof value === 'number') return { value, type: Number };
  if (typeof value === 'boolean') return { value, type: Boolean };
  return { value: neutralizeFormula(value).slice(0, MAX_TEXT), type: String };
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
