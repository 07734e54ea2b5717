/** The layers of an import as they will stand in the workspace. */
import { type Problem, problem } from '../../core/result.ts';
import { checkpoint, type Task } from '../../core/task.ts';
import { concatBatches } from '../../model/concat-batches.ts';
import type { FeatureBatch } from '../../model/feature-batch.ts';
import { uniqueIds } from '../../model/feature-ids.ts';
import { mapLayer } from '../../model/map-layer.ts';
import { createNoteList } from '../../model/note-list.ts';
import type { Layer, LayerManifest } from '../../model/workspace.ts';
import type { RawLayer } from '../driver.ts';
import { withLine } from '../read-file.ts';
import { placeAsChosen } from './examine-layer.ts';
import {
  type ImportedLayer,
  type ImportResult,
  type LayerChoices,
  type MergeCounts,
  type MergePlan,
  NOTES_PER_CODE,
} from './import-types.ts';
import { mergeLayer } from './merge-layer.ts';

export interface ChosenLayer {
  readonly key: string;
  readonly raw: RawLayer;
  readonly records: number;
  readonly choices: LayerChoices;
}

interface MappedPart {
  readonly chosen: ChosenLayer;
  readonly batch: FeatureBatch;
  readonly notes: readonly Problem[];
}

/**
 * Only what is included comes in. Layers that join another come in as one with it; `existing` are
 * those of the workspace that are updated or appended to, and the ids that are taken. Rejects only when cancelled.
 */
export async function buildImport(
  chosen: readonly ChosenLayer[],
  existing: readonly Layer[],
  taken: readonly string[],
  task: Task,
): Promise<ImportResult> {
  const included = chosen.filter(({ choices }) => choices.included);
  const parts: MappedPart[] = [];
  for (const [done, layer] of included.entries()) {
    task.onProgress?.({ stage: 'read', done, total: included.length, detail: layer.choices.title });
    await checkpoint(task);
    parts.push(await mapPart(layer));
  }
  const ids = new Set(taken);
  const layers: ImportedLayer[] = [];
  for (const group of groupParts(parts)) layers.push(await buildLayer(group, existing, ids, task));
  return {
    layers,
    records: included.reduce((sum, { records }) => sum + records, 0),
    features: parts.reduce((sum, { batch }) => sum + batch.rows.length, 0),
  };
}

/** What an update with this layer alone would do to one of the workspace. */
export async function planMerge(
  chosen: ChosenLayer,
  before: Layer,
  keepMissing: boolean,
  task: Task,
): Promise<MergePlan> {
  const { batch } = await mapPart(chosen);
  const hasIds = chosen.choices.fields.id !== undefined;
  return (await mergeLayer(before, batch, { keepMissing, hasIds }, task)).plan;
}

async function mapPart(chosen: ChosenLayer): Promise<MappedPart> {
  const { layer } = await placeAsChosen(chosen.raw, chosen.choices.reading, NOTES_PER_CODE);
  const manifest = manifestOf(chosen);
  const { batch, notes } = mapLayer(layer.batch, manifest, { notesPerCode: NOTES_PER_CODE, everyRow: true });
  return { chosen, batch, notes: [...layer.notes, ...notes.map((note) => withLine(note.problem, chosen.raw))] };
}

function manifestOf({ raw, choices }: ChosenLayer): LayerManifest {
  const { title, kind, fields, units } = choices;
  return { id: title, kind, title, file: raw.place?.file ?? raw.name, fields, units };
}

/** A layer and those that join it, in the order of the files. One that joins what is not included stands alone. */
function groupParts(parts: readonly MappedPart[]): MappedPart[][] {
  const groups = new Map<string, MappedPart[]>();
  const heads = new Set(parts.map(({ chosen }) => chosen.key));
  for (const part of parts) {
    const { target } = part.chosen.choices;
    const key =
      target.type === 'join' && heads.has(target.with)
        ? target.with
        : target.type === 'append' || target.type === 'update'
          ? `${target.type} ${target.layer}`
          : part.chosen.key;
    groups.set(key, [...(groups.get(key) ?? []), part]);
  }
  return [...groups.values()];
}

