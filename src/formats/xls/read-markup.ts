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
    const workbook = read(text.trim(), { ...LIBRARY_OPTIONS, type: 'string' });
    return ok({ workbook, isText: !isXml }, notes);
  } catch (error) {
    return fail('workbook-broken', { reason: reasonOf(error) });
  }
}

function statedEncoding(bytes: Uint8Array): string | undefined {
  const head = String.fromCharCode(...bytes.subarray(0, 1024));
  const stated = /\b(?:charset|encoding)\s*=\s*["']?([\w-]+)/iu.exec(head)?.[1]?.toLowerCase();
  // Pages that say UTF-8 may still be GBK: only reading them tells.
  return stated !== undefined && /^gb/u.test(stated) ? 'gb18030' : undefined;
}
