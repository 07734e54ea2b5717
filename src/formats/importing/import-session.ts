/**
 * One import from the files dropped to the layers made: keeps what was read, so that a change of
 * mind about a coordinate system or a field does not read the file again.
 */
import { fail, ok, type Problem, type Result } from '../../core/result.ts';
import type { Task } from '../../core/task.ts';
import type { Layer } from '../../model/workspace.ts';
import type { DatumExamination, DatumReference } from '../datum-doctor/datum-types.ts';
import type { RawLayer, ReadOptions, SourceFile } from '../driver.ts';
import { findDriver } from '../drivers.ts';
import { readRawLayers } from '../read-file.ts';
import type { PathAndBytes } from '../workspace/workspace-path.ts';
import { buildImport, planMerge } from './build-import.ts';
import { examineLayer, type LayerToExamine, placeAsChosen, recordsOf } from './examine-layer.ts';
import { gatherSources } from './gather-sources.ts';
import {
  type AskedChoices,
  type ExaminedLayer,
  type ImportExamination,
  type ImportResult,
  type ImportSurroundings,
  type LayerChoices,
  NOTES_PER_CODE,
  type ReadingChoices,
} from './import-types.ts';
import { suggestTargets } from './suggest-targets.ts';

export interface ImportSession {
  /** Fails only where nothing could be read at all; a file that cannot be read is a problem beside the others. */
  readonly examination: ImportExamination;
  /** The layer as it would come in with other choices; `against`: the layer that it is to update. */
  revise(key: string, choices: AskedChoices, against: Layer | undefined, task: Task): Promise<Result<ExaminedLayer>>;
  /** How well each datum fits what the workspace holds; the layer as chosen, but for its datum. */
  examineDatum(
    key: string,
    reading: ReadingChoices,
    references: readonly DatumReference[],
    task: Task,
  ): Promise<Result<DatumExamination>>;
  finish(
    choices: Readonly<Record<string, LayerChoices>>,
    existing: readonly Layer[],
    taken: readonly string[],
    task: Task,
  ): Promise<Result<ImportResult>>;
}

interface HeldLayer extends LayerToExamine {
  readonly source: SourceFile;
  /** Its place among the file's layers. */
  readonly index: number;
  /** What of the choices decided how the bytes were read. */
  readonly readAs: string;
}

/** Reads every file once. O(bytes). Rejects only when cancelled. */
export async function openImport(
  files: readonly PathAndBytes[],
  surroundings: ImportSurroundings,
  task: Task,
): Promise<ImportSession> {
  const gathered = gatherSources(files);
  const problems: Problem[] = [...gathered.problems];
  const notes: Problem[] = [];
  const held = new Map<string, HeldLayer>();
  const examined: ExaminedLayer[] = [];
  for (const [at, source] of gathered.sources.entries()) {
    task.onProgress?.({ stage: 'read', done: at, total: gathered.sources.length, detail: source.name });
    const raw = await readSafely(source, optionsOf({}), withDetail(task, source.name));
    if (!raw.ok) {
      problems.push(raw.problem);
      continue;
    }
    for (const note of raw.notes) notes.push(note);
    for (const [index, layer] of raw.value.entries()) {
      const one = holdLayer(source, `${at}/${index}`, index, raw.value.length > 1, layer);
      held.set(one.key, one);
      examined.push(await examineLayer(one, surroundings));
    }
  }

  const current = async (key: string, reading: ReadingChoices, task: Task): Promise<Result<HeldLayer>> => {
    const layer = held.get(key);
    if (!layer) return fail('import-layer-gone', { key });
    const options = optionsOf(reading);
    if (layer.readAs === JSON.stringify(options)) return ok(layer);
    const raw = await readSafely(layer.source, options, task);
    if (!raw.ok) return raw;
    const again = raw.value[layer.index];
    if (!again) return fail('import-layer-gone', { key });
    const next = { ...layer, raw: again, readAs: JSON.stringify(options) };
    held.set(key, next);
    return ok(next);
  };

  return {
    examination: { layers: suggestTargets(examined, surroundings.layers), problems, notes },
    async revise(key, choices, against, task) {
      const layer = await current(key, choices.reading, task);
      if (!layer.ok) return layer;
      const examined = await examineLayer(layer.value, surroundings, choices);
      const { target } = examined.choices;
      if (!against || target.type !== 'update') return ok(examined);
      const chosen = { key, raw: layer.value.raw, records: examined.records, choices: examined.choices };
      return ok({ ...examined, merge: await planMerge(chosen, against, target.keepMissing, task) });
    },
    async examineDatum(key, reading, references, task) {
      const layer = await current(key, reading, task);
      if (!layer.ok) return layer;
      const { datum: _, ...plain } = reading;
      const placed = await placeAsChosen(layer.value.raw, plain);
      if (placed.problem) return { ok: false, problem: placed.problem };
      const { examineDatum } = await import('../datum-doctor/examine-datum.ts');
      return ok(await examineDatum(placed.layer.batch, references, task));
    },
    async finish(choices, existing, taken, task) {
      const chosen = [];
      for (const key of held.keys()) {
        const decided = choices[key];
        if (!decided?.included) continue;
        const layer = await current(key, decided.reading, task);
        if (!layer.ok) return layer;
        const { raw } = layer.value;
        chosen.push({ key, raw, records: recordsOf(raw), choices: decided });
      }
      return ok(await buildImport(chosen, existing, taken, task));
    },
  };
}

function holdLayer(source: SourceFile, key: string, index: number, isOneOfSeveral: boolean, raw: RawLayer): HeldLayer {
  const format = findDriver(source.name, source.bytes)?.id ?? 'csv';
  const readAs = JSON.stringify(optionsOf({}));
  return { key, file: source.name, format, isOneOfSeveral, raw, source, index, readAs, notesPerCode: NOTES_PER_CODE };
}

/** What must be known while the bytes are read; the rest is applied to what was read. */
function optionsOf({ encoding, delimiter, geometry }: ReadingChoices): ReadOptions {
  return {
    notesPerCode: NOTES_PER_CODE,
    ...(encoding === undefined ? {} : { encoding }),
    ...(delimiter === undefined ? {} : { delimiter }),
    ...(geometry === undefined ? {} : { geometry }),
  };
}

/** Progress within a file says which file it is. */
function withDetail(task: Task, detail: string): Task {
  const { onProgress } = task;
  return onProgress ? { ...task, onProgress: (progress) => onProgress({ ...progress, detail }) } : task;
}

/** A codec that throws says why, and the other files go on. */
async function readSafely(source: SourceFile, options: ReadOptions, task: Task): Promise<Result<RawLayer[]>> {
  try {
    return await readRawLayers(source, options, task);
  } catch (error) {
    task.signal?.throwIfAborted();
    const reason = error instanceof Error ? error.message : String(error);
    return fail('layer-unreadable', { reason }, { file: source.name });
  }
}
