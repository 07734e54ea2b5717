/** One table of a GeoPackage as a batch: rows come out of SQLite one by one. */
import type { SqlValue } from 'sql.js/dist/sql-wasm-inline.js';
import { checkpoint, type Task } from '../../core/task.ts';
import type { NoteList } from '../../model/note-list.ts';
import { createBatchBuilder, NO_PLACE } from '../build-batch.ts';
import type { RawLayer } from '../driver.ts';
import type { LayerTable, TableColumn } from './find-tables.ts';
import { type Database, quoteName, reasonOf } from './open-database.ts';
import { readGpkgGeometry } from './read-gpkg-geometry.ts';

const ROWS_PER_CHECKPOINT = 5_000;
const SPARE_BYTES = 1 << 20;
const SAFE_INTEGER = '9007199254740991';

/**
 * Never fails: a damaged table gives the rows before the damage, with a note. What comes out is held against the
 * size of the file: in a damaged one pages may point in circles. O(rows × columns + bytes of their cells).
 */
export async function readTable(
  database: Database,
  table: LayerTable,
  fileBytes: number,
  notes: NoteList,
  task: Task,
): Promise<RawLayer['batch']> {
  let cellBytes = 0;
  const builder = createBatchBuilder(notes, () => cellBytes / fileBytes);
  const columns = table.columns.filter((column) => isRead(column, table.geometryColumn, notes));
  const { geometryColumn } = table;
  if (geometryColumn === undefined) notes.add('gpkg-table-without-geometry');
  let withCurves = 0;
  let firstWithCurves = 0;

  function geometryOf(cell: SqlValue | undefined): unknown {
    if (geometryColumn === undefined) return NO_PLACE;
    if (cell === null || cell === undefined) return null;
    const found = cell instanceof Uint8Array ? readGpkgGeometry(cell) : undefined;
    if (!found) {
      notes.add('gpkg-geometry-broken', {}, { row: builder.row });
      return NO_PLACE;
    }
    if (found.hasCurves && withCurves++ === 0) firstWithCurves = builder.row;
    return found.geometry;
  }

  function addRow(cells: readonly SqlValue[]): void {
    const properties = Object.create(null) as Record<string, unknown>;
    columns.forEach((column, index) => {
      const cell = cells[index] ?? null;
      if (cell instanceof Uint8Array) notes.add('column-binary', {}, { row: builder.row, column: column.name });
      else properties[column.name] = readCell(cell, column);
      cellBytes += sizeOf(cell);
    });
    const shape = cells[columns.length];
    cellBytes += sizeOf(shape ?? null);
    builder.add({ type: 'Feature', geometry: geometryOf(shape), properties });
  }

  try {
    for (const cells of database.rows(selectOf(table, columns))) {
      addRow(cells);
      if (Math.max(cellBytes, builder.row) > fileBytes + SPARE_BYTES) throw new Error('rows repeat');
      if (builder.row % ROWS_PER_CHECKPOINT === 0) {
        task.onProgress?.({
          stage: 'read',
          done: Math.min(cellBytes, fileBytes),
          total: fileBytes,
          detail: table.name,
        });
        await checkpoint(task);
      }
    }
  } catch (error) {
    if (task.signal?.aborted) throw error;
    notes.add('gpkg-table-cut-off', { done: builder.row, reason: reasonOf(error) }, { row: builder.row });
  }
  if (withCurves > 0) notes.add('curves-straightened', { count: withCurves }, { row: firstWithCurves });
  return builder.finish();
}

/** Whether a column's cells can be values; else it is told. The geometry is not one of the columns. */
function isRead(column: TableColumn, geometryColumn: string | undefined, notes: NoteList): boolean {
  if (column.name.toLowerCase() === geometryColumn?.toLowerCase()) return false;
  if (!column.type.startsWith('BLOB')) return true;
  notes.add('column-binary', {}, { column: column.name });
  return false;
}

function selectOf({ name, geometryColumn }: LayerTable, columns: readonly TableColumn[]): string {
  const cells = columns.map(selectColumn);
  if (geometryColumn !== undefined) cells.push(quoteName(geometryColumn));
  return `SELECT ${cells.length > 0 ? cells.join(', ') : 'NULL'} FROM ${quoteName(name)}`;
}

/** Whole numbers that a double cannot hold come as text: 18 digits of a code must stay what they are. */
function selectColumn({ name, type }: TableColumn): string {
  const cell = quoteName(name);
  if (/CHAR|TEXT|BOOL/.test(type)) return cell;
  return `CASE WHEN typeof(${cell}) = 'integer' AND ${cell} NOT BETWEEN -${SAFE_INTEGER} AND ${SAFE_INTEGER} THEN CAST(${cell} AS TEXT) ELSE ${cell} END`;
}

function readCell(cell: string | number | null, column: TableColumn): unknown {
  return column.type.startsWith('BOOL') && (cell === 0 || cell === 1) ? cell === 1 : cell;
}

function sizeOf(cell: SqlValue): number {
  return typeof cell === 'string' || cell instanceof Uint8Array ? cell.length : 1;
}
