/** A folder as one `.chentu` (zip) file and back. The same files give the same bytes on every machine and day. */
import { unzipSync, type Zippable, zipSync } from 'fflate';
import { fail, ok, type Result } from '../../core/result.ts';
import { normalizePath, type PathAndBytes } from './workspace-path.ts';

/** Beyond these a zip is taken for damaged or hostile. */
const MAX_UNPACKED_BYTES = 2 ** 31;
const MAX_FILES = 20_000;
/** Deflate cannot do better than about 1,032 to 1. */
const MAX_RATIO = 1_100;

/** A lower level is faster and a little larger. */
export function zipFiles(files: readonly PathAndBytes[], level: 3 | 6 = 6): Uint8Array<ArrayBuffer> {
  const entries: Zippable = {};
  for (const { path, bytes } of files.toSorted((a, b) => (a.path < b.path ? -1 : 1))) entries[path] = bytes;
  // Zip stores local clock fields: a date made from local fields is the same everywhere.
  return zipSync(entries, { mtime: new Date(1980, 0, 1), level });
}

/** Folders are left out. Fails on what is no zip, on sizes no workspace has and on paths that leave the folder. */
export function unzipFiles(bytes: Uint8Array<ArrayBuffer>, name = 'zip'): Result<PathAndBytes[]> {
  let total = 0;
  let count = 0;
  let tooLarge = false;
  let outside: string | undefined;
  const filter = (file: { name: string; size: number; originalSize: number }): boolean => {
    total += file.originalSize;
    count++;
    const path = decodeName(file.name);
    if (path.endsWith('/')) return false;
    if (normalizePath(path) === undefined) outside = path;
    // What the directory says of a packed size may itself be a lie: no entry is larger than the zip.
    const packed = Math.min(file.size, bytes.length);
    tooLarge ||= total > MAX_UNPACKED_BYTES || count > MAX_FILES || file.originalSize > MAX_RATIO * packed + 1024;
    return !tooLarge && outside === undefined;
  };
  try {
    const entries = unzipSync(bytes, { filter });
    if (outside !== undefined) return fail('path-escapes', { path: outside }, { file: name });
    if (tooLarge) return fail('zip-too-large', { megabytes: Math.round(total / 1e6), count }, { file: name });
    const files = Object.entries(entries).map(([path, content]) => ({
      path: normalizePath(decodeName(path)) as string,
      bytes: content as Uint8Array<ArrayBuffer>,
    }));
    return ok(files);
  } catch (error) {
    return fail('zip-broken', { reason: error instanceof Error ? error.message : String(error) }, { file: name });
  }
}

/** Names without the UTF-8 flag come as one letter per byte: UTF-8 all the same, or GBK from Chinese Windows. */
function decodeName(name: string): string {
  const codes = Array.from(name, (letter) => letter.charCodeAt(0));
  if (codes.every((code) => code < 0x80) || codes.some((code) => code > 0xff)) return name;
  const bytes = Uint8Array.from(codes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}
