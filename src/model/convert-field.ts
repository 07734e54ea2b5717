/**
 * One file column made into one canonical column: texts trimmed, dates to ISO, choices to their
 * pinned values, numbers to canonical units. What cannot be read is reported, never guessed.
 */
import { findChoice, parseList } from './choice-words.ts';
import { createColumnBuilder, createNumberStore } from './column-builder.ts';
import { parseDateNumber, parseDateText } from './date-text.ts';
import type { Column, TextColumn, Value } from './feature-batch.ts';
import type { FieldDefinition } from './kinds.ts';
import { parseNumberText } from './units.ts';

/** A value that could not be read. */
export interface StrangeValue {
  readonly value: string;
  /** Stays as text in the canonical column (choices, lists); otherwise there is no value there. */
  readonly kept: boolean;
  /** Of the feature that has it. */
  readonly index: number;
}

type Conversion = { value: Value; strange?: 'kept' | 'lost' };

/**
 * `unitFactor` is what one of the file's units is in canonical units. `onStrange` is told of every feature whose value
 * could not be read, in their order. O(rows), texts once per different text.
 */
export function convertField(
  column: Column,
  definition: FieldDefinition,
  unitFactor: number,
  onStrange: (found: StrangeValue) => void,
): Column {
  const convert = (value: Value): Conversion => convertValue(value, definition, unitFactor);
  const report = (value: Value, { strange }: Conversion, index: number) => {
    if (strange) onStrange({ value: String(value), kept: strange === 'kept', index });
  };
  return column.type === 'text'
    ? convertTexts(column, definition, convert, report)
    : convertRows(column, definition, convert, report);
}

export function convertValue(value: Value, definition: FieldDefinition, unitFactor = 1): Conversion {
  if (value === null) return { value: null };
  const text = String(value).trim();
  if (text === '') return { value: null };
  switch (definition.type) {
    case 'text':
      return { value: text };
    case 'number': {
      const number =
        typeof value === 'number' ? value * unitFactor : parseNumberText(text, definition.dimension, unitFactor);
      return number === undefined || !Number.isFinite(number) ? { value: null, strange: 'lost' } : { value: number };
    }
    case 'date': {
      const date = typeof value === 'number' ? parseDateNumber(value) : parseDateText(text);
      return date === undefined ? { value: null, strange: 'lost' } : { value: date };
    }
    case 'choice': {
      const choice = findChoice(text, definition.values ?? []);
      return choice === undefined ? { value: text, strange: 'kept' } : { value: choice };
    }
    case 'list': {
      const list = parseList(text, definition.values ?? []);
      return list.unknown.length > 0 ? { value: list.text, strange: 'kept' } : { value: list.text };
    }
  }
}

type Convert = (value: Value) => Conversion;
type Report = (value: Value, found: Conversion, index: number) => void;

function convertTexts(column: TextColumn, definition: FieldDefinition, convert: Convert, report: Report): Column {
  if (definition.type === 'text' && column.dictionary.every(isTrimmed)) return column;
  const conversions = column.dictionary.map(convert);
  if (conversions.some((found) => found.strange)) {
    column.codes.forEach((code, index) => {
      if (code > 0) report(column.dictionary[code - 1] as string, conversions[code - 1] as Conversion, index);
    });
  }
  if (definition.type === 'number') {
    const numbers = Float64Array.from([null, ...conversions], (found) => (found?.value as number | null) ?? Number.NaN);
    return { type: 'number', values: Float64Array.from(column.codes, (code) => numbers[code] as number) };
  }
  const codeOf = new Map<string, number>();
  const newCodes = Uint32Array.from([null, ...conversions], (found) => {
    if (found === null || found.value === null) return 0;
    const text = String(found.value);
    const code = codeOf.get(text) ?? codeOf.size + 1;
    codeOf.set(text, code);
    return code;
  });
  return {
    type: 'text',
    codes: column.codes.map((code) => newCodes[code] as number),
    dictionary: [...codeOf.keys()],
  };
}

/** Whether a text stands as it would after trimming; blank ones do not. */
function isTrimmed(text: string): boolean {
  return text !== '' && text.trim().length === text.length;
}

function convertRows(
  column: Exclude<Column, TextColumn>,
  definition: FieldDefinition,
  convert: Convert,
  report: Report,
): Column {
  // A number field is a number column even where no row has a value.
  const builder = definition.type === 'number' ? createNumberStore() : createColumnBuilder();
  for (let index = 0; index < column.values.length; index++) {
    const raw = column.values[index] as number;
    const value = column.type === 'boolean' ? (raw === 255 ? null : raw === 1) : Number.isNaN(raw) ? null : raw;
    const found = convert(value);
    report(value, found, index);
    if (found.value !== null) builder.set(index, found.value as number);
  }
  return builder.finish(column.values.length);
}
