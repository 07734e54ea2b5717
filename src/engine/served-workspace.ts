/**
 * A workspace on the page's own server, fetched by the engine: every file that workspace.json names is asked for at once,
 * and read when its layer's turn comes, while larger ones are still on their way. Nothing of it passes through the page.
 */
import { fail, ok, type Result } from '../core/result.ts';
import { filesInMemory, type WorkspaceFiles } from '../formats/workspace/workspace-files.ts';
import { filesOfManifest } from './files-of-manifest.ts';

export interface FetchedWorkspace {
  readonly files: WorkspaceFiles;
  /** As far as the server says. */
  readonly bytes: number;
}

export interface WorkspaceFetcher {
  /** Asks for a workspace ahead of whoever may open it. */
  begin(address: string): void;
  /** What was asked for ahead, if it is this, else fetched now; anything else that was asked for is given up. */
  take(address: string, signal: AbortSignal): Promise<Result<FetchedWorkspace>>;
  giveUp(): void;
}

export function createWorkspaceFetcher(): WorkspaceFetcher {
  let ahead: { address: string; controller: AbortController; fetched: Promise<Result<FetchedWorkspace>> } | undefined;
  const begin = (address: string) => {
    const controller = new AbortController();
    ahead = { address, controller, fetched: fetchWorkspace(address, controller.signal) };
    return ahead;
  };
  const giveUp = () => {
    ahead?.controller.abort();
    ahead = undefined;
  };
  return {
    begin,
    giveUp,
    take(address, signal) {
      if (ahead?.address !== address) giveUp();
      const { controller, fetched } = ahead ?? begin(address);
      ahead = undefined;
      if (signal.aborted) controller.abort();
      signal.addEventListener('abort', () => controller.abort(), { once: true });
      return fetched;
    },
  };
}

const MANIFEST = 'workspace.json';

/**
 * `address` of a folder, or of a `.chentu` or `.zip`. Fails where that or its workspace.json cannot be fetched. Any other
 * file that is not there is left out: opening then names the layer that misses it. Never rejects.
 */
export async function fetchWorkspace(address: string, signal: AbortSignal): Promise<Result<FetchedWorkspace>> {
  const folder = address.replace(/\/+$/u, '');
  const name = decodeURIComponent(folder.slice(folder.lastIndexOf('/') + 1));
  const head = /\.(?:chentu|zip)$/iu.test(name) ? name : MANIFEST;
  const first = await fetchFile(head === MANIFEST ? `${folder}/${MANIFEST}` : folder, head, signal);
  if (!first.ok) return first;
  const bytes = await first.value.bytes.catch((error: unknown) => error);
  if (!(bytes instanceof Uint8Array)) return fetchFailed(head, bytes, signal);
  const read = { path: head, bytes: bytes as Uint8Array<ArrayBuffer> };
  if (head !== MANIFEST) return ok({ files: filesInMemory([read]), bytes: bytes.length });
  const paths = filesOfManifest(read.bytes);
  const others = await Promise.all(paths.map((path) => fetchFile(addressIn(folder, path), path, signal)));
  if (signal.aborted) return fail('engine.cancelled');
  const byPath = new Map(others.flatMap((file) => (file.ok ? [[file.value.path, file.value] as const] : [])));
  return ok({
    files: {
      paths: () => [MANIFEST, ...byPath.keys()],
      read: (path) => (path === MANIFEST ? Promise.resolve(read.bytes) : byPath.get(path)!.bytes),
    },
    bytes: [...byPath.values()].reduce((sum, { size }) => sum + size, bytes.length),
  });
}

interface FetchedFile {
  readonly path: string;
  readonly size: number;
  /** On their way. */
  readonly bytes: Promise<Uint8Array<ArrayBuffer>>;
}

const addressIn = (folder: string, path: string) => `${folder}/${path.split('/').map(encodeURIComponent).join('/')}`;

/** Resolves when the server has answered. */
async function fetchFile(address: string, path: string, signal: AbortSignal): Promise<Result<FetchedFile>> {
  try {
    const response = await fetch(address, { signal });
    if (!response.ok) return fail('app.fetch-failed', { file: path, reason: `HTTP ${response.status}` });
    const bytes = response.arrayBuffer().then((buffer) => new Uint8Array(buffer));
    // Whoever reads it hears of it; nobody may.
    bytes.catch(() => {});
    return ok({ path, size: Number(response.headers.get('content-length') ?? 0), bytes });
  } catch (error) {
    return fetchFailed(path, error, signal);
  }
}

function fetchFailed(file: string, error: unknown, signal: AbortSignal): Result<never> {
  if (signal.aborted) return fail('engine.cancelled');
  return fail('app.fetch-failed', { file, reason: error instanceof Error ? error.message : String(error) });
}
