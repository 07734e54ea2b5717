/** Where a workspace's files come from, readable again and again: a folder on our own server, or what the user gave. */
import { fail, ok, type Result } from '../core/result.ts';
import type { EngineClient } from '../engine/engine-client.ts';
import type { OpenInput, WorkspaceFile } from '../engine/protocol.ts';
import type { StoredSource } from '../storage/stored-types.ts';

export const DEMO_FOLDER = 'demo';

export interface WorkspaceSource {
  readonly isDemo: boolean;
  /** The folder on our server; undefined for files that the user gave. */
  readonly served: string | undefined;
  /** For the engine: fresh bytes each time, since it takes what it is given; or the address where it fetches them itself. */
  read(): Promise<Result<OpenInput['files']>>;
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
    read: async () => addressOf(folder),
    store: async () => ({ type: 'demo', name: folder }),
  };
}

/** Has the engine start and ask for a served workspace that will probably be opened; resolves when it has heard. Never rejects. */
export async function fetchAhead(engine: Pick<EngineClient, 'fetchAhead'>, source: WorkspaceSource): Promise<void> {
  const files = await source.read();
  if (files.ok && 'address' in files.value) await engine.fetchAhead(files.value);
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

function addressOf(folder: string): Result<OpenInput['files']> {
  const { href, origin } = new URL(folder.split('/').map(encodeURIComponent).join('/'), document.baseURI);
  return origin === location.origin ? ok({ address: href }) : fail('app.fetch-elsewhere', { file: folder });
}
