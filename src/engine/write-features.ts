/** Feature sets as files: one set is the file itself, several are a zip with a file for each. */
import type { Session } from '../checks/session.ts';
import { fail, ok, type Problem, problem, type Result } from '../core/result.ts';
import { checkpoint, type Task } from '../core/task.ts';
import { type ExportedLayer, exportBatch, exportLayer } from '../formats/export-layer.ts';
import type { LayerExportFormat } from '../formats/layer-export-formats.ts';
import type { PathAndBytes } from '../formats/workspace/workspace-path.ts';
import { unzipFiles, zipFiles } from '../formats/workspace/zip.ts';
import { columnName, tableBatch } from '../reports/table-batch.ts';
import type { FeatureSet, FeaturesToWrite, PlacedTable } from './feature-sets.ts';
import { mergeNotes } from './merge-notes.ts';
import { findPlaces } from './row-places.ts';

interface NamedFile {
  readonly name: string;
  readonly file: ExportedLayer;
}

/**
 * Fails where a layer is gone or a format cannot hold the features; `engine.nothing-open` where places are asked
 * of a workspace and there is none. O(features × columns + positions).
 */
export async function writeFeatures(
  session: Session | undefined,
  { sets, format }: FeaturesToWrite,
  task: Task,
): Promise<Result<ExportedLayer>> {
  const written: NamedFile[] = [];
  for (const [done, set] of sets.entries()) {
    task.onProgress?.({ stage: 'write', done, total: sets.length });
    await checkpoint(task);
    const made = await writeSet(session, set, format, task);
    if (!made.ok) return made;
    written.push(made.value);
  }
  const [only] = written;
  if (written.length === 1 && only) return ok(only.file);
  return packFiles(written);
}

async function writeSet(
  session: Session | undefined,
  set: FeatureSet,
  format: LayerExportFormat,
  task: Task,
): Promise<Result<NamedFile>> {
  const made =
    set.of === 'layer' ? await writePart(session, set, format, task) : await writeTable(session, set, format, task);
  return made.ok
    ? ok({ name: set.of === 'table' ? set.table.title : titleOf(session, set.layer), file: made.value })
    : made;
}

const titleOf = (session: Session | undefined, id: string): string =>
  session?.document.layers.find((layer) => layer.id === id)?.title ?? id;

async function writePart(
  session: Session | undefined,
  { layer: id, options }: Extract<FeatureSet, { of: 'layer' }>,
  format: LayerExportFormat,
  task: Task,
): Promise<Result<ExportedLayer>> {
  if (!session) return fail('engine.nothing-open');
  const layer = session.document.layers.find((candidate) => candidate.id === id);
  return layer ? exportLayer(layer, { ...options, format }, task) : fail('engine.layer-gone', { layer: id });
}

async function writeTable(
  session: Session | undefined,
  { table, places, nameKey = 'name' }: Extract<FeatureSet, PlacedTable>,
  format: LayerExportFormat,
  task: Task,
): Promise<Result<ExportedLayer>> {
  const found = await findPlaces(session, places, task);
  if (!found.ok) return found;
  const calledBy = format === 'shapefile' ? 'shortHeader' : 'header';
  const naming = table.columns.find(({ key }) => key === nameKey);
  const nameColumn = naming ? columnName(naming, calledBy) : 'name';
  const batch = tableBatch(table, found.value, calledBy);
  const made = await exportBatch({ name: table.title, batch, nameColumn }, format, task);
  if (!made.ok) return made;
  const reordered = format === 'flatgeobuf' && places.of !== 'shapes' && batch.rows.length > 1;
  const notes = reordered ? [...found.notes, problem('exporting.order-lost')] : found.notes;
  return ok({ ...made.value, notes: [...notes, ...made.value.notes] });
}

/** Formats of several files lie side by side in the zip, not as zips in it. */
function packFiles(written: readonly NamedFile[]): Result<ExportedLayer> {
  const files = new Map<string, PathAndBytes>();
  const notes: Problem[] = [];
  for (const { name, file } of written) {
    notes.push(...file.notes.map((note) => ({ ...note, at: { layer: name } })));
    const inner =
      file.extension === 'zip'
        ? unzipFiles(file.bytes)
        : ok([{ path: `${plainName(name)}.${file.extension}`, bytes: file.bytes }]);
    if (!inner.ok) return inner;
    for (const { path, bytes } of inner.value) {
      const free = freePath(path, files);
      files.set(free, { path: free, bytes });
    }
  }
  return ok({
    bytes: zipFiles([...files.values()], 3),
    extension: 'zip',
    mediaType: 'application/zip',
    notes: mergeNotes(notes),
  });
}

/** Without what Windows and zip programs refuse in names. */
const plainName = (name: string): string => name.replaceAll(/[\\/:*?"<>|\s]+/gu, '_') || 'layer';

function freePath(wanted: string, taken: ReadonlyMap<string, unknown>): string {
  const [stem, ending] = [wanted.slice(0, wanted.lastIndexOf('.')), wanted.slice(wanted.lastIndexOf('.'))];
  let path = wanted;
  for (let number = 2; taken.has(path); number++) path = `${stem}_${number}${ending}`;
  return path;
}
