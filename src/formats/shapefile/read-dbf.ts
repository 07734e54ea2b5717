/** The attributes of a shapefile, from the .dbf: one row per record, deleted ones named. Knows no shapes. */
import { fail, ok, type Result } from '../../core/result.ts';
import { checkpoint, type Task } from '../../core/task.ts';
import { createColumnBuilder } from '../../model/column-builder.ts';
import type { Column } from '../../model/feature-batch.ts';
import type { NoteList } from '../../model/note-list.ts';
import { asciiOf, createCellReader, mustStayText } from './cell-values.ts';
import { chooseEncoding, type TextSample } from './choose-encoding.ts';
import { encodingOfLabel, encodingOfLanguageByte } from './code-pages.ts';
import { type DbfField, type DbfHeader, parseDbfHeader } from './dbf-header.ts';
import { decodeFieldNames } from './field-names.ts';
import type { ReadMemo } from './read-memo.ts';

export interface DbfOptions {
  /** What the user says of the encoding. */
  readonly encoding: string | undefined;
  /** The text of the .cpg file. */
  readonly codePage: string | undefined;
  readonly memo: ReadMemo | undefined;
  /** Records of the .shp: columns are at least so long. */
  readonly minRows: number;
}

export interface DbfTable {
  readonly records: number;
  readonly deleted: ReadonlySet<number>;
  readonly columns: ReadonlyMap<string, Column>;
  readonly encoding: string;
}

const DELETED = 0x2a;
const CELLS_PER_CHECKPOINT = 100_000;
const MAX_SAMPLE_ROWS = 20_000;

/** Fails where the header is broken, and on an encoding of the user's that is not known. O(bytes). */
export async function readDbf(
  bytes: Uint8Array,
  options: DbfOptions,
  notes: NoteList,
  task: Task,
): Promise<Result<DbfTable>> {
  const header = parseDbfHeader(bytes, notes);
  if (!header) return fail('dbf-broken', { bytes: bytes.length });
  const encoding = findEncoding(bytes, header, options, notes);
  if (encoding === undefined) return fail('encoding-unknown', { encoding: options.encoding ?? '' });
  const { records, fields, headerLength, recordLength } = header;
  const deleted = new Set<number>();
  for (let row = 0; row < records; row++) if (bytes[headerLength + row * recordLength] === DELETED) deleted.add(row);
  const names = decodeFieldNames(
    fields.map(({ name }) => name),
    encoding,
    notes,
  );
  const columns = new Map<string, Column>();
  let cells = 0;
  for (const [index, field] of fields.entries()) {
    const column = names[index]!;
    const reader = createCellReader(field, { column, encoding, memo: options.memo, notes });
    if (!reader) {
      notes.add('dbf-field-unreadable', { type: field.type }, { column });
      continue;
    }
    const builder = createColumnBuilder();
    const isText = staysText(bytes, header, field);
    for (let row = 0; row < records; row++) {
      if (++cells % CELLS_PER_CHECKPOINT === 0) await checkpoint(task);
      if (deleted.has(row)) continue;
      const cell = cellOf(bytes, header, field, row);
      builder.set(row, isText ? asciiOf(cell) : reader.read(cell, row));
    }
    reader.finish();
    columns.set(column, builder.finish(Math.max(records, options.minRows)));
  }
  return ok({ records, deleted, columns, encoding });
}

function cellOf(bytes: Uint8Array, { headerLength, recordLength }: DbfHeader, field: DbfField, row: number) {
  const at = headerLength + row * recordLength + field.start;
  return bytes.subarray(at, at + field.length);
}

/** A column of digits keeps its texts where one of them would lose something as a number. */
function staysText(bytes: Uint8Array, header: DbfHeader, field: DbfField): boolean {
  if (field.type !== 'N' && field.type !== 'F') return false;
  for (let row = 0; row < header.records; row++) if (mustStayText(cellOf(bytes, header, field, row))) return true;
  return false;
}

/** Undefined where the user names one that is not known. */
function findEncoding(bytes: Uint8Array, header: DbfHeader, options: DbfOptions, notes: NoteList): string | undefined {
  if (options.encoding !== undefined) return encodingOfLabel(options.encoding);
  const label = options.codePage?.trim();
  const byLabel = label ? encodingOfLabel(label) : undefined;
  if (label && byLabel === undefined) notes.add('dbf-codepage-unknown', { found: label.slice(0, 40) });
  const stated = byLabel ?? encodingOfLanguageByte(header.languageByte);
  const chosen = chooseEncoding(findSamples(bytes, header), stated);
  for (const note of chosen.notes) notes.take(note);
  return chosen.encoding;
}

/** Names and texts that are not plain ASCII; of many rows, every so many are looked at. */
function findSamples(bytes: Uint8Array, header: DbfHeader): TextSample[] {
  const isPlain = (text: Uint8Array) => text.every((byte) => byte < 0x80);
  const samples: TextSample[] = [];
  for (const { name } of header.fields) {
    const end = name.indexOf(0);
    const text = end < 0 ? name : name.subarray(0, end);
    if (!isPlain(text)) samples.push({ bytes: text, mayBeCut: text.length >= 10 });
  }
  const step = Math.max(1, Math.ceil(header.records / MAX_SAMPLE_ROWS));
  const texts = header.fields.filter(({ type }) => type === 'C' || type === 'V');
  for (let row = 0; row < header.records; row += step) {
    for (const field of texts) {
      const text = cellOf(bytes, header, field, row);
      if (isPlain(text)) continue;
      const last = text.at(-1);
      samples.push({ bytes: text, mayBeCut: last !== 0x20 && last !== 0 });
    }
  }
  return samples;
}
