/**
 * Many features of one layer: flat geometry and columns. What formats produce, what the document
 * holds, what the engine packs. Immutable by convention: never write into a batch after it is built.
 */
import type { GeometryColumn } from '../geo/geometry-column.ts';

/** Text with each different value stored once. Code 0 is "no value"; code n is dictionary[n - 1]. */
export interface TextColumn {
  readonly type: 'text';
  readonly codes: Uint32Array;
  readonly dictionary: readonly string[];
}
/** NaN is "no value". */
export interface NumberColumn {
  readonly type: 'number';
  readonly values: Float64Array;
}
/** 0 false, 1 true, 255 "no value". */
export interface BooleanColumn {
  readonly type: 'boolean';
  readonly values: Uint8Array;
}
export type Column = TextColumn | NumberColumn | BooleanColumn;
export type Value = string | number | boolean | null;

/**
 * Columns carry the file's own names when a format returns them, and canonical names where mapped
 * once `model/map-layer.ts` has applied the manifest's fields, defaults, units and filter.
 */
export interface FeatureBatch {
  readonly geometry: GeometryColumn;
  readonly columns: ReadonlyMap<string, Column>;
  /** Position of each feature in its file, counted from 0 before any filter. */
  readonly rows: Uint32Array;
  /** The feature's name within the layer: mapped id or row, made unique. Empty until mapped. */
  readonly ids: readonly string[];
}

export function valueAt(column: Column | undefined, index: number): Value {
  if (!column) return null;
  if (column.type === 'text') {
    const code = column.codes[index] ?? 0;
    return code === 0 ? null : (column.dictionary[code - 1] ?? null);
  }
  const value = column.values[index];
  if (column.type === 'number') return value === undefined || Number.isNaN(value) ? null : value;
  return value === undefined || value === 255 ? null : value === 1;
}

/** The value as text, as filters and labels compare it; empty text counts as no value. */
export function textAt(batch: FeatureBatch, name: string, index: number): string | undefined {
  const value = valueAt(batch.columns.get(name), index);
  return value === null || value === '' ? undefined : String(value);
}

/** The value as a number; text is not parsed here. */
export function numberAt(batch: FeatureBatch, name: string, index: number): number | undefined {
  const value = valueAt(batch.columns.get(name), index);
  return typeof value === 'number' ? value : undefined;
}
