/**
 * Opens a workspace: workspace.json, its rule pack, its layers, its series. A layer that cannot be read becomes a
 * problem and is kept aside for saving; the others open. Knows no rules: the caller parses the pack.
 */
import { fail, ok, type Problem, problem, type Result, withPlace } from '../../core/result.ts';
import { checkpoint, type Task } from '../../core/task.ts';
import type { LayerNote } from '../../model/findings.ts';
import { asLayerNote, mapLayer } from '../../model/map-layer.ts';
import type { RulePack } from '../../model/rule-pack.ts';
import type { Layer, LayerManifest, WorkspaceDocument } from '../../model/workspace.ts';
import type { ReadCompanion, ReadOptions } from '../driver.ts';
import { readFile } from '../read-file.ts';
import { collectCarriedFiles } from './carried-files.ts';
import { type ParsedManifest, parseManifest } from './manifest.ts';
import { parseLayerEntry } from './parse-layer-entry.ts';
import { readSeries } from './read-series.ts';
import { findWorkspaceRoot, listSome, type WorkspaceFiles, type WorkspaceRoot } from './workspace-files.ts';
import { normalizePath } from './workspace-path.ts';

export interface OpenedWorkspace {
  readonly document: WorkspaceDocument;
  /** Of the workspace and of layers that are not open. */
  readonly problems: Problem[];
  /** Of layers that are open. */
  readonly notes: LayerNote[];
}

/** Undefined bytes ask for the national default. */
export type ParseRulePack = (bytes?: Uint8Array) => Result<RulePack>;

const MANIFEST = { file: 'workspace.json' } as const;

/** Fails where there is no readable workspace.json, or no rule pack at all. */
export async function openWorkspace(
  files: WorkspaceFiles,
  parseRulePack: ParseRulePack,
  task: Task,
): Promise<Result<OpenedWorkspace>> {
  const root = await findWorkspaceRoot(files);
  if (!root.ok) return root;
  const parsed = parseManifest(await root.value.read('workspace.json'));
  if (!parsed.ok) return { ok: false, problem: withPlace(parsed.problem, MANIFEST) };
  const manifest = parsed.value;
  const problems = parsed.notes.map((note) => withPlace(note, MANIFEST));
  const rulePack = await readRulePack(manifest, root.value, parseRulePack, problems);
  if (!rulePack.ok) return rulePack;
  const { layers, unreadLayers, notes } = await readLayers(manifest, root.value, problems, task);
  const series = await readSeries(manifest.carried.series, root.value, problems);
  const carriedFiles = await collectCarriedFiles(manifest, unreadLayers, root.value, problems);
  const hasUnread = unreadLayers.length > 0 || Object.keys(carriedFiles).length > 0;
  const document: WorkspaceDocument = {
    name: manifest.name,
    ...(manifest.asOf === undefined ? {} : { asOf: manifest.asOf }),
    ...(manifest.frame === undefined ? {} : { frame: manifest.frame }),
    layers,
    rulePack: rulePack.value,
    exceptions: manifest.exceptions,
    scenes: manifest.scenes,
    ...(manifest.cases.length > 0 ? { cases: manifest.cases } : {}),
    ...(manifest.decisions.length > 0 ? { decisions: manifest.decisions } : {}),
    ...(series.length > 0 ? { series } : {}),
    carried: manifest.carried,
    ...(hasUnread ? { unread: { files: carriedFiles, layers: unreadLayers } } : {}),
  };
  return ok({ document, problems, notes });
}

/** A pack that is missing or wrong is told, and the national default stands in. */
async function readRulePack(
  manifest: ParsedManifest,
  root: WorkspaceRoot,
  parseRulePack: ParseRulePack,
  problems: Problem[],
): Promise<Result<RulePack>> {
  if (manifest.rulePack === undefined) return parseRulePack();
  const path = normalizePath(manifest.rulePack);
  const found = path === undefined ? undefined : root.find(path);
  if (found === undefined) {
    problems.push(problem('rule-pack-missing', { path: manifest.rulePack }, MANIFEST));
    return parseRulePack();
  }
  const parsed = parseRulePack(await root.read(found));
  const place = { file: found };
  if (parsed.ok) {
    problems.push(...parsed.notes.map((note) => withPlace(note, place)));
    return parsed;
  }
  problems.push(withPlace(parsed.problem, place), problem('rule-pack-default-used', {}, place));
  return parseRulePack();
}

