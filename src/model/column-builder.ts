/**
 * Builds typed columns from values that arrive row by row, whatever their types. A column is a
 * number or boolean column as long as nothing else was seen; one text among the numbers makes it
 * text. Knows no fields and no formats.
 */
import type { BooleanColumn, Column, NumberColumn, TextColumn } from './feature-batch.ts';

export interface ColumnsBuilder {
  /** Stores one value. null, undefined, NaN and text without a character are "no value". Objects are kept as JSON text. */
  set(row: number, name: string, value: unknown): void;
  /** The columns, in order of first appearance, each `count` long; rows never set have no value. */
  finish(count: number): Map<string, Column>;
}

export interface ColumnBuilder {
  set(row: number, value: unknown): void;
  finish(count: number): Column;
}

export function createColumnsBuilder(): ColumnsBuilder {
  const builders = new Map<string, ColumnBuilder>();
  return {
    set(row, name, value) {
      let builder = builders.get(name);
      if (!builder) {
        builder = createColumnBuilder();
        builders.set(name, builder);
      }
      builder.set(row, value);
    },
    finish(count) {
      return new Map([...builders].map(([name, builder]) => [name, builder.finish(count)]));
    },
  };
}

/** A column that has only ever seen "no value" finishes as text. Rows may come in any order. */
export function createColumnBuilder(): ColumnBuilder {
  let numbers: NumberStore | undefined;
  let flags: BooleanStore | undefined;
  let texts: TextStore | undefined;

  const becomeText = (): TextStore => {
    if (texts) return texts;
    texts = createTextStore();
    if (numbers) for (const [row, value] of numbers.entries()) texts.set(row, String(value));
    if (flags) for (const [row, value] of flags.entries()) texts.set(row, String(value));
    numbers = undefined;
    flags = undefined;
    return texts;
  };

  return {
    set(row, value) {
      if (value === null || value === undefined || value === '' || Number.isNaN(value)) return;
      if (typeof value === 'number' && !texts && !flags) {
        numbers ??= createNumberStore();
        numbers.set(row, value);
      } else if (typeof value === 'boolean' && !texts && !numbers) {
        flags ??= createBooleanStore();
        flags.set(row, value);
      } else becomeText().set(row, asText(value));
    },
    finish: (count) => (numbers ?? flags ?? texts ?? createTextStore()).finish(count),
  };
}

function asText(value: unknown): string {
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

interface NumberStore {
  set(row: number, value: number): void;
  entries(): Iterable<[number, number]>;
  finish(count: number): NumberColumn;
}

export function createNumberStore(): NumberStore {
  let values = new Float64Array(64).fill(Number.NaN);
  return {
    set(row, value) {
      if (row >= values.length) {
        const grown = new Float64Array(Math.max(row + 1, values.length * 2)).fill(Number.NaN, values.length);
        grown.set(values);
        values = grown;
      }
      values[row] = value;
    },
    *entries() {
      for (const [row, value] of values.entries()) if (!Number.isNaN(value)) yield [row, value];
    },
    finish(count) {
      const result = new Float64Array(count).fill(Number.NaN);
      result.set(values.subarray(0, count));
      return { type: 'number', values: result };
    },
  };
}

interface BooleanStore {
  set(row: number, value: boolean): void;
  entries(): Iterable<[number, boolean]>;
  finish(count: number): BooleanColumn;
}

export function createBooleanStore(): BooleanStore {
  let values = new Uint8Array(64).fill(255);
  return {
    set(row, value) {
      if (row >= values.length) {
        const grown = new Uint8Array(Math.max(row + 1, values.length * 2)).fill(255, values.length);
        grown.set(values);
        values = grown;
      }
      values[row] = value ? 1 : 0;
    },
    *entries() {
      for (const [row, value] of values.entries()) if (value !== 255) yield [row, value === 1];
    },
    finish(count) {
      const result = new Uint8Array(count).fill(255);
      result.set(values.subarray(0, count));
      return { type: 'boolean', values: result };
    },
  };
}

interface TextStore {
  set(row: number, value: string): void;
  finish(count: number): TextColumn;
}

export function createTextStore(): TextStore {
  const codeOf = new Map<string, number>();
  let codes = new Uint32Array(64);
  return {
    set(row, value) {
      if (row >= codes.length) {
        const grown = new Uint32Array(Math.max(row + 1, codes.length * 2));
        grown.set(codes);
        codes = grown;
      }
      let code = codeOf.get(value);
      if (code === undefined) {
        code = codeOf.size + 1;
        codeOf.set(value, code);
      }
      codes[row] = code;
    },
    finish(count) {
      const result = new Uint32Array(count);
      result.set(codes.subarray(0, count));
      return { type: 'text', codes: result, dictionary: [...codeOf.keys()] };
    },
  };
}
