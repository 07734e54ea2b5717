/** Files named in the terminal, with the files beside them that are called alike; archives are opened. */
import { readdir, readFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import type { Problem } from '../core/result.ts';
import type { SourceFile } from '../formats/driver.ts';
import { gatherSources } from '../formats/importing/gather-sources.ts';

export interface NamedSources {
  readonly sources: readonly SourceFile[];
  readonly problems: readonly Problem[];
}

/** One source, or those within an archive. Rejects as `readFile` does. A companion's ending is found in any case: `A.SHP` has its `A.dbf`. */
export async function readSources(path: string, cwd: string): Promise<NamedSources> {
  const absolute = resolve(cwd, path);
  const bytes = await readBytes(absolute);
  const { sources, problems } = gatherSources([{ path, bytes }]);
  const [only] = sources;
  // A file of its own, known or not: its reader says what is wrong with it.
  if (sources.length === 0 && problems[0]?.at?.file === path) return { sources: [{ name: path, bytes }], problems: [] };
  if (only?.name !== path) return { sources, problems };
  return { sources: [{ ...only, companion: (extension) => readBeside(absolute, extension) }], problems };
}

async function readBeside(path: string, extension: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const wanted = basename(path)
    .replace(/[^.]*$/u, extension)
    .toLowerCase();
  const found = (await readdir(dirname(path))).find((name) => name.toLowerCase() === wanted);
  return found === undefined ? undefined : readBytes(join(dirname(path), found));
}

/** The file's own memory, without a second copy of it. */
async function readBytes(path: string): Promise<Uint8Array<ArrayBuffer>> {
  const { buffer, byteOffset, length } = await readFile(path);
  return new Uint8Array(buffer, byteOffset, length);
}
