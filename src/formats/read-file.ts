/** Reads any file of a known format into layers of WGS84 features, with a note for everything that was not plain. */
import { fail, ok, type Place, type Problem, type Result, withPlace } from '../core/result.ts';
import type { Task } from '../core/task.ts';
import { applyCrs } from './apply-crs.ts';
import type { FormatDriver, RawLayer, ReadLayer, ReadOptions, SourceFile } from './driver.ts';
import { DRIVERS, findDriver } from './drivers.ts';

/**
 * Fails where nothing can be read: unknown format, broken header, wrong coordinate system. Every
 * problem and note names the file. `options` stand above what the file says of itself.
 */
export async function readFile(file: SourceFile, options: ReadOptions, task: Task): Promise<Result<ReadLayer[]>> {
  const result = await readAnywhere(file, options, task);
  return result.ok ? result : { ok: false, problem: withPlace(result.problem, { file: file.name }) };
}

async function readAnywhere(file: SourceFile, options: ReadOptions, task: Task): Promise<Result<ReadLayer[]>> {
  const { name, bytes } = file;
  if (bytes.length === 0) return fail('file-empty');
  const driver = findDriver(name, bytes);
  if (!driver) return fail('format-unknown', { formats: readableFormats().join(', ') });
  if (!driver.read) return fail('format-not-readable', { format: driver.id, formats: readableFormats().join(', ') });
  const raw = await driver.read({ ...file, options }, task);
  if (!raw.ok) return raw;
  const chosen = chooseSublayer(raw.value, options.sublayer);
  if (!chosen.ok) return chosen;
  const layers: ReadLayer[] = [];
  for (const layer of chosen.value) {
    const place = chosen.value.length > 1 ? { file: name, sheet: layer.name } : { file: name };
    const applied = await applyToLayer(layer, options, place);
    if (!applied.ok) return applied;
    layers.push(applied.value);
  }
  return ok(layers, raw.notes);
}

function readableFormats(): string[] {
  return DRIVERS.filter((driver) => driver.read).map((driver: FormatDriver) => driver.id);
}

function chooseSublayer(layers: RawLayer[], wanted: string | undefined): Result<RawLayer[]> {
  // A file of one layer has no sheets or folders to choose from: its inner name is nobody's business.
  if (wanted === undefined || layers.length === 1) return ok(layers);
  const chosen = layers.filter((layer) => layer.name === wanted);
  const names = layers.map((layer) => layer.name).join(', ');
  return chosen.length > 0 ? ok(chosen) : fail('sublayer-missing', { sublayer: wanted, sublayers: names });
}

async function applyToLayer(layer: RawLayer, options: ReadOptions, place: Place): Promise<Result<ReadLayer>> {
  const applied = await applyCrs(layer.batch, options.crs ?? layer.crs, options.datum);
  if (!applied.ok) return applied;
  const notes: Problem[] = [...layer.notes, ...applied.notes.map((note) => withLine(note, layer))].map((note) =>
    withPlace(note, place),
  );
  const stated = layer.crs === undefined ? {} : { statedCrs: layer.crs };
  return ok({ ...layer, ...applied.value, ...stated, notes });
}

/** A note of a record of a table says too where the user sees it in the sheet. */
function withLine(note: Problem, { lines, batch }: RawLayer): Problem {
  const row = note.at?.row;
  const line = lines?.[row === undefined ? -1 : batch.rows.indexOf(row)];
  return line === undefined ? note : withPlace(note, { line });
}
