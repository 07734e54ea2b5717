/**
 * The browser database: its stores, and opening it. Knows IndexedDB, no workspace logic.
 *
 *   workspaces  one record each: where it came from, the history's pointer, who writes
 *   files       the workspaces' files (none for one from our server)
 *   entries     the histories, by position from 0
 */
import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import { fail, ok, type Result } from '../core/result.ts';
import {
  DATABASE_VERSION,
  type EntryRecord,
  type FileRecord,
  migrateContent,
  type StoredContent,
  type StoredPair,
  type WorkspaceRecord,
} from './migrations.ts';

export interface Schema extends DBSchema {
  workspaces: { key: string; value: WorkspaceRecord };
  files: { key: [workspace: string, path: string]; value: FileRecord };
  entries: { key: [workspace: string, position: number]; value: EntryRecord };
}
export type Database = IDBPDatabase<Schema>;
export type StoreName = 'workspaces' | 'files' | 'entries';
export const STORE_NAMES = ['workspaces', 'files', 'entries'] as const satisfies readonly StoreName[];

const KEY_PATHS: Readonly<Record<StoreName, string | string[]>> = {
  workspaces: 'id',
  files: ['workspace', 'path'],
  entries: ['workspace', 'position'],
};

/** Every file or entry of a workspace: an array sorts after every text and number. */
export const allOf = (workspace: string) => IDBKeyRange.bound([workspace], [workspace, []]);

/** Fails with `storage.missing`, `.newer` (written by a later release), `.blocked` (by an older tab) or `.refused`. */
export async function openDatabase(name: string, onLost: () => void): Promise<Result<Database>> {
  if (!hasIndexedDB()) return fail('storage.missing');
  let giveUp: () => void = () => {};
  const blocked = new Promise<'blocked'>((resolve) => {
    giveUp = () => resolve('blocked');
  });
  let failed: unknown;
  try {
    const opening = openDB<Schema>(name, DATABASE_VERSION, {
      upgrade(database, oldVersion, _newVersion, transaction) {
        rebuild(database as unknown as IDBPDatabase, transaction as unknown as Rebuilding, oldVersion).catch(
          (cause: unknown) => {
            failed = cause;
          },
        );
      },
      // A newer release in another tab wants to migrate: give way instead of stopping it.
      blocking(_current, _blocked, event) {
        (event.target as IDBDatabase).close();
        onLost();
      },
      terminated: onLost,
      blocked: () => giveUp(),
    });
    const opened = await Promise.race([opening, blocked]);
    if (opened !== 'blocked') return ok(opened);
    // It may still open once the other tab goes: then nobody waits for it any more.
    opening.then(
      (late) => late.close(),
      () => {},
    );
    return fail('storage.blocked');
  } catch (cause) {
    return errorName(cause) === 'VersionError'
      ? fail('storage.newer')
      : fail('storage.refused', reasonOf(failed ?? cause));
  }
}

interface Rebuilding {
  objectStore(name: string): {
    getAllKeys(): Promise<IDBValidKey[]>;
    getAll(): Promise<unknown[]>;
    put(value: unknown): Promise<IDBValidKey>;
  };
  abort(): void;
  readonly done: Promise<void>;
}

/** Takes all out, migrates it, puts it into new stores: one transaction, so that a failure leaves the old ones. */
async function rebuild(database: IDBPDatabase, transaction: Rebuilding, oldVersion: number): Promise<void> {
  try {
    const content: Record<string, StoredPair[]> = {};
    for (const name of [...database.objectStoreNames]) {
      const store = transaction.objectStore(name);
      const [keys, values] = await Promise.all([store.getAllKeys(), store.getAll()]);
      content[name] = keys.map((key, index) => ({ key, value: values[index] }));
    }
    const migrated: StoredContent = oldVersion === 0 ? {} : migrateContent(content, oldVersion);
    for (const name of [...database.objectStoreNames]) database.deleteObjectStore(name);
    for (const name of STORE_NAMES) {
      const store = database.createObjectStore(name, { keyPath: KEY_PATHS[name] });
      for (const { value } of migrated[name] ?? []) await store.put(value);
    }
  } catch (cause) {
    transaction.done.catch(() => {});
    transaction.abort();
    throw cause;
  }
}

/** False where there is none, or where touching it is forbidden (cookies off in Firefox). */
function hasIndexedDB(): boolean {
  try {
    return globalThis.indexedDB !== undefined;
  } catch {
    return false;
  }
}

export function reasonOf(cause: unknown): { reason: string } {
  return { reason: cause instanceof Error && cause.message ? cause.message : errorName(cause) };
}

export function errorName(cause: unknown): string {
  return cause instanceof Error || cause instanceof DOMException ? cause.name : String(cause);
}
