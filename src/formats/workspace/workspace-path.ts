/** Paths inside a workspace: relative, `/` between names, never out of the folder. */

export interface PathAndBytes {
  readonly path: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** The path in plain form (NFC, no `./`), or undefined if it is absolute or leaves the folder. */
export function normalizePath(path: string): string | undefined {
  const names = path.normalize('NFC').replaceAll('\\', '/').split('/');
  if (path.startsWith('/') || path.startsWith('\\') || /^[A-Za-z]:/u.test(path)) return undefined;
  const kept = names.filter((name) => name !== '' && name !== '.');
  return kept.length === 0 || kept.includes('..') ? undefined : kept.join('/');
}

export const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/') + 1);

export const stemOf = (path: string): string => path.replace(/\.[^./]+$/u, '');
