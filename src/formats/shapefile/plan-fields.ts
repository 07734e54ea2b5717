/**
 * How the columns of a layer go into a .dbf: type and width of each field, and its cells as bytes. What
 * a cell cannot hold is told. Numbers are written with all their digits, so that reading gives them back.
 */
import { parseDateText } from '../../model/date-text.ts';
import { type Column, type FeatureBatch, type TextColumn, valueAt } from '../../model/feature-batch.ts';
import type { NoteList } from '../../model/note-list.ts';
import type { EncodedText, EncodeText } from './encode-gb18030.ts';
import { nameFields } from './name-fields.ts';

export interface PlannedField {
  /** At most ten bytes. */
  readonly name: Uint8Array;
  readonly type: 'C' | 'N' | 'D' | 'L';
  readonly width: number;
  readonly decimals: number;
  /** The bytes of a feature's cell, at most `width`; numbers stand right. Undefined for no value. */
  readonly cellOf: (index: number) => Uint8Array | undefined;
}

const MAX_TEXT_BYTES = 254;
/** What the widely used readers take. */
const MAX_FIELDS = 255;
const MAX_RECORD_BYTES = 65_535;
const MAX_DECIMALS = 15;
const DAY = /^\d{4}-\d{2}-\d{2}$/u;
const NAMES_IN_A_NOTE = 50;

/** A table must have a field: a layer without columns gets the number of each feature. O(values). */
export function planFields(batch: FeatureBatch, encode: EncodeText, notes: NoteList): PlannedField[] {
  const columns = [...batch.columns];
  if (columns.length === 0) return [planNumbers(ascii('FID'), Float64Array.from(batch.rows.keys()))];
  const names = nameFields(
    columns.map(([name]) => name),
    encode,
  );
  const fields: PlannedField[] = [];
  let bytes = 1;
  for (const [index, [column, values]] of columns.entries()) {
    const field = planField(names[index]!.bytes, column, values, encode, notes);
    if (fields.length === MAX_FIELDS || bytes + field.width > MAX_RECORD_BYTES) break;
    fields.push(field);
    bytes += field.width;
  }
  const left = columns.slice(fields.length).map(([name]) => name);
  if (left.length > 0) notes.add('shapefile-columns-left-out', { count: left.length, names: listOf(left) });
  const changed = columns
    .slice(0, fields.length)
    .flatMap(([name], index) => (names[index]!.name === name ? [] : [`${name} → ${names[index]!.name}`]));
  if (changed.length > 0) notes.add('shapefile-names-changed', { count: changed.length, names: listOf(changed) });
  return fields;
}

const listOf = (names: readonly string[]): string =>
  names.slice(0, NAMES_IN_A_NOTE).join(', ') + (names.length > NAMES_IN_A_NOTE ? ', …' : '');

function planField(name: Uint8Array, column: string, values: Column, encode: EncodeText, notes: NoteList) {
  switch (values.type) {
    case 'number': {
      const infinite = values.values.filter((value) => Math.abs(value) === Infinity).length;
      if (infinite > 0) notes.add('shapefile-numbers-lost', { count: infinite }, { column });
      return planNumbers(name, values.values);
    }
    case 'boolean': {
      const letters = [ascii('F'), ascii('T')];
      return {
        name,
        type: 'L',
        width: 1,
        decimals: 0,
        cellOf: (index) => letters[values.values[index]!],
      } as PlannedField;
    }
    case 'text':
      return planDays(name, values) ?? planTexts(name, column, values, encode, notes);
  }
}

function planNumbers(name: Uint8Array, values: Float64Array): PlannedField {
  const textOf = (value: number) => String(value === 0 ? 0 : value);
  let [width, decimals] = [1, 0];
  for (const value of values) {
    if (!Number.isFinite(value)) continue;
    const text = textOf(value);
    width = Math.max(width, text.length);
    // Readers take a number with an exponent for one with decimals.
    const point = text.indexOf('.');
    decimals = Math.max(decimals, text.includes('e') ? MAX_DECIMALS : point < 0 ? 0 : text.length - point - 1);
  }
  decimals = Math.min(decimals, MAX_DECIMALS);
  return {
    name,
    type: 'N',
    width: Math.max(width, decimals > 0 ? decimals + 2 : 1),
    decimals,
    cellOf: (index) => (Number.isFinite(values[index]) ? ascii(textOf(values[index]!)) : undefined),
  };
}

/** Undefined unless every value is a day as ISO text. */
function planDays(name: Uint8Array, values: TextColumn): PlannedField | undefined {
  const used = new Set(values.codes);
  const days = values.dictionary.filter((_, index) => used.has(index + 1));
  if (days.length === 0 || !days.every((day) => DAY.test(day) && parseDateText(day) === day)) return undefined;
  const cellOf = (index: number) => {
    const day = valueAt(values, index);
    return day === null ? undefined : ascii(String(day).replaceAll('-', ''));
  };
  return { name, type: 'D', width: 8, decimals: 0, cellOf };
}

function planTexts(
  name: Uint8Array,
  column: string,
  { codes, dictionary }: TextColumn,
  encode: EncodeText,
  notes: NoteList,
): PlannedField {
  const cells: (EncodedText | undefined)[] = dictionary.map(() => undefined);
  let [width, cut, lost, trimmed] = [1, 0, 0, 0];
  for (const code of codes) {
    const text = dictionary[code - 1];
    if (code === 0 || text === undefined) continue;
    cells[code - 1] ??= encode(text, MAX_TEXT_BYTES);
    const cell = cells[code - 1]!;
    width = Math.max(width, cell.bytes.length);
    if (cell.isCut) cut++;
    else if (text !== text.trim()) trimmed++;
    lost += cell.lost;
  }
  if (cut > 0) notes.add('shapefile-texts-cut', { count: cut, limit: MAX_TEXT_BYTES }, { column });
  if (lost > 0) notes.add('shapefile-characters-lost', { count: lost }, { column });
  if (trimmed > 0) notes.add('shapefile-blanks-lost', { count: trimmed }, { column });
  return { name, type: 'C', width, decimals: 0, cellOf: (index) => cells[codes[index]! - 1]?.bytes };
}

const ascii = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
