/** The attributes of FlatGeobuf features, straight from their bytes into typed columns. */
import { ColumnType } from 'flatgeobuf/lib/mjs/flat-geobuf/column-type.js';
import {
  type ColumnBuilder,
  createBooleanStore,
  createColumnBuilder,
  createNumberStore,
} from '../../model/column-builder.ts';
import type { Column } from '../../model/feature-batch.ts';
import { createByteTexts } from './byte-texts.ts';

export interface HeaderColumn {
  readonly name: string;
  readonly type: number;
}

export interface PropertiesReader {
  /** Reads one feature's attributes from `bytes[start, end)`. False if they are broken; what came before stays. */
  read(row: number, start: number, end: number): boolean;
  finish(count: number): Map<string, Column>;
}

interface ColumnReader {
  /** Returns the offset behind the value. Reading past the end throws (DataView) or is noticed by the caller. */
  read(row: number, at: number): number;
  finish(count: number): Column | undefined;
}

export function createPropertiesReader(
  bytes: Uint8Array<ArrayBuffer>,
  columns: readonly HeaderColumn[],
): PropertiesReader {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const readers = columns.map((column) => createColumnReader(column.type, bytes, view));
  return {
    read(row, start, end) {
      let at = start;
      while (at < end) {
        const reader = readers[view.getUint16(at, true)];
        if (!reader) return false;
        at = reader.read(row, at + 2);
      }
      return at === end;
    },
    finish(count) {
      const finished = new Map<string, Column>();
      readers.forEach((reader, index) => {
        const column = reader.finish(count);
        if (column) finished.set((columns[index] as HeaderColumn).name, column);
      });
      return finished;
    },
  };
}

function createColumnReader(type: number, bytes: Uint8Array, view: DataView): ColumnReader {
  switch (type) {
    case ColumnType.Byte:
      return createNumberReader(1, (at) => view.getInt8(at));
    case ColumnType.UByte:
      return createNumberReader(1, (at) => view.getUint8(at));
    case ColumnType.Short:
      return createNumberReader(2, (at) => view.getInt16(at, true));
    case ColumnType.UShort:
      return createNumberReader(2, (at) => view.getUint16(at, true));
    case ColumnType.Int:
      return createNumberReader(4, (at) => view.getInt32(at, true));
    case ColumnType.UInt:
      return createNumberReader(4, (at) => view.getUint32(at, true));
    case ColumnType.Float:
      return createNumberReader(4, (at) => view.getFloat32(at, true));
    case ColumnType.Double:
      return createNumberReader(8, (at) => view.getFloat64(at, true));
    case ColumnType.Long:
      return createWideReader((at) => view.getBigInt64(at, true));
    case ColumnType.ULong:
      return createWideReader((at) => view.getBigUint64(at, true));
    case ColumnType.Bool:
      return createFlagReader(view);
    case ColumnType.Binary:
      return { read: (_row, at) => at + 4 + view.getUint32(at, true), finish: () => undefined };
    default:
      return createTextReader(bytes, view);
  }
}

function createNumberReader(size: number, get: (at: number) => number): ColumnReader {
  const store = createNumberStore();
  return {
    read(row, at) {
      store.set(row, get(at));
      return at + size;
    },
    finish: (count) => store.finish(count),
  };
}

/** 64-bit integers beyond 2^53 (15 to 20-digit codes) would lose digits as numbers: such a column becomes text. */
function createWideReader(get: (at: number) => bigint): ColumnReader {
  const builder: ColumnBuilder = createColumnBuilder();
  return {
    read(row, at) {
      const value = get(at);
      const number = Number(value);
      builder.set(row, Number.isSafeInteger(number) ? number : String(value));
      return at + 8;
    },
    finish: (count) => builder.finish(count),
  };
}

function createFlagReader(view: DataView): ColumnReader {
  const store = createBooleanStore();
  return {
    read(row, at) {
      store.set(row, view.getUint8(at) !== 0);
      return at + 1;
    },
    finish: (count) => store.finish(count),
  };
}

function createTextReader(bytes: Uint8Array, view: DataView): ColumnReader {
  const texts = createByteTexts();
  return {
    read(row, at) {
      const end = at + 4 + view.getUint32(at, true);
      if (end > bytes.length) return Number.POSITIVE_INFINITY;
      texts.set(row, bytes, at + 4, end);
      return end;
    },
    finish: (count) => texts.finish(count),
  };
}
