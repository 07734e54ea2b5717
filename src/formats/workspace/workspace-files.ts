/** Where a workspace's files come from: a folder, a zip, a list in memory. The caller knows how to read; this does not. */
import { fail, ok, type Result } from '../../core/result.ts';
import { folderOf, normalizePath, type PathAndBytes } from './workspace-path.ts';
import { unzipFiles } from './zip.ts';

export interface WorkspaceFiles {
  /** Relative to the folder, `/` between names. */
  paths(): readonly string[];
  read(path: string): Promise<Uint8Array<ArrayBuffer>>;
}

export function filesInMemory(files: readonly PathAndBytes[]): WorkspaceFiles {
  const byPath = new Map(files.map((file) => [file.path, file.bytes]));
  return {
    paths: () => [...byPath.keys()],
    read: (path) => {
      const bytes = byPath.get(path);
      return bytes ? Promise.resolve(bytes) : Promise.reject(new Error(`no file ${path} in memory`));
    },
  };
}

/** A workspace's own folder: every path counted from where workspace.json lies. */
export interface WorkspaceRoot {
  /** The path as the source knows it, for a path counted from workspace.json; undefined if there is no such file. */
  find(path: string): string | undefined;
  readonly paths: readonly string[];
  read(path: string): Promise<Uint8Array<ArrayBuffer>>;
}

const MANIFEST = 'workspace.json';

/**
 * Finds workspace.json: in the folder itself, in one sub-folder, or inside the one zip that was given
 * in its place. Fails where there is none, or where several folders have one.
 */
export async function findWorkspaceRoot(files: WorkspaceFiles): Promise<Result<WorkspaceRoot>> {
  const sources = new Map<string, string>();
  for (const path of files.paths()) {
    const plain = normalizePath(path);
    if (plain !== undefined && !isJunk(plain)) sources.set(plain, path);
  }
  const manifests = [...sources.keys()].filter((path) => path === MANIFEST || path.endsWith(`/${MANIFEST}`));
  const depth = Math.min(...manifests.map((path) => path.split('/').length));
  const highest = manifests.filter((path) => path.split('/').length === depth);
  if (highest.length === 1) return ok(rootAt(folderOf(highest[0]!), sources, files));
  if (highest.length > 1) return fail('workspace-json-several', { files: highest.join(', ') });
  const archives = [...sources.keys()].filter((path) => /\.(?:chentu|zip)$/iu.test(path));
  if (archives.length !== 1) return fail('workspace-json-missing', { files: listSome([...sources.keys()]) });
  const unzipped = unzipFiles(await files.read(sources.get(archives[0]!)!), archives[0]!);
  return unzipped.ok ? findWorkspaceRoot(filesInMemory(unzipped.value)) : unzipped;
}

/** Left behind by desktop systems. */
export const isJunk = (path: string): boolean => /(?:^|\/)(?:__MACOSX\/|\.DS_Store$|Thumbs\.db$|\._)/u.test(path);

export const listSome = (names: readonly string[], limit = 12): string =>
  names.length === 0 ? '—' : `${names.slice(0, limit).join(', ')}${names.length > limit ? ', …' : ''}`;

function rootAt(folder: string, sources: ReadonlyMap<string, string>, files: WorkspaceFiles): WorkspaceRoot {
  const paths = [...sources.keys()].filter((path) => path.startsWith(folder)).map((path) => path.slice(folder.length));
  // Windows folders do not tell `Soil.fgb` from `soil.fgb`; a workspace made there must open elsewhere.
  const byLowerCase = new Map(paths.map((path) => [path.toLowerCase(), path]));
  const known = new Set(paths);
  return {
    paths,
    find: (path) => (known.has(path) ? path : byLowerCase.get(path.toLowerCase())),
    read: (path) => files.read(sources.get(folder + path) ?? path),
  };
}
