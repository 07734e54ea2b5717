/**
 * How what an older release kept becomes what this one reads: pure functions from the content of one
 * version to that of the next. Never change one that was released: add the next.
 *
 * Version 1 kept one workspace, its history at positions from 0.
 * Version 2 keeps several, each with its own files and history, and numbers every write.
 */
import type { HistoryEntry } from '../model/history.ts';
import type { StoredFile } from './stored-types.ts';

export const DATABASE_VERSION = 2;

/** The content of a database: by store, every key with its value. */
export type StoredContent = Readonly<Record<string, readonly StoredPair[]>>;
export interface StoredPair {
  readonly key: IDBValidKey;
  readonly value: unknown;
}

export interface WorkspaceRecord {
  readonly id: string;
  readonly name: string;
  readonly source: { readonly type: 'demo'; readonly name: string } | { readonly type: 'files' };
  readonly pointer: number;
  readonly usedAt: string;
  /** The tab that writes. Another tab that finds a name not its own must not write over it. */
  readonly writer: string;
  /** Counts the writes: two tabs that know the same number know the same history. */
  readonly revision: number;
}
export interface FileRecord extends StoredFile {
  readonly workspace: string;
}
export interface EntryRecord {
  readonly workspace: string;
  readonly position: number;
  /** The write that put it there. */
  readonly revision: number;
  readonly entry: HistoryEntry;
}

/** Brings the content of an older version to this one's. Throws on content that no release wrote. */
export function migrateContent(content: StoredContent, version: number): StoredContent {
  return MIGRATIONS.slice(version - 1).reduce((current, migrate) => migrate(current), content);
}

/** Migration n brings version n + 1 to n + 2. */
const MIGRATIONS: readonly ((content: StoredContent) => StoredContent)[] = [severalWorkspaces];

interface StateOfVersion1 {
  readonly source: WorkspaceRecord['source'];
  readonly pointer: number;
}

function severalWorkspaces({ state = [], files = [], entries = [] }: StoredContent): StoredContent {
  const kept = state.find(({ key }) => key === 'current')?.value as StateOfVersion1 | undefined;
  if (!kept) return { workspaces: [], files: [], entries: [] };
  const workspace = 'version-1';
  const record: WorkspaceRecord = {
    id: workspace,
    name: '',
    source: kept.source,
    pointer: kept.pointer,
    usedAt: '',
    writer: '',
    revision: 1,
  };
  return {
    workspaces: [{ key: workspace, value: record }],
    files: files.map(({ value }) => {
      const file: FileRecord = { ...(value as StoredFile), workspace };
      return { key: [workspace, file.path], value: file };
    }),
    entries: entries.map(({ key, value }) => {
      const position = Number(key);
      const entry: EntryRecord = { workspace, position, revision: 1, entry: value as HistoryEntry };
      return { key: [workspace, position], value: entry };
    }),
  };
}
