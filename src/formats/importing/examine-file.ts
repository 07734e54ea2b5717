/** What one file is taken for, with reasons: the import's own judgement, for the terminal. */
import { ok, type Problem, type Result } from '../../core/result.ts';
import type { Task } from '../../core/task.ts';
import type { SourceFile } from '../driver.ts';
import { findDriver } from '../drivers.ts';
import { readRawLayers } from '../read-file.ts';
import { examineLayer } from './examine-layer.ts';
import type { ExaminedLayer, ReadingChoices } from './import-types.ts';

export interface ExaminedFile {
  readonly layers: readonly ExaminedLayer[];
  /** Of the file as a whole; each layer has its own. */
  readonly problems: readonly Problem[];
}

/** Fails where nothing can be read. `given` stands above any guess. O(bytes). */
export async function examineFile(file: SourceFile, given: ReadingChoices, task: Task): Promise<Result<ExaminedFile>> {
  const { encoding, geometry } = given;
  const options = { ...(encoding && { encoding }), ...(geometry && { geometry }) };
  const raw = await readRawLayers(file, options, task);
  if (!raw.ok) return raw;
  const format = findDriver(file.name, file.bytes)?.id ?? 'csv';
  const layers: ExaminedLayer[] = [];
  for (const [index, layer] of raw.value.entries()) {
    const isOneOfSeveral = raw.value.length > 1;
    const one = { key: String(index), file: file.name, format, isOneOfSeveral, raw: layer, given };
    layers.push(await examineLayer(one, { layers: [], profiles: [] }));
  }
  return ok({ layers, problems: raw.notes });
}
