/**
 * Reads Excel workbooks of before 2007 with @e965/xlsx, and what else is called `.xls`: web pages and
 * XML, which it reads too, and texts. Nothing is calculated or fetched, and no page is run.
 */
import { read, set_cptable } from '@e965/xlsx';
import { fail, ok, type Problem, problem, type Result } from '../../core/result.ts';
import type { Task } from '../../core/task.ts';
import { readCsv } from '../csv/read-csv.ts';
import type { RawLayer, ReadInput } from '../driver.ts';
import { readSheets, reasonOf } from '../table/read-sheets.ts';
import { CODE_PAGES } from './code-pages.ts';
import { textOfHead } from './driver.ts';
import { LIBRARY_OPTIONS, type OpenedWorkbook, readMarkup } from './read-markup.ts';
import { sourceOfSheet } from './sheet-source.ts';

/** A sheet of these ends at 65,536 rows; what is larger would take the library gigabytes. */
const MAX_BYTES = 2 ** 26;

/** Fails on what is no workbook, needs a password or is damaged, and where no sheet has a row. */
export async function readXls(input: ReadInput, task: Task): Promise<Result<RawLayer[]>> {
  const kind = findKind(input.bytes);
  if (kind === 'text') return withNote(await readCsv(input, task), problem('xls-is-text'));
  if (kind === 'mhtml') return fail('workbook-other-kind', { found: 'MHTML' });
  if (input.bytes.length > MAX_BYTES)
    return fail('workbook-too-large', { megabytes: Math.round(input.bytes.length / 1e6) });
  const book = kind === 'compound' ? readCompound(input.bytes) : readMarkup(input);
  if (!book.ok) return book;
  const { workbook, isText } = book.value;
  const is1904 = workbook.Workbook?.WBProps?.date1904 === true;
  const sources = workbook.SheetNames.flatMap((name, index) => {
    const sheet = workbook.Sheets[name];
    const isHidden = (workbook.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0;
    return sheet ? [{ ...sourceOfSheet(name, sheet, isHidden, is1904), isText }] : [];
  });
  const layers = await readSheets(sources, input, task);
  return layers.ok ? ok(layers.value, [...book.notes, ...layers.notes]) : layers;
}

function findKind(bytes: Uint8Array): 'compound' | 'markup' | 'mhtml' | 'text' {
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf && bytes[2] === 0x11 && bytes[3] === 0xe0) return 'compound';
  const head = textOfHead(bytes.subarray(0, 512));
  if (/^\s*</u.test(head)) return 'markup';
  return /^\s*mime-version:/iu.test(head) ? 'mhtml' : 'text';
}

function readCompound(bytes: Uint8Array): Result<OpenedWorkbook> {
  set_cptable(CODE_PAGES);
  try {
    return ok({ workbook: read(bytes, { ...LIBRARY_OPTIONS, type: 'array' }), isText: false });
  } catch (error) {
    return fail(...explainFailure(reasonOf(error)));
  }
}

function explainFailure(reason: string): [code: string, params: { reason?: string; found?: string }] {
  if (/password|encrypt/iu.test(reason)) return ['workbook-encrypted', {}];
  if (/find workbook|unsupported file|not a spreadsheet/iu.test(reason))
    return ['workbook-other-kind', { found: 'OLE2' }];
  return ['workbook-broken', { reason }];
}

function withNote(result: Result<RawLayer[]>, note: Problem): Result<RawLayer[]> {
  return result.ok ? ok(result.value, [note, ...result.notes]) : result;
}
