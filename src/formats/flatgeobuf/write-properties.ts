/** Attributes of one feature as FlatGeobuf wants them: column number and value, values that are missing left out. */
import { ColumnType } from 'flatgeobuf/lib/mjs/flat-geobuf/column-type.js';
import type { Column } from '../../model/feature-batch.ts';
import type { HeaderColumn } from './read-properties.ts';

export interface PropertiesWriter {
  readonly columns: readonly HeaderColumn[];
  /** The bytes of one feature's attributes; valid until the next call. */
  write(index: number): Uint8Array;
}

export function createPropertiesWriter(batchColumns: ReadonlyMap<string, Column>): PropertiesWriter {
  const encoder = new TextEncoder();
  const columns = [...batchColumns].map(([name, column]) => ({
    name,
    column,
    type: typeOf(column),
    texts: column.type === 'text' ? column.dictionary.map((text) => encoder.encode(text)) : [],
  }));
  let bytes = new Uint8Array(1024);
  let view = new DataView(bytes.buffer);
  const require = (length: number) => {
    if (length <= bytes.length) return;
    const larger = new Uint8Array(2 * length);
    larger.set(bytes);
    bytes = larger;
    view = new DataView(bytes.buffer);
  };
  return {
    columns: columns.map(({ name, type }) => ({ name, type })),
    write(index) {
      let at = 0;
      for (const [number, { column, texts, type }] of columns.entries()) {
        const raw = column.type === 'text' ? column.codes[index]! : column.values[index]!;
        const isMissing =
          column.type === 'text' ? raw === 0 : column.type === 'number' ? Number.isNaN(raw) : raw === 255;
        if (isMissing) continue;
        const text = texts[raw - 1];
        require(at + 16 + (text?.length ?? 0));
        view.setUint16(at, number, true);
        at += 2;
        if (type === ColumnType.String && text) {
          view.setUint32(at, text.length, true);
          bytes.set(text, at + 4);
          at += 4 + text.length;
        } else if (type === ColumnType.Int) {
          view.setInt32(at, raw, true);
          at += 4;
        } else if (type === ColumnType.Double) {
          view.setFloat64(at, raw, true);
          at += 8;
        } else bytes[at++] = raw;
      }
      return bytes.subarray(0, at);
    },
  };
}

/** Whole numbers are written as such, so that a desktop GIS shows 3 and not 3.0. */
function typeOf(column: Column): ColumnType {
  if (column.type === 'text') return ColumnType.String;
  if (column.type === 'boolean') return ColumnType.Bool;
  const isEmpty = column.values.every((value) => Number.isNaN(value));
  const isWhole = !isEmpty && column.values.every((value) => Number.isNaN(value) || isInt32(value));
  return isWhole ? ColumnType.Int : ColumnType.Double;
}

const isInt32 = (value: number): boolean => Object.is(value | 0, value);