interface ReadLayers {
  readonly layers: Layer[];
  readonly unreadLayers: unknown[];
  readonly notes: LayerNote[];
}

async function readLayers(
  manifest: ParsedManifest,
  root: WorkspaceRoot,
  problems: Problem[],
  task: Task,
): Promise<ReadLayers> {
  const layers: Layer[] = [];
  const unreadLayers: unknown[] = [];
  const notes: LayerNote[] = [];
  const taken = new Set<string>();
  for (const [index, entry] of manifest.layers.entries()) {
    task.onProgress?.({ stage: 'read', done: index, total: manifest.layers.length, detail: titleOf(entry) });
    await checkpoint(task);
    const opened = await openLayer(entry, index, taken, root, task);
    if (opened.ok) {
      layers.push(opened.value.layer);
      notes.push(...opened.value.notes);
      taken.add(opened.value.layer.id);
    } else {
      problems.push(opened.problem);
      unreadLayers.push(entry);
    }
  }
  task.onProgress?.({ stage: 'read', done: manifest.layers.length, total: manifest.layers.length });
  return { layers, unreadLayers, notes };
}

function titleOf(entry: unknown): string {
  const { title, id } = (typeof entry === 'object' && entry !== null ? entry : {}) as { title?: unknown; id?: unknown };
  return String(title ?? id ?? '');
}

async function openLayer(
  entry: unknown,
  index: number,
  taken: ReadonlySet<string>,
  root: WorkspaceRoot,
  task: Task,
): Promise<Result<{ layer: Layer; notes: LayerNote[] }>> {
  const parsed = parseLayerEntry(entry, index);
  if (!parsed.ok) return { ok: false, problem: withPlace(parsed.problem, MANIFEST) };
  const manifest = parsed.value;
  const { id, kind, title } = manifest;
  if (taken.has(id)) return fail('layer-id-duplicate', { id, file: manifest.file }, { ...MANIFEST, layer: id });
  const path = root.find(normalizePath(manifest.file) as string);
  const place = { file: manifest.file, layer: id };
  if (path === undefined) return fail('layer-file-missing', { files: listSome(root.paths) }, place);
  const read = await readOneLayer(path, manifest, root, task);
  if (!read.ok) return { ok: false, problem: { ...read.problem, at: { ...read.problem.at, ...place } } };
  const { batch, notes } = mapLayer(read.value.batch, manifest);
  const isEmpty = read.value.batch.rows.length === 0;
  const all = [...read.notes, ...(isEmpty ? [problem('layer-empty')] : [])];
  return ok({
    layer: { id, kind, title: title ?? id, manifest, base: batch, edits: new Map() },
    notes: [...all.map((note) => asLayerNote({ ...note, at: { ...note.at, ...place } }, id)), ...notes],
  });
}

/** Files beside one of the workspace that are called alike: of a shapefile its attributes and its coordinate system. */
function companionsAt(path: string, root: WorkspaceRoot): ReadCompanion {
  return async (extension) => {
    const found = root.find(path.replace(/[^./]*$/u, extension));
    return found === undefined ? undefined : root.read(found);
  };
}

async function readOneLayer(path: string, manifest: LayerManifest, root: WorkspaceRoot, task: Task) {
  const { crs, datum, encoding, sublayer, geometry } = manifest;
  const options: ReadOptions = {
    ...(crs === undefined ? {} : { crs }),
    ...(datum === undefined ? {} : { datum }),
    ...(encoding === undefined ? {} : { encoding }),
    ...(sublayer === undefined ? {} : { sublayer }),
    ...(geometry === undefined ? {} : { geometry }),
  };
  try {
    const read = await readFile(
      { name: path, bytes: await root.read(path), companion: companionsAt(path, root) },
      options,
      task,
    );
    if (!read.ok) return read;
    const [first, second] = read.value;
    if (!first || second) {
      const sublayers = listSome(read.value.map((layer) => layer.name));
      return fail(first ? 'sublayer-needed' : 'sublayer-missing', { sublayer: sublayer ?? '', sublayers });
    }
    return ok(first, [...read.notes, ...first.notes]);
  } catch (error) {
    // Cancelled work is not a broken file; everything else is, whatever the codec threw.
    task.signal?.throwIfAborted();
    return fail('layer-unreadable', { reason: error instanceof Error ? error.message : String(error) });
  }
}
