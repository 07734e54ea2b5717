/** Reads any file of a known format into layers of WGS84 features, with a note for everything that was not plain. */
import { fail, ok, type Problem, type Result, withPlace } from '../core/result.ts';
import type { Task } from '../core/task.ts';
import { createNoteList } from '../model/note-list.ts';
import { applyCrs } from './apply-crs.ts';
import type { FormatDriver, RawLayer, ReadLayer, ReadOptions, SourceFile } from './driver.ts';
import { DRIVERS, findDriver } from './drivers.ts';
import { deriveFireColumns } from './firms/derive-fire-columns.ts';

/**
 * Fails where nothing can be read: unknown format, broken header, wrong coordinate system. Every
 * problem and note names the file. `options` stand above what the file says of itself.
 */
export async function readFile(file: SourceFile, options: ReadOptions, task: Task): Promise<Result<ReadLayer[]>> {
  const raw = await readRawLayers(file, options, task);
  if (!raw.ok) return raw;
  const chosen = chooseSublayer(raw.value, options.sublayer, findDriver(file.name, file.bytes));
  if (!chosen.ok) return { ok: false, problem: withPlace(chosen.problem, { file: file.name }) };
  const layers: ReadLayer[] = [];
  const unplaced: Problem[] = [];
  for (const layer of chosen.value) {
    const placed = await placeLayer(layer, options);
    if (placed.ok) layers.push(placed.value);
    else unplaced.push(placed.problem);
  }
  // One sheet whose coordinates mean nothing must not take the others along.
  const [first] = unplaced;
  return first && layers.length === 0 ? { ok: false, problem: first } : ok(layers, [...raw.notes, ...unplaced]);
}

/** What the codec finds, coordinates still in the file's own system; every problem and note with the file and the sheet. */
export async function readRawLayers(file: SourceFile, options: ReadOptions, task: Task): Promise<Result<RawLayer[]>> {
  const place = { file: file.name };
  const result = await readAnywhere(file, options, task);
  if (!result.ok) return { ok: false, problem: withPlace(result.problem, place) };
  const layers = result.value.map((found): RawLayer => {
    const layer = withFires(found, options);
    const at = result.value.length > 1 ? { ...place, sheet: layer.name } : place;
    return { ...layer, place: at, notes: layer.notes.map((note) => withPlace(withLine(note, layer), at)) };
  });
  return ok(
    layers,
    result.notes.map((note) => withPlace(note, place)),
  );
}

/** Satellite fire points come as plain tables of any format: what the rules ask of a hotspot is added to them. */
function withFires(layer: RawLayer, { notesPerCode }: ReadOptions): RawLayer {
  const notes = createNoteList(notesPerCode);
  const batch = deriveFireColumns(layer.batch, notes);
  return batch ? { ...layer, batch, notes: [...layer.notes, ...notes.finish()] } : layer;
}

/** The layer in WGS84, by what the options say, else the file, else degrees. O(positions). */
export async function placeLayer(
  layer: RawLayer,
  options: Pick<ReadOptions, 'crs' | 'datum' | 'notesPerCode'>,
): Promise<Result<ReadLayer>> {
  const applied = await applyCrs(layer.batch, options.crs ?? layer.crs, options.datum, options.notesPerCode);
  const place = layer.place ?? {};
  if (!applied.ok) return { ok: false, problem: withPlace(applied.problem, place) };
  const notes = [...layer.notes, ...applied.notes.map((note) => withPlace(withLine(note, layer), place))];
  const stated = layer.crs === undefined ? {} : { statedCrs: layer.crs };
  return ok({ ...layer, ...applied.value, ...stated, notes });
}

async function readAnywhere(file: SourceFile, options: ReadOptions, task: Task): Promise<Result<RawLayer[]>> {
  const { name, bytes } = file;
  if (bytes.length === 0) return fail('file-empty');
  const driver = findDriver(name, bytes);
  if (!driver) return fail('format-unknown', { formats: readableFormats().join(', ') });
  if (!driver.read) return fail('format-not-readable', { format: driver.id, formats: readableFormats().join(', ') });
  return driver.read({ ...file, options }, task);
}

function readableFormats(): string[] {
  return DRIVERS.filter((driver) => driver.read).map((driver: FormatDriver) => driver.id);
}

function chooseSublayer(layers: RawLayer[], wanted: string | undefined, driver?: FormatDriver): Result<RawLayer[]> {
  // A file that can only hold one layer has nothing to choose from: its inner name is nobody's business.
  if (wanted === undefined || (layers.length === 1 && !driver?.holdsSeveral)) return ok(layers);
  const chosen = layers.filter((layer) => layer.name === wanted);
  const names = layers.map((layer) => layer.name).join(', ');
  return chosen.length > 0 ? ok(chosen) : fail('sublayer-missing', { sublayer: wanted, sublayers: names });
}

/** A note of a record of a table says too where the user sees it in the sheet. O(log n): rows ascend. */
export function withLine(note: Problem, { lines, batch }: RawLayer): Problem {
  const row = note.at?.row;
  if (!lines || row === undefined || note.at?.line !== undefined) return note;
  let [low, high] = [0, batch.rows.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (batch.rows[middle]! < row) low = middle + 1;
    else high = middle;
  }
  const line = batch.rows[low] === row ? lines[low] : undefined;
  return line === undefined ? note : withPlace(note, { line });
}
