/**
 * Reads Excel workbooks, each sheet a layer. Sheets are unpacked and read row by row: a million rows take
 * no more memory than their columns. Values are those that were stored; no formula is calculated, and
 * nothing that the file refers to is fetched.
 *
 * Of the libraries, read-excel-file knows no merged cells and @e965/xlsx needs a whole sheet in one
 * string and an object for each cell; beneath this reader are the unzipper and the XML parser of the first.
 */
import { fail, type Result } from '../../core/result.ts';
import type { Task } from '../../core/task.ts';
import type { RawLayer, ReadInput } from '../driver.ts';
import { readSheets, reasonOf, type SheetSource } from '../table/read-sheets.ts';
import { readMergedAreas } from './read-merged-areas.ts';
import { readSheetRows } from './read-sheet.ts';
import { readWorkbook, type SheetEntry, type Workbook } from './read-workbook.ts';
import { unpackText } from './unpack-pieces.ts';
import { readZipDirectory, type ZipDirectory, type ZipEntry } from './zip-directory.ts';

/** Fails where no sheet has a row, and on what is no workbook or damaged throughout. */
export async function readXlsx(input: ReadInput, task: Task): Promise<Result<RawLayer[]>> {
  const parts = readZipDirectory(input.bytes);
  if (!parts.ok) return parts;
  const other = nameOtherKind(parts.value);
  if (other) return fail('workbook-other-kind', { found: other });
  let workbook: Workbook | undefined;
  try {
    workbook = readWorkbook(parts.value);
  } catch (error) {
    return fail('workbook-broken', { reason: reasonOf(error) });
  }
  if (!workbook) return fail('workbook-other-kind', { found: 'ZIP' });
  const book = workbook;
  const missing: string[] = [];
  const sources = book.sheets.flatMap((sheet) => {
    const entry = parts.value.get(sheet.path);
    if (!entry) missing.push(sheet.name);
    return entry ? [sourceOf(sheet, entry, book)] : [];
  });
  return readSheets(sources, input, task, missing);
}

/** Other files of offices are zips with the same beginning. */
function nameOtherKind(parts: ZipDirectory): string | undefined {
  if (parts.has('xl/workbook.bin')) return 'XLSB';
  if (parts.has('word/document.xml')) return 'Word';
  return parts.has('ppt/presentation.xml') ? 'PowerPoint' : undefined;
}

function sourceOf({ name, isHidden }: SheetEntry, entry: ZipEntry, workbook: Workbook): SheetSource {
  const packed = entry.bytes.length;
  let done = 0;
  return {
    name,
    isHidden,
    size: 2 * packed,
    done: () => done,
    *areas() {
      return yield* readMergedAreas(unpackText(entry, (at) => (done = at)));
    },
    *rows() {
      const text = unpackText(entry, (at) => (done = packed + at));
      yield* readSheetRows(text, workbook);
    },
  };
}
