/**
 * A layer of the workspace, with its edits, as a file to hand on: columns called and valued as the reader
 * of the file says them, people only where they are asked for.
 */
import { invariant } from '../core/invariant.ts';
import { ok, type Problem, problem, type Result } from '../core/result.ts';
import type { Task } from '../core/task.ts';
import { createTextStore } from '../model/column-builder.ts';
import { effectiveBatch } from '../model/effective-batch.ts';
import type { Column, FeatureBatch, TextColumn } from '../model/feature-batch.ts';
import { fieldsOfKind, mayNamePeople } from '../model/kinds.ts';
import { indicesOf, selectBatch } from '../model/select-batch.ts';
import type { Layer } from '../model/workspace.ts';
import type { WriteLayer } from './driver.ts';
import { DRIVERS } from './drivers.ts';
import type { LayerExportFormat } from './layer-export-formats.ts';
import { writeFile } from './write-file.ts';

export interface LayerExportOptions {
  readonly format: LayerExportFormat;
  /** With the people in charge, notes, and the columns that are not ours, which may hold anything. */
  readonly withPersonal: boolean;
  /** Only the features of these ids, in this order; ids that are not there are passed over. Absent: all. */
  readonly only?: readonly string[];
  /** Columns and values under our own names instead of `labels` and `words`: for programs. */
  readonly forPrograms?: boolean;
  /** What fields are called; one that is missing keeps its own name. */
  readonly labels: Readonly<Record<string, string>>;
  /** What values of choice fields are called, by field. */
  readonly words: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

export interface ExportedLayer {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Of the file's name: `zip` where several files belong together. */
  readonly extension: string;
  readonly mediaType: string;
  /** What the format or the choice left out. */
  readonly notes: readonly Problem[];
}

const NO_WORDS: Pick<LayerExportOptions, 'labels' | 'words'> = { labels: {}, words: {} };

/** O(features × columns + positions). */
export async function exportLayer(
  layer: Layer,
  options: LayerExportOptions,
  task: Task,
): Promise<Result<ExportedLayer>> {
  const all = effectiveBatch(layer);
  const chosen = options.only ? selectBatch(all, indicesOf(all, options.only)) : all;
  const { batch, leftOut } = chooseColumns(chosen, layer, options);
  const nameColumn = (!options.forPrograms && options.labels.name) || 'name';
  const written = await exportBatch({ name: layer.title, batch, nameColumn }, options.format, task);
  if (!written.ok) return written;
  const notes =
    leftOut.length > 0
      ? [
          problem('export-columns-left-out', {
            columns: leftOut.map((name) => options.labels[name] ?? name).join(', '),
          }),
        ]
      : [];
  return ok({ ...written.value, notes: [...notes, ...written.value.notes] });
}

/** Features as they are, as a file. O(positions + values). */
export async function exportBatch(
  layer: WriteLayer,
  format: LayerExportFormat,
  task: Task,
): Promise<Result<ExportedLayer>> {
  const written = await writeFile(format, layer, { task });
  return written.ok ? ok({ bytes: written.value, ...fileOf(format), notes: written.notes }) : written;
}

function fileOf(format: LayerExportFormat): Pick<ExportedLayer, 'extension' | 'mediaType'> {
  const driver = DRIVERS.find(({ id }) => id === format);
  invariant(driver, `no driver ${format}, expected one of the writable formats`);
  const { extensions, mediaType, writtenAs } = driver;
  return writtenAs ? { extension: writtenAs, mediaType: 'application/zip' } : { extension: extensions[0]!, mediaType };
}

function chooseColumns(batch: FeatureBatch, layer: Layer, options: LayerExportOptions) {
  const { withPersonal, forPrograms } = options;
  const { labels, words } = forPrograms ? NO_WORDS : options;
  const known = fieldsOfKind(layer.kind);
  const columns = new Map<string, Column>();
  const leftOut: string[] = [];
  columns.set(freeName(labels.id ?? 'id', columns), idColumn(batch.ids));
  for (const [name, column] of batch.columns) {
    const isOurs = Object.hasOwn(known, name);
    if (!withPersonal && mayNamePeople(layer.kind, name)) leftOut.push(name);
    else
      columns.set(
        freeName((isOurs && labels[name]) || name, columns),
        inWords(column, isOurs ? words[name] : undefined),
      );
  }
  return { batch: { ...batch, columns }, leftOut };
}

function freeName(wanted: string, taken: ReadonlyMap<string, unknown>): string {
  let name = wanted;
  for (let number = 2; taken.has(name); number++) name = `${wanted}#${number}`;
  return name;
}

function idColumn(ids: readonly string[]): TextColumn {
  const store = createTextStore();
  for (const [index, id] of ids.entries()) store.set(index, id);
  return store.finish(ids.length);
}

/** Each value as its word; of lists each member. What has no word stays. */
function inWords(column: Column, words: Readonly<Record<string, string>> | undefined): Column {
  if (!words || column.type !== 'text') return column;
  const said = (text: string) =>
    words[text] ??
    text
      .split(',')
      .map((part) => words[part] ?? part)
      .join('、');
  const store = createTextStore();
  for (const [index, code] of column.codes.entries())
    if (code > 0) store.set(index, said(column.dictionary[code - 1]!));
  return store.finish(column.codes.length);
}
