/** Workbooks in angle brackets: web pages with tables, which offices' systems hand out as `.xls`, and the XML of Excel 2003. */
import { read, type WorkBook } from '@e965/xlsx';
import { fail, ok, type Problem, problem, type Result } from '../../core/result.ts';
import { decodeText } from '../decode-text.ts';
import type { ReadInput } from '../driver.ts';
import { reasonOf } from '../table/read-sheets.ts';

export interface OpenedWorkbook {
  readonly workbook: WorkBook;
  /** All cells are texts. */
  readonly isText: boolean;
  /** Sheets that begin in the file and do not come to an end: the library passes them over. */
  readonly missing: readonly string[];
}

/** Values alone: no formulas, no markup, no texts made of numbers. */
export const LIBRARY_OPTIONS = {
  dense: true,
  cellNF: true,
  cellHTML: false,
  cellFormula: false,
  cellText: false,
  raw: true,
} as const;

/** A page of tables that was called a workbook, or the XML of Excel 2003; either in the encoding that it states or has. */
export function readMarkup({ bytes, options }: ReadInput): Result<OpenedWorkbook> {
  const decoded = decodeText(bytes, options.encoding ?? statedEncoding(bytes));
  if (!decoded.ok) return decoded;
  const { text } = decoded.value;
  const isXml = /urn:schemas-microsoft-com:office:spreadsheet/iu.test(text.slice(0, 4096));
  if (!isXml && !/<table[\s>]/iu.test(text)) return fail('html-without-table');
  const notes: Problem[] = [...decoded.notes, problem(isXml ? 'xls-is-xml' : 'xls-is-html')];
  try {
    const workbook = read(isXml ? text.trim() : tablesOf(text), { ...LIBRARY_OPTIONS, type: 'string' });
    if (!isXml && isPageDamaged(text)) notes.push(problem('xls-page-damaged'));
    if (!isXml) return ok({ workbook, isText: true, missing: [] }, notes);
    if (!/<\/(?:\w+:)?workbook\s*>\s*$/iu.test(text.slice(-100))) notes.push(problem('xls-xml-cut-off'));
    return ok({ workbook, isText: false, missing: findMissing(text, workbook.SheetNames) }, notes);
  } catch (error) {
    return fail('workbook-broken', { reason: reasonOf(error) });
  }
}

/** From the first table on: by what stands in its head the library takes a page for a text, or for XML. */
const tablesOf = (text: string): string => `<html>${text.slice(text.search(/<table[\s>]/iu))}`;

/** Cut off, or with a table that has lost its beginning or its end: the library takes what is between the two. */
function isPageDamaged(text: string): boolean {
  const count = (tag: RegExp) => text.match(tag)?.length ?? 0;
  if (count(/<table[\s>]/giu) !== count(/<\/table\s*>/giu)) return true;
  const firstTable = text.search(/<table[\s>]/iu);
  if (/<tr[\s>]/iu.test(text.slice(0, firstTable))) return true;
  return /<html[\s>]/iu.test(text) && !/<\/html\s*>/iu.test(text);
}

function findMissing(text: string, read: readonly string[]): string[] {
  const begun = [...text.matchAll(/<(?:\w+:)?worksheet\s[^>]*?\bname\s*=\s*["']([^"'<>]*)/giu)].map(
    ([, name = '']) => name,
  );
  // Names with entities are written otherwise than the library gives them: only the count is sure.
  return begun.length > read.length ? begun.filter((name) => !read.includes(name)) : [];
}

function statedEncoding(bytes: Uint8Array): string | undefined {
  const head = String.fromCharCode(...bytes.subarray(0, 1024));
  const stated = /\b(?:charset|encoding)\s*=\s*["']?([\w-]+)/iu.exec(head)?.[1]?.toLowerCase();
  // Pages that say UTF-8 may still be GBK: only reading them tells.
  return stated !== undefined && /^gb/u.test(stated) ? 'gb18030' : undefined;
}
