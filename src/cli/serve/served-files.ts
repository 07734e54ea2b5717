/** Files that may be served, wherever they lie; a path that leads out of them is not found, whatever it looks like. */
import { createReadStream } from 'node:fs';
import { realpath, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { Readable } from 'node:stream';

export interface ServedFile {
  readonly size: number;
  readonly modifiedMs: number;
  /** Bytes from `start` to `end`, both included. */
  open(start: number, end: number): Readable;
}

export interface ServedFiles {
  /** `path` is relative, `/` between names, decoded. */
  find(path: string): Promise<ServedFile | undefined>;
}

/** Segments that a path may not have: up, nothing, hidden, another drive or folder, a cut-off end. */
const isPlainPath = (path: string) =>
  path.split('/').every((name) => name !== '' && !name.startsWith('.') && !/[\\:\0]/.test(name));

/** A folder on disk. Links are followed as long as they stay inside. */
export function createFolderFiles(folder: string): ServedFiles {
  return {
    async find(path) {
      if (!isPlainPath(path)) return undefined;
      try {
        const [root, real] = await Promise.all([realpath(folder), realpath(join(folder, path))]);
        if (!real.startsWith(root.endsWith(sep) ? root : root + sep)) return undefined;
        const found = await stat(real);
        if (!found.isFile()) return undefined;
        const open = (start: number, end: number) =>
          end < start ? Readable.from([]) : createReadStream(real, { start, end });
        return { size: found.size, modifiedMs: found.mtimeMs, open };
      } catch {
        return undefined;
      }
    },
  };
}

/** Files in memory, such as those of an unpacked archive. */
export function createMemoryFiles(files: ReadonlyMap<string, Uint8Array>, modifiedMs: number): ServedFiles {
  return {
    async find(path) {
      const bytes = files.get(path);
      if (!bytes) return undefined;
      return { size: bytes.length, modifiedMs, open: (start, end) => Readable.from([bytes.subarray(start, end + 1)]) };
    },
  };
}
