/**
 * A table whose rows have a place each, as a feature batch: what `formats/` writes. Reports do not import
 * formats, so whoever calls has the writer.
 */
import type { GeometryColumn } from '../geo/geometry-column.ts';
import { createColumnBuilder } from '../model/column-builder.ts';
import type { Column, FeatureBatch } from '../model/feature-batch.ts';
import type { Table, TableColumn } from './table.ts';

/** By its key, for programs; by its header with its unit, for people; or by the header as short as it can be said. */
export type CalledBy = 'key' | 'header' | 'shortHeader';

/** The unit without brackets, letters that every code page has: a shapefile has ten bytes for `量算面积m2`. */
export function columnName({ key, header }: TableColumn, calledBy: CalledBy): string {
  if (calledBy !== 'shortHeader') return calledBy === 'key' ? key : header;
  return header
    .replaceAll(/[（）()]/gu, '')
    .replaceAll('²', '2')
    .replaceAll('³', '3');
}

/**
 * Row n of the table is feature n. A name that stands twice gets a number. O(rows × columns).
 */
export function tableBatch(table: Table, geometry: GeometryColumn, calledBy: CalledBy): FeatureBatch {
  const builders = table.columns.map(() => createColumnBuilder());
  let count = 0;
  for (const cells of table.rows) {
    for (const [index, builder] of builders.entries()) builder.set(count, cells[index]);
    count++;
  }
  const columns = new Map<string, Column>();
  for (const [index, builder] of builders.entries())
    columns.set(freeName(columnName(table.columns[index]!, calledBy), columns), builder.finish(count));
  return { geometry, columns, rows: Uint32Array.from({ length: count }, (_, row) => row), ids: [] };
}

function freeName(wanted: string, taken: ReadonlyMap<string, unknown>): string {
  let name = wanted;
  for (let number = 2; taken.has(name); number++) name = `${wanted}#${number}`;
  return name;
}
