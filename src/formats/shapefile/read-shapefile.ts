/**
 * Reads shapefiles: shapes from the .shp, attributes from the .dbf beside it, the coordinate system from
 * the .prj. What is missing beside it is told, and is no failure; a .dbf alone is a table.
 */
import { fail, ok, type Result } from '../../core/result.ts';
import type { Task } from '../../core/task.ts';
import { createGeometryBuilder, type GeometryColumn, GeometryType } from '../../geo/geometry-column.ts';
import type { Column, FeatureBatch } from '../../model/feature-batch.ts';
import { createNoteList, type NoteList } from '../../model/note-list.ts';
import { selectBatch } from '../../model/select-batch.ts';
import type { RawLayer, ReadInput } from '../driver.ts';
import { nameOfFile } from '../file-name.ts';
import { locateRecords, type RecordPlaces } from './locate-records.ts';
import { type DbfTable, readDbf } from './read-dbf.ts';
import { createMemoReader } from './read-memo.ts';
import { readPrj } from './read-prj.ts';
import { readShapes } from './read-shapes.ts';
import { HEADER_BYTES, hasShapeMagic } from './shape-types.ts';

/** Fails on what is neither a .shp nor a .dbf, on a .shx, and on an encoding that is not known. O(bytes). */
export async function readShapefile(input: ReadInput, task: Task): Promise<Result<RawLayer[]>> {
  const { bytes, name } = input;
  if (/\.shx$/iu.test(name)) return fail('shapefile-only-index');
  const notes = createNoteList(input.options.notesPerCode);
  if (!hasShapeMagic(bytes)) {
    return /\.dbf$/iu.test(name) ? readTable(input, notes, task) : fail('shapefile-broken', { bytes: bytes.length });
  }
  if (bytes.length < HEADER_BYTES) return fail('shapefile-broken', { bytes: bytes.length });
  const places = locateRecords(bytes, await input.companion?.('shx'), notes);
  const dbf = await input.companion?.('dbf');
  if (!dbf) notes.add('shapefile-table-missing');
  const table = dbf && (await readAttributes(dbf, input, places.starts.length, notes, task));
  if (table && !table.ok && table.problem.code === 'encoding-unknown') return table;
  if (table && !table.ok) notes.take({ ...table.problem, code: 'shapefile-table-broken' });
  const attributes = table?.ok ? table.value : undefined;
  const batch = await buildFeatures(bytes, places, attributes, notes, task);
  const crs = await readCrs(input, notes);
  return ok([
    {
      name: nameOfFile(name),
      batch,
      records: countRecords(places, attributes),
      ...(crs === undefined ? {} : { crs }),
      ...(attributes ? { encoding: attributes.encoding } : {}),
      notes: notes.finish(),
    },
  ]);
}

async function readTable(input: ReadInput, notes: NoteList, task: Task): Promise<Result<RawLayer[]>> {
  const table = await readAttributes(input.bytes, input, 0, notes, task);
  if (!table.ok) return table;
  const { records, columns, encoding } = table.value;
  notes.add('shapefile-table-alone', { count: records });
  const batch = withoutDeleted(batchOf(shapeless(records), columns), table.value, notes);
  return ok([{ name: nameOfFile(input.name), batch, records, encoding, notes: notes.finish() }]);
}

async function readAttributes(bytes: Uint8Array, input: ReadInput, minRows: number, notes: NoteList, task: Task) {
  const cpg = await input.companion?.('cpg');
  const [dbt, fpt] = [await input.companion?.('dbt'), await input.companion?.('fpt')];
  const memo = dbt ? createMemoReader(dbt, 'dbt') : fpt ? createMemoReader(fpt, 'fpt') : undefined;
  const codePage = cpg && new TextDecoder().decode(cpg.subarray(0, 200));
  return readDbf(bytes, { encoding: input.options.encoding, codePage, memo, minRows }, notes, task);
}

/** Those of the .shp and of the .dbf that have no partner are records too. */
const countRecords = (places: RecordPlaces, table: DbfTable | undefined): number =>
  Math.max(places.starts.length, table?.records ?? 0);

async function buildFeatures(
  bytes: Uint8Array,
  places: RecordPlaces,
  table: DbfTable | undefined,
  notes: NoteList,
  task: Task,
): Promise<FeatureBatch> {
  const shapes = places.starts.length;
  const count = countRecords(places, table);
  if (table && table.records !== shapes) notes.add('shapefile-counts-differ', { shapes, records: table.records });
  const isLeftOut = (row: number) => table?.deleted.has(row) ?? false;
  const geometry = await readShapes(bytes, places, { count, isLeftOut }, notes, task);
  const batch = batchOf(geometry, table?.columns ?? new Map());
  return table ? withoutDeleted(batch, table, notes) : batch;
}

const batchOf = (geometry: GeometryColumn, columns: ReadonlyMap<string, Column>): FeatureBatch => ({
  geometry,
  columns,
  rows: Uint32Array.from({ length: geometry.count }, (_, row) => row),
  ids: [],
});

function shapeless(count: number): GeometryColumn {
  const builder = createGeometryBuilder();
  for (let row = 0; row < count; row++) builder.beginFeature(GeometryType.none);
  return builder.finish();
}

/** Records that were deleted in the table stay in the files until someone packs them. */
function withoutDeleted(batch: FeatureBatch, { deleted }: DbfTable, notes: NoteList): FeatureBatch {
  if (deleted.size === 0) return batch;
  for (const row of deleted) notes.add('shapefile-record-deleted', {}, { row });
  return selectBatch(
    batch,
    batch.rows.filter((row) => !deleted.has(row)),
  );
}

async function readCrs(input: ReadInput, notes: NoteList): Promise<string | undefined> {
  const prj = await input.companion?.('prj');
  const crs = prj && (await readPrj(new TextDecoder().decode(prj.subarray(0, 20_000)), notes));
  if (!prj && input.options.crs === undefined) notes.add('shapefile-prj-missing');
  return crs;
}
