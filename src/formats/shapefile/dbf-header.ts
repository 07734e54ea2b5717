/** The header of a .dbf: how many records, how long, and the fields. Numbers are held against the file's length. */
import type { NoteList } from '../../model/note-list.ts';
import { viewOf } from './shape-types.ts';

export interface DbfField {
  /** As it stands: zero bytes end it. */
  readonly name: Uint8Array;
  /** One letter: C, N, F, D, L, M and rarer ones. */
  readonly type: string;
  /** Bytes from the start of the record. */
  readonly start: number;
  readonly length: number;
}

export interface DbfHeader {
  readonly version: number;
  readonly languageByte: number;
  readonly headerLength: number;
  readonly recordLength: number;
  /** Records that are really there, deleted ones included. */
  readonly records: number;
  readonly fields: readonly DbfField[];
}

const HEADER_BYTES = 32;
const FIELD_BYTES = 32;
const NAME_BYTES = 11;
const END_OF_FIELDS = 0x0d;
const FLAGS: ReadonlySet<number> = new Set([0x20, 0x2a]);

/** Undefined where there are no fields to read records by. O(fields). */
export function parseDbfHeader(bytes: Uint8Array, notes: NoteList): DbfHeader | undefined {
  if (bytes.length < HEADER_BYTES + FIELD_BYTES) return undefined;
  const view = viewOf(bytes);
  const stated = { headerLength: view.getUint16(8, true), recordLength: view.getUint16(10, true) };
  const headerLength = Math.min(stated.headerLength, bytes.length);
  const fieldsEnd = findFieldsEnd(bytes, headerLength);
  const described = Array.from({ length: Math.floor((fieldsEnd - HEADER_BYTES) / FIELD_BYTES) }, (_, index) =>
    describeField(bytes, HEADER_BYTES + FIELD_BYTES * index),
  );
  // Long texts of FoxPro carry the high byte of their length where others have decimals.
  const lengthWith = (isLong: boolean) => described.reduce((sum, field) => sum + lengthOf(field, isLong), 1);
  const isLong = lengthWith(false) !== stated.recordLength && lengthWith(true) === stated.recordLength;
  const recordLength = Math.max(stated.recordLength, lengthWith(isLong));
  let start = 1;
  const fields = described.map((field) => {
    const length = lengthOf(field, isLong);
    start += length;
    return { name: field.name, type: field.type, start: start - length, length };
  });
  if (recordLength < 2 || stated.headerLength < HEADER_BYTES || !fields.some(({ length }) => length > 0)) {
    return undefined;
  }
  const records = countRecords(bytes, view.getUint32(4, true), headerLength, recordLength, notes);
  // None are stated, something is there, and it does not begin as a record: the lengths are wrong.
  if (records === 0 && bytes.length - headerLength >= recordLength && holdsText(bytes.subarray(headerLength)))
    return undefined;
  return {
    version: bytes[0]!,
    languageByte: bytes[29]!,
    headerLength,
    recordLength,
    records,
    fields: fields.filter(({ length, type }) => length > 0 && type !== '0'),
  };
}

/** Other than what files are filled up with: zeros, blanks, the mark of the end. */
const holdsText = (bytes: Uint8Array): boolean => bytes.some((byte) => byte !== 0 && byte !== 0x20 && byte !== 0x1a);

function findFieldsEnd(bytes: Uint8Array, headerLength: number): number {
  for (let at = HEADER_BYTES; at + FIELD_BYTES <= headerLength; at += FIELD_BYTES) {
    if (bytes[at] === END_OF_FIELDS) return at;
  }
  return HEADER_BYTES + FIELD_BYTES * Math.floor((headerLength - HEADER_BYTES) / FIELD_BYTES);
}

interface DescribedField {
  readonly name: Uint8Array;
  readonly type: string;
  readonly bytes: number;
  readonly decimals: number;
}

function describeField(bytes: Uint8Array, at: number): DescribedField {
  return {
    name: bytes.subarray(at, at + NAME_BYTES),
    type: String.fromCharCode(bytes[at + 11]!).toUpperCase(),
    bytes: bytes[at + 16]!,
    decimals: bytes[at + 17]!,
  };
}

const lengthOf = ({ type, bytes, decimals }: DescribedField, isLong: boolean): number =>
  isLong && type === 'C' ? bytes + 256 * decimals : bytes;

/** As many as the header says, less where the file ends before, more where records go on behind. */
function countRecords(
  bytes: Uint8Array,
  stated: number,
  headerLength: number,
  recordLength: number,
  notes: NoteList,
): number {
  const fitting = Math.floor((bytes.length - headerLength) / recordLength);
  let records = Math.min(stated, fitting);
  while (records < fitting && FLAGS.has(bytes[headerLength + records * recordLength]!)) records++;
  if (records !== stated) notes.add('dbf-count-wrong', { expected: stated, found: records });
  return records;
}
