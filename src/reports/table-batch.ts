/**
 * A table whose rows have a place each, as a feature batch: what `formats/` writes. Reports do not import
 * formats, so whoever calls has the writer.
 */
import type { GeometryColumn } from '../geo/geometry-column.ts';
import { createColumnBuilder } from '../model/column-builder.ts';
import type { Column, FeatureBatch } from '../model/feature-batch.ts';
import type { Table } from './table.ts';

/**
 * Row n of the table is feature n. Columns are called by their keys, for programs, or by their headers with
 * units, for people; a header that stands twice gets a number. O(rows × columns).
 */
export function tableBatch(table: Table, geometry: GeometryColumn, calledBy: 'key' | 'header'): FeatureBatch {
  const builders = table.columns.map(() => createColumnBuilder());
  let count = 0;
  for (const cells of table.rows) {
    for (const [index, builder] of builders.entries()) builder.set(count, cells[index]);
    count++;
  }
  const columns = new Map<string, Column>();
  for (const [index, builder] of builders.entries())
    columns.set(freeName(table.columns[index]![calledBy], columns), builder.finish(count));
  return { geometry, columns, rows: Uint32Array.from({ length: count }, (_, row) => row), ids: [] };
}

function freeName(wanted: string, taken: ReadonlyMap<string, unknown>): string {
  let name = wanted;
  for (let number = 2; taken.has(name); number++) name = `${wanted}#${number}`;
  return name;
}
