/**
 * What stands in the cells of one field of a .dbf, by the field's type. Numbers that a double cannot
 * hold, and codes with leading zeros, stay text. Knows one column; what cannot be read is told.
 */

import { parseDateText } from '../../model/date-text.ts';
import type { NoteList } from '../../model/note-list.ts';
import type { DbfField } from './dbf-header.ts';
import type { ReadMemo } from './read-memo.ts';
import { viewOf } from './shape-types.ts';

export interface CellContext {
  /** What the field is called, for notes. */
  readonly column: string;
  readonly encoding: string;
  readonly memo: ReadMemo | undefined;
  readonly notes: NoteList;
}

type CellValue = string | number | boolean | null;
/** The value of a cell given its bytes; `row` is for notes. */
export type ReadCell = (bytes: Uint8Array, row: number) => CellValue;

export interface CellReader {
  readonly read: ReadCell;
  /** What is told once the column is through. */
  finish(): void;
}

const NUMBER = /^[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?$/u;
/** A code, no quantity. */
const LEADING_ZERO = /^0\d+$/u;
const INTEGER = /^\+?(-?\d+)(?:\.0*)?$/u;
/** A number of fewer characters is a double to the last digit. */
const DIGITS_ALWAYS_HELD = 16;
const DIGITS_OF_A_DATE = /^\d{8}$/u;
const MS_PER_DAY = 86_400_000;
/** Days from the Julian day 0 to 1970. */
const JULIAN_1970 = 2_440_588;

/** Undefined for types that hold no values of a table (pictures, objects). */
export function createCellReader(field: DbfField, context: CellContext): CellReader | undefined {
  const plain = (read: ReadCell): CellReader => ({ read, finish: () => {} });
  switch (field.type) {
    case 'C':
    case 'V':
      return createTextReader(field, context);
    case 'N':
    case 'F':
      return plain((bytes, row) => readNumber(bytes, row, context));
    case 'D':
      return plain((bytes, row) => readDate(bytes, row, context));
    case 'L':
      return plain((bytes, row) => readLogical(bytes, row, context));
    case 'M':
      return createMemoCellReader(field, context);
    case 'I':
      return field.length === 4 ? plain((bytes) => viewOf(bytes).getInt32(0, true)) : undefined;
    case 'B':
    case 'O':
      return field.length === 8 ? plain((bytes) => viewOf(bytes).getFloat64(0, true)) : undefined;
    case 'T':
    case '@':
      return field.length === 8 ? plain(readInstant) : undefined;
    default:
      return undefined;
  }
}

/** Whether a column of digits must stay text as a whole: one cell is a code or has more digits than a double holds. */
export function mustStayText(bytes: Uint8Array): boolean {
  const filled = trim(bytes);
  const mayBeCode = filled[0] === 0x30 && filled.length > 1;
  if (!mayBeCode && filled.length < DIGITS_ALWAYS_HELD) return false;
  const text = asciiOf(filled);
  const digits = INTEGER.exec(text)?.[1];
  if (LEADING_ZERO.test(text)) return true;
  return digits !== undefined && !Number.isSafeInteger(Number(digits)) && String(Number(digits)) !== digits;
}

/** A cell of plain letters, without the blanks and zero bytes around them. */
export const asciiOf = (bytes: Uint8Array): string => String.fromCharCode(...trim(bytes));

const isBlank = (byte: number | undefined): boolean => byte === 0 || byte === 0x20 || (byte! >= 9 && byte! <= 13);

function trim(bytes: Uint8Array): Uint8Array {
  let [start, end] = [0, bytes.length];
  while (end > 0 && isBlank(bytes[end - 1])) end--;
  while (start < end && isBlank(bytes[start])) start++;
  return bytes.subarray(start, end);
}

function createTextReader(field: DbfField, { column, encoding, notes }: CellContext): CellReader {
  const decoder = new TextDecoder(encoding);
  let [cut, damaged] = [0, 0];
  return {
    read(bytes) {
      const filled = trim(bytes);
      const text = decoder.decode(filled);
      const isCut = text.endsWith('\uFFFD') && !isBlank(bytes.at(-1));
      if (isCut) cut++;
      else if (text.includes('\uFFFD')) damaged++;
      return (isCut ? text.replace(/\uFFFD+$/u, '') : text).trim() || null;
    },
    finish() {
      if (cut > 0) notes.add('dbf-texts-cut', { count: cut, width: field.length }, { column });
      if (damaged > 0) notes.add('dbf-texts-damaged', { count: damaged, encoding }, { column });
    },
  };
}

function readNumber(bytes: Uint8Array, row: number, { column, notes }: CellContext): number | null {
  const text = asciiOf(bytes);
  if (text === '') return null;
  if (NUMBER.test(text)) return Number(text);
  // Stars stand for a number too long for its field.
  const code = /^\*+$/u.test(text) ? 'dbf-number-overflow' : 'dbf-value-unreadable';
  notes.add(code, { found: text.slice(0, 40) }, { row, column });
  return null;
}

function readDate(bytes: Uint8Array, row: number, { column, notes }: CellContext): string | null {
  const text = asciiOf(bytes);
  if (text === '' || /^0+$/u.test(text)) return null;
  const date = DIGITS_OF_A_DATE.test(text) || /[-/.]/u.test(text) ? parseDateText(text) : undefined;
  if (date === undefined) notes.add('dbf-value-unreadable', { found: text.slice(0, 40) }, { row, column });
  return date ?? null;
}

function readLogical(bytes: Uint8Array, row: number, { column, notes }: CellContext): boolean | null {
  const text = asciiOf(bytes);
  if (text === '' || text === '?') return null;
  if (/^[ty1]$/iu.test(text)) return true;
  if (/^[fn0]$/iu.test(text)) return false;
  notes.add('dbf-value-unreadable', { found: text.slice(0, 40) }, { row, column });
  return null;
}

/** A Julian day and the milliseconds of the day. */
function readInstant(bytes: Uint8Array): string | null {
  const [day, ms] = [viewOf(bytes).getUint32(0, true), viewOf(bytes).getUint32(4, true)];
  if (day === 0 || day > 2 * JULIAN_1970) return null;
  return new Date((day - JULIAN_1970) * MS_PER_DAY + Math.min(ms, MS_PER_DAY)).toISOString().slice(0, 19);
}

function createMemoCellReader(field: DbfField, { column, encoding, memo, notes }: CellContext): CellReader {
  const decoder = new TextDecoder(encoding);
  const known = new Map<number, string | null>();
  let missing = 0;
  const read = (bytes: Uint8Array) => {
    const block = field.length === 4 ? viewOf(bytes).getUint32(0, true) : Number(asciiOf(bytes) || 0);
    if (!(block > 0)) return null;
    let text = known.get(block);
    if (text === undefined) {
      const found = memo?.(block);
      text = found ? decoder.decode(found).replaceAll('\0', '').trim() || null : null;
      if (!found) missing++;
      known.set(block, text);
    }
    return text;
  };
  return {
    read,
    finish() {
      if (missing > 0) notes.add('dbf-memo-missing', { count: missing }, { column });
    },
  };
}
