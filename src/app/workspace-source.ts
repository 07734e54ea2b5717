/** Where a workspace's files come from, readable again and again: a folder on our own server, or what the user gave. */
import { fail, ok, type Problem, type Result } from '../core/result.ts';
import type { WorkspaceFile } from '../engine/protocol.ts';
import { ATTACHMENTS, attachmentPath } from '../reports/slips/slip-photos.ts';
import type { StoredSource } from '../storage/stored-types.ts';

export const DEMO_FOLDER = 'demo';

export interface WorkspaceSource {
  readonly isDemo: boolean;
  /** The folder on our server; undefined for files that the user gave. */
  readonly served: string | undefined;
  /** Fresh bytes each time: the engine takes what it is given. */
  read(signal: AbortSignal): Promise<Result<WorkspaceFile[]>>;
  /** What is kept for the next visit. */
  store(): Promise<StoredSource>;
}

export interface PathAndBlob {
  readonly path: string;
  readonly blob: Blob;
}

/** @param path of a folder, relative to the page or from the server's root; a `.chentu` or `.zip` is fetched as it is. */
export function createServedSource(path: string): WorkspaceSource {
  const folder = path.replace(/\/+$/, '');
  return {
    isDemo: folder === DEMO_FOLDER,
    served: folder,
    read: (signal) => fetchWorkspace(folder, signal),
    store: async () => ({ type: 'demo', name: folder }),
  };
}

export function createFileSource(files: readonly PathAndBlob[]): WorkspaceSource {
  return {
    isDemo: false,
    served: undefined,
    read: () => readAll(files),
    store: async () => ({ type: 'files', files: await bytesOfAll(files) }),
  };
}

/** One without layers, for data to be put into. */
export function emptyWorkspace(name: string): WorkspaceSource {
  const manifest = { format: 'chentu-workspace', version: 1, name, layers: [] };
  const blob = new Blob([JSON.stringify(manifest, null, 2)], { type: 'application/json' });
  return createFileSource([{ path: 'workspace.json', blob }]);
}

/** Fails where a file is gone or may not be read. */
export async function readAll(files: readonly PathAndBlob[]): Promise<Result<WorkspaceFile[]>> {
  try {
    return ok(await bytesOfAll(files));
  } catch (error) {
    return fail('app.file-unreadable', { reason: String(error) });
  }
}

const bytesOfAll = (files: readonly PathAndBlob[]): Promise<WorkspaceFile[]> =>
  Promise.all(files.map(async ({ path, blob }) => ({ path, bytes: await bytesOf(blob) })));

export function sourceFromStored(stored: StoredSource): WorkspaceSource {
  if (stored.type === 'demo') return createServedSource(stored.name);
  return createFileSource(stored.files.map(({ path, bytes }) => ({ path, blob: new Blob([bytes]) })));
}

const bytesOf = async (blob: Blob) => new Uint8Array(await blob.arrayBuffer());

/** A file that is not there is left out: opening the workspace then names the layer that misses it. */
async function fetchWorkspace(folder: string, signal: AbortSignal): Promise<Result<WorkspaceFile[]>> {
  if (/\.(chentu|zip)$/i.test(folder)) {
    const bytes = await fetchBytes(folder, signal);
    return bytes.ok ? ok([{ path: folder.split('/').at(-1) ?? folder, bytes: bytes.value }]) : bytes;
  }
  const manifest = await fetchBytes(`${folder}/workspace.json`, signal);
  if (!manifest.ok) return manifest;
  const others = await Promise.all(
    filesOfManifest(manifest.value).map(async (path) => ({
      path,
      bytes: await fetchBytes(`${folder}/${path}`, signal),
    })),
  );
  const files: WorkspaceFile[] = [{ path: 'workspace.json', bytes: manifest.value }];
  const notes: Problem[] = [];
  for (const { path, bytes } of others) {
    if (bytes.ok) files.push({ path, bytes: bytes.value });
    else if (bytes.problem.code === 'engine.cancelled') return bytes;
    // A case may name photos that were never put into the workspace.
    else if (path.startsWith(ATTACHMENTS)) continue;
    else notes.push(bytes.problem);
  }
  return ok(files, notes);
}

/** Every file that workspace.json names, photos of cases among them; what is wrong with it is said when it is opened. */
export function filesOfManifest(bytes: Uint8Array<ArrayBuffer>): string[] {
  try {
    const manifest = JSON.parse(new TextDecoder().decode(bytes)) as Record<string, unknown>;
    const entries = [manifest.layers, manifest.series, manifest.snapshots].flatMap((list) =>
      Array.isArray(list) ? list : [],
    );
    const named = [...entries.map((entry: { file?: unknown } | null) => entry?.file), manifest.rulePack];
    for (const photo of photosOfCases(manifest.cases)) named.push(attachmentPath(photo));
    const texts = named.filter((path): path is string => typeof path === 'string' && path !== '');
    return [...new Set(texts.map((path) => path.replaceAll('\\', '/').replace(/^\.\//, '')))];
  } catch {
    return [];
  }
}

function photosOfCases(cases: unknown): string[] {
  if (!Array.isArray(cases)) return [];
  const lists = cases.flatMap((each: { photos?: unknown; photosBefore?: unknown } | null) => [
    each?.photos,
    each?.photosBefore,
  ]);
  return lists.flat().filter((name): name is string => typeof name === 'string' && name !== '');
}

async function fetchBytes(path: string, signal: AbortSignal): Promise<Result<Uint8Array<ArrayBuffer>>> {
  try {
    const address = new URL(path.split('/').map(encodeURIComponent).join('/'), document.baseURI);
    if (address.origin !== location.origin) return fail('app.fetch-elsewhere', { file: path });
    const response = await fetch(address, { signal });
    if (!response.ok) return fail('app.fetch-failed', { file: path, reason: `HTTP ${response.status}` });
    return ok(new Uint8Array(await response.arrayBuffer()));
  } catch (error) {
    if (signal.aborted) return fail('engine.cancelled');
    return fail('app.fetch-failed', { file: path, reason: error instanceof Error ? error.message : String(error) });
  }
}
