/**
 * What was dropped or named, as the files that can be read one by one: archives opened, the parts of
 * a shapefile taken as one, what desktop systems leave behind passed over. Every file is either a
 * source, a part of one, or a problem.
 */
import { type Problem, problem } from '../../core/result.ts';
import type { ReadCompanion, SourceFile } from '../driver.ts';
import { findDriver } from '../drivers.ts';
import { isJunk } from '../workspace/workspace-files.ts';
import type { PathAndBytes } from '../workspace/workspace-path.ts';
import { unzipFiles } from '../workspace/zip.ts';

export interface GatheredSources {
  readonly sources: readonly SourceFile[];
  readonly problems: readonly Problem[];
}

/** Zips within zips are opened this deep. */
const MAX_DEPTH = 2;
/** Files that say something of the one they stand beside, and nothing alone. */
const PARTS: Readonly<Record<string, readonly string[]>> = {
  shp: ['dbf', 'shx', 'prj', 'cpg', 'cst', 'sbn', 'sbx', 'qix', 'fix', 'qpj', 'qmd', 'shp.xml', 'lock'],
};

/** In the order in which they came. O(bytes of the archives). */
export function gatherSources(files: readonly PathAndBytes[]): GatheredSources {
  const problems: Problem[] = [];
  const opened = openArchives(files, problems, MAX_DEPTH).filter(({ path }) => !isJunk(path));
  const byName = new Map(opened.map((file) => [file.path.toLowerCase(), file]));
  const parts = new Set(opened.flatMap(({ path }) => partsOf(path)));
  const sources: SourceFile[] = [];
  for (const { path, bytes } of opened) {
    if (parts.has(path.toLowerCase())) continue;
    if (bytes.length === 0) problems.push(problem('file-empty', {}, { file: path }));
    else if (!findDriver(path, bytes)?.read) problems.push(problem('import-file-unknown', {}, { file: path }));
    else sources.push({ name: path, bytes, companion: companionsOf(path, byName) });
  }
  return { sources, problems };
}

function openArchives(files: readonly PathAndBytes[], problems: Problem[], depth: number): PathAndBytes[] {
  return files.flatMap((file) => {
    if (!isArchive(file)) return [file];
    if (depth === 0) {
      problems.push(problem('import-zip-too-deep', {}, { file: file.path }));
      return [];
    }
    const unzipped = unzipFiles(file.bytes, file.path);
    if (!unzipped.ok) {
      problems.push(unzipped.problem);
      return [];
    }
    const inside = unzipped.value.map(({ path, bytes }) => ({ path: `${file.path}/${path}`, bytes }));
    if (inside.length === 0) problems.push(problem('file-empty', {}, { file: file.path }));
    return openArchives(inside, problems, depth - 1);
  });
}

/** A zip that is not itself a file of a known format, as KMZ and Excel workbooks are. */
function isArchive({ path, bytes }: PathAndBytes): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4 && !findDriver(path, bytes);
}

/** Lower-case paths of the files that would belong to this one. */
function partsOf(path: string): string[] {
  const [, stem, extension] = /^(.*)\.([^./]+)$/u.exec(path.toLowerCase()) ?? [];
  return (PARTS[extension ?? ''] ?? []).map((part) => `${stem}.${part}`);
}

function companionsOf(path: string, byName: ReadonlyMap<string, PathAndBytes>): ReadCompanion {
  const stem = path.toLowerCase().replace(/\.[^./]*$/u, '');
  return (extension) => Promise.resolve(byName.get(`${stem}.${extension}`)?.bytes);
}
