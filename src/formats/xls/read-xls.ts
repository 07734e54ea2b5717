/**
 * Reads Excel workbooks of before 2007 with @e965/xlsx, and what else is called `.xls`: web pages and
 * XML, which it reads too, and texts. Nothing is calculated or fetched, and no page is run.
 */
import { CFB, read, set_cptable } from '@e965/xlsx';
import { fail, ok, type Problem, problem, type Result } from '../../core/result.ts';
import type { Task } from '../../core/task.ts';
import { readCsv } from '../csv/read-csv.ts';
import type { RawLayer, ReadInput } from '../driver.ts';
import { readSheets, reasonOf } from '../table/read-sheets.ts';
import { cleanRecords } from './clean-records.ts';
import { CODE_PAGES } from './code-pages.ts';
import { LIBRARY_OPTIONS, type OpenedWorkbook, readMarkup } from './read-markup.ts';
import { sourceOfSheet } from './sheet-source.ts';
import { textOfHead } from './text-of-head.ts';

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
  const missing = [...book.value.missing];
  const sources = workbook.SheetNames.flatMap((name) => {
    const sheet = workbook.Sheets[name];
    // Empty sheets have no properties, so that those of others do not stand at their place.
    const isHidden = (workbook.Workbook?.Sheets?.find((other) => other.name === name)?.Hidden ?? 0) !== 0;
    if (sheet) return [{ ...sourceOfSheet(name, sheet, isHidden, is1904), isText }];
    missing.push(name);
    return [];
  });
  const layers = await readSheets(sources, input, task, missing);
  if (layers.ok) return ok(layers.value, [...book.notes, ...layers.notes]);
  const damage = book.notes.find(({ code }) => code === 'xls-records-damaged');
  return damage ? { ok: false, problem: damage } : layers;
}

function findKind(bytes: Uint8Array): 'compound' | 'markup' | 'mhtml' | 'text' {
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf && bytes[2] === 0x11 && bytes[3] === 0xe0) return 'compound';
  const head = textOfHead(bytes.subarray(0, 512));
  if (/^\s*</u.test(head)) return 'markup';
  return /^\s*mime-version:/iu.test(head) ? 'mhtml' : 'text';
}

/** Of all that a compound file holds only the workbook is looked at, and of that only what `cleanRecords` lets through. */
function readCompound(bytes: Uint8Array): Result<OpenedWorkbook> {
  set_cptable(CODE_PAGES);
  try {
    const file = CFB.read(bytes, { type: 'array' });
    if (CFB.find(file, '/EncryptedPackage') || CFB.find(file, '/encryption')) return fail('workbook-encrypted');
    const found = CFB.find(file, '/Workbook') ?? CFB.find(file, '/Book');
    if (!found) return fail('workbook-other-kind', { found: 'OLE2' });
    const { stream, damaged, isWorkbook } = cleanRecords(Uint8Array.from(found.content as ArrayLike<number>));
    if (!isWorkbook) return fail('workbook-other-kind', { found: 'Excel 4' });
    const workbook = read(stream, { ...LIBRARY_OPTIONS, type: 'buffer' });
    return ok(
      { workbook, isText: false, missing: [] },
      damaged > 0 ? [problem('xls-records-damaged', { count: damaged })] : [],
    );
  } catch (error) {
    return fail(...explainFailure(reasonOf(error)));
  }
}

function explainFailure(reason: string): [code: string, params: { reason?: string }] {
  if (/password|encrypt/iu.test(reason)) return ['workbook-encrypted', {}];
  return ['workbook-broken', { reason }];
}

function withNote(result: Result<RawLayer[]>, note: Problem): Result<RawLayer[]> {
  return result.ok ? ok(result.value, [note, ...result.notes]) : result;
}
