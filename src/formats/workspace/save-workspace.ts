/**
 * A document as the files of its workspace: layers with all edits as indexed FlatGeobuf under their
 * canonical names, workspace.json, and everything that was carried along. The same document gives
 * the same bytes.
 */
import { ok, type Result } from '../../core/result.ts';
import { checkpoint, type Task } from '../../core/task.ts';
import { createTextStore } from '../../model/column-builder.ts';
import { effectiveBatch } from '../../model/effective-batch.ts';
import type { Column, FeatureBatch } from '../../model/feature-batch.ts';
import { ID_COLUMN } from '../../model/feature-ids.ts';
import { formatRulePack } from '../../model/format-rule-pack.ts';
import { keptMonths, snapshotPath } from '../../model/months.ts';
import type { Layer, WorkspaceDocument } from '../../model/workspace.ts';
import { writeFile } from '../write-file.ts';
import { formatScene } from './parse-scene.ts';
import { normalizePath, type PathAndBytes } from './workspace-path.ts';

/** Keys of a layer's entry that describe how to read its old file; the new one needs none of them. */
const READING_KEYS = ['sublayer', 'crs', 'datum', 'encoding', 'geometry', 'units', 'fields', 'defaults', 'where'];

/** workspace.json first, then layers in their order, then the rules where they were changed, then carried files. */
export async function saveWorkspace(document: WorkspaceDocument, task: Task = {}): Promise<Result<PathAndBytes[]>> {
  const rules = document.rulePackIsOwn ? [ownRules(document)] : [];
  const carried = Object.entries(document.unread?.files ?? {})
    .map(([path, bytes]) => ({ path, bytes }))
    .filter(({ path }) => path !== rules[0]?.path);
  const taken = new Set(carried.map(({ path }) => path.toLowerCase()));
  const entries: unknown[] = [];
  const layerFiles: PathAndBytes[] = [];
  for (const layer of document.layers) {
    await checkpoint(task);
    const path = freePath(layer.id, taken);
    const batch = withIdColumn(effectiveBatch(layer));
    const written = await writeFile('flatgeobuf', { name: layer.title, batch }, { task });
    if (!written.ok) return written;
    layerFiles.push({ path, bytes: written.value });
    entries.push(entryOf(layer, path));
  }
  entries.push(...(document.unread?.layers ?? []));
  const manifest = { path: 'workspace.json', bytes: formatManifest(document, entries, rules[0]?.path) };
  return ok([manifest, ...layerFiles, ...rules, ...carried]);
}

/** The pack as it acts, in the place of the one that was read: what is unconfirmed acts nowhere and is left to the default. */
function ownRules({ rulePack, carried }: WorkspaceDocument): PathAndBytes {
  const named = typeof carried.rulePack === 'string' ? normalizePath(carried.rulePack) : undefined;
  return { path: named ?? 'rules.json', bytes: formatRulePack(rulePack) };
}

/** `layers/ID.fgb`, with what file systems dislike in names replaced, and numbered where taken. */
function freePath(id: string, taken: Set<string>): string {
  const stem = id.replace(/[^\p{L}\p{N}_-]+/gu, '_') || 'layer';
  let path = `layers/${stem}.fgb`;
  for (let number = 2; taken.has(path.toLowerCase()); number++) path = `layers/${stem}-${number}.fgb`;
  taken.add(path.toLowerCase());
  return path;
}

function withIdColumn(batch: FeatureBatch): FeatureBatch {
  const ids = createTextStore();
  for (const [index, id] of batch.ids.entries()) ids.set(index, id);
  const columns = new Map<string, Column>([[ID_COLUMN, ids.finish(batch.ids.length)]]);
  for (const [name, column] of batch.columns) columns.set(name === ID_COLUMN ? `${name}_raw` : name, column);
  return { ...batch, columns };
}

function entryOf(layer: Layer, file: string): unknown {
  const kept = Object.entries(layer.manifest).filter(([key]) => !READING_KEYS.includes(key));
  return {
    ...Object.fromEntries(kept),
    id: layer.id,
    kind: layer.kind,
    title: layer.title,
    file,
    fields: { id: ID_COLUMN },
  };
}

function formatManifest(
  document: WorkspaceDocument,
  layers: readonly unknown[],
  rulesPath: string | undefined,
): Uint8Array<ArrayBuffer> {
  const { series, rulePack, cases, decisions, snapshots: _, ...rest } = document.carried;
  const { name: carriedName, asOf, frame, exceptions, scenes, ...others } = rest;
  const months = keptMonths(document).map((month) => ({ month, file: snapshotPath(month) }));
  const manifest = {
    format: 'chentu-workspace',
    version: 1,
    name: carriedName ?? document.name,
    asOf: document.asOf ?? asOf,
    layers,
    series,
    rulePack: rulesPath ?? rulePack,
    frame: document.frame ?? frame,
    exceptions: joinLists(document.exceptions, exceptions),
    cases: joinLists(document.cases ?? [], cases),
    decisions: joinLists(document.decisions ?? [], decisions),
    snapshots: months.length > 0 ? months : undefined,
    scenes: joinLists(document.scenes.map(formatScene), scenes),
    ...others,
  };
  return new TextEncoder().encode(`${JSON.stringify(manifest, null, 2)}\n`);
}

/** What is in use, then what could not be used; no key where both are empty. */
function joinLists(used: readonly unknown[], carried: unknown): unknown {
  if (carried !== undefined && !Array.isArray(carried)) return used.length > 0 ? used : carried;
  const joined = [...used, ...((carried as unknown[] | undefined) ?? [])];
  return joined.length > 0 ? joined : undefined;
}