async function buildLayer(
  parts: readonly MappedPart[],
  existing: readonly Layer[],
  ids: Set<string>,
  task: Task,
): Promise<ImportedLayer> {
  const head = parts.find(({ chosen }) => chosen.choices.target.type !== 'join') ?? parts[0]!;
  const { choices } = head.chosen;
  const incoming = parts.map(({ batch, chosen }) => ({ batch, raw: chosen.raw }));
  const own = parts.flatMap((part) => part.notes);
  const { target } = choices;
  const before =
    target.type === 'update' || target.type === 'append' ? existing.find(({ id }) => id === target.layer) : undefined;
  if (before && target.type === 'append') {
    const all = joinBatches([{ batch: before.base }, ...incoming], before.edits.keys());
    const layer = { manifest: before.manifest, base: all.batch, edits: before.edits };
    const added = all.batch.ids.length - before.base.ids.length;
    const counts = { ...NOTHING, added, unchanged: before.base.ids.length };
    return { id: before.id, layer, replaces: true, counts, notes: [...own, ...all.notes] };
  }
  const joined = joinBatches(incoming);
  const notes = [...own, ...joined.notes];
  if (before && target.type === 'update') {
    const hasIds = parts.every(({ chosen }) => chosen.choices.fields.id !== undefined);
    const merged = await mergeLayer(before, joined.batch, { keepMissing: target.keepMissing, hasIds }, task);
    const layer = { manifest: before.manifest, base: merged.base, edits: merged.edits };
    return { id: before.id, layer, replaces: true, counts: merged.plan.counts, notes: [...notes, ...merged.notes] };
  }
  const id = freeId(choices.title || choices.kind, ids);
  const manifest: LayerManifest = { ...manifestOf(head.chosen), id };
  const { fields: _, units: __, ...plain } = manifest;
  const counts = { ...NOTHING, added: joined.batch.ids.length };
  return { id, layer: { manifest: plain, base: joined.batch }, replaces: false, counts, notes };
}

const NOTHING: MergeCounts = { added: 0, changed: 0, unchanged: 0, removed: 0, kept: 0 };

/** `raw`: where it was read from; a layer that was there has none. */
interface JoinedPart {
  readonly batch: FeatureBatch;
  readonly raw?: RawLayer;
}

/** Rows run on from batch to batch; of features called alike the later ones are numbered, and told. `edited`: names that edits of the first hold. */
function joinBatches(
  parts: readonly JoinedPart[],
  edited: Iterable<string> = [],
): { batch: FeatureBatch; notes: Problem[] } {
  const joined = concatBatches(parts.map(({ batch }) => batch));
  if (parts.length === 1) return { batch: joined, notes: [] };
  const own = new Set(parts[0]?.batch.ids);
  const { ids, duplicates } = uniqueIds(joined.ids, new Set([...edited].filter((id) => !own.has(id))));
  const notes = createNoteList(NOTES_PER_CODE);
  const starts = [0];
  for (const { batch } of parts) starts.push(starts.at(-1)! + batch.ids.length);
  let at = 0;
  for (const { index, id, renamed } of duplicates) {
    while (index >= starts[at + 1]!) at++;
    const { batch, raw } = parts[at]!;
    const place = { ...raw?.place, row: batch.rows[index - starts[at]!]! };
    const found = problem('duplicate-id', { id, renamed }, place);
    notes.take(raw ? withLine(found, raw) : found);
  }
  return { batch: { ...joined, ids, rows: Uint32Array.from(ids, (_, row) => row) }, notes: notes.finish() };
}

/** Letters and digits of the title; numbered where taken. */
function freeId(title: string, ids: Set<string>): string {
  const stem = title.replace(/[^\p{L}\p{N}_-]+/gu, '-').replace(/^-+|-+$/gu, '') || 'layer';
  let id = stem;
  for (let number = 2; ids.has(id); number++) id = `${stem}-${number}`;
  ids.add(id);
  return id;
}
