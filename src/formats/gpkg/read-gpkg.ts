/**
 * Reads GeoPackage: every table of features or attributes that the package lists is a layer, called as the table
 * is. The key column (`fid`) is kept as a column, as QGIS shows it. Rasters, views and styles are told and left out.
 */
import { fail, ok, type Result } from '../../core/result.ts';
import type { Task } from '../../core/task.ts';
import { createNoteList } from '../../model/note-list.ts';
import type { RawLayer, ReadInput } from '../driver.ts';
import { type FoundTables, findTables } from './find-tables.ts';
import { type Database, openDatabase, reasonOf, usesLog } from './open-database.ts';
import { readTable } from './read-table.ts';

/** Fails where the file is no database, no GeoPackage, or holds no layers. O(bytes). */
export async function readGpkg(input: ReadInput, task: Task): Promise<Result<RawLayer[]>> {
  const opened = await openDatabase(input.bytes);
  if (!opened.ok) return opened;
  const database = opened.value;
  try {
    const tables = listTables(database);
    return tables.ok ? await readLayers(database, tables.value, input, task) : tables;
  } finally {
    database.close();
  }
}

function listTables(database: Database): Result<FoundTables> {
  try {
    const found = findTables(database);
    if (!found) return fail('gpkg-not-a-geopackage');
    return found.layers.length > 0 ? ok(found) : fail('gpkg-no-layers', { tables: found.others.join(', ') });
  } catch (error) {
    return fail('gpkg-broken', { reason: reasonOf(error) });
  }
}

async function readLayers(
  database: Database,
  { layers: tables, others }: FoundTables,
  input: ReadInput,
  task: Task,
): Promise<Result<RawLayer[]>> {
  const hasNewer = usesLog(input.bytes) && ((await input.companion?.('gpkg-wal'))?.length ?? 0) > 0;
  const layers: RawLayer[] = [];
  for (const [index, table] of tables.entries()) {
    const notes = createNoteList(input.options.notesPerCode);
    // Of the file as a whole: told once.
    if (index === 0 && hasNewer) notes.add('gpkg-log-beside');
    if (index === 0 && others.length > 0) notes.add('gpkg-tables-left-out', { tables: others.join(', ') });
    const batch = await readTable(database, table, input.bytes.length, notes, task);
    const layer: RawLayer = { name: table.name, batch, notes: notes.finish() };
    layers.push(table.crs === undefined ? layer : { ...layer, crs: table.crs });
  }
  const broken = layers.flatMap(({ notes }) => notes).find(({ code }) => code === 'gpkg-table-cut-off');
  if (broken && layers.every(({ batch }) => batch.rows.length === 0)) {
    return fail('gpkg-broken', { reason: broken.params.reason ?? '' });
  }
  return ok(layers);
}
