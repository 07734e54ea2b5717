/** A file named in the terminal, with the files beside it that are called alike. */
import { readdir, readFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import type { SourceFile } from '../formats/driver.ts';

/** Rejects as `readFile` does. A companion's ending is found in any case: `A.SHP` has its `A.dbf`. */
export async function readSource(path: string, cwd: string): Promise<SourceFile> {
  const absolute = resolve(cwd, path);
  const bytes = await readBytes(absolute);
  return {
    name: path,
    bytes,
    companion: async (extension) => {
      const wanted = basename(absolute)
        .replace(/[^.]*$/u, extension)
        .toLowerCase();
      const found = (await readdir(dirname(absolute))).find((name) => name.toLowerCase() === wanted);
      return found === undefined ? undefined : readBytes(join(dirname(absolute), found));
    },
  };
}

/** The file's own memory, without a second copy of it. */
async function readBytes(path: string): Promise<Uint8Array<ArrayBuffer>> {
  const { buffer, byteOffset, length } = await readFile(path);
  return new Uint8Array(buffer, byteOffset, length);
}
