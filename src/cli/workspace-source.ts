/** Where a workspace's files are: a folder, its workspace.json, or an archive. Read one at a time, when asked for. */
import { readdir, readFile, stat } from 'node:fs/promises';
import { dirname, join, resolve, sep } from 'node:path';
import { fail, ok, type Result } from '../core/result.ts';
import { filesInMemory, type WorkspaceFiles } from '../formats/workspace/workspace-files.ts';
import { unzipFiles } from '../formats/workspace/zip.ts';

export interface WorkspaceSource {
  /** Absolute path of what was named. */
  readonly path: string;
  /** The folder on disk; absent for an archive. */
  readonly folder?: string;
  readonly files: WorkspaceFiles;
}

/** Fails with `cli-not-found`, `cli-not-a-workspace`, or what is wrong with the archive. */
export async function findWorkspace(path: string, cwd: string): Promise<Result<WorkspaceSource>> {
  const absolute = resolve(cwd, path);
  const found = await stat(absolute).catch(() => undefined);
  if (!found) return fail('cli-not-found', { file: path });
  if (found.isDirectory()) return openFolder(absolute, path);
  if (/[\\/]workspace\.json$/i.test(absolute)) return openFolder(dirname(absolute), path);
  if (!/\.(chentu|zip)$/i.test(absolute)) return fail('cli-not-a-workspace', { file: path });
  const unzipped = unzipFiles(new Uint8Array(await readFile(absolute)), path);
  return unzipped.ok ? ok({ path: absolute, files: filesInMemory(unzipped.value) }) : unzipped;
}

async function openFolder(folder: string, named: string): Promise<Result<WorkspaceSource>> {
  const isWorkspace = (await stat(join(folder, 'workspace.json')).catch(() => undefined))?.isFile();
  if (!isWorkspace) return fail('cli-not-a-workspace', { file: named });
  const paths = await listFiles(folder);
  const read = async (path: string) => bytesOf(await readFile(join(folder, path)));
  return ok({ path: folder, folder, files: { paths: () => paths, read } });
}

/** The same memory under the type that readers take: a large file's bytes are not held twice. */
function bytesOf({ buffer, byteOffset, byteLength }: Buffer<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  return new Uint8Array(buffer, byteOffset, byteLength);
}

/** Relative paths with `/`, sorted; nothing hidden. */
async function listFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() || entry.isSymbolicLink())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll(sep, '/'),
    )
    .filter((path) => !path.split('/').some((name) => name.startsWith('.')))
    .sort();
}

/** A check reads layers, series and rules alone: what is only carried along stays on the disk, but photos that slips shall have. */
export function withoutCarriedFiles(files: WorkspaceFiles, withPhotos: boolean): WorkspaceFiles {
  const carried = withPhotos ? /(?:^|\/)snapshots\//u : /(?:^|\/)(?:snapshots|attachments)\//u;
  const paths = files.paths().filter((path) => !carried.test(path));
  return { ...files, paths: () => paths };
}
