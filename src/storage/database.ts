/**
 * The browser database: its stores, and how older ones become newer. Knows IndexedDB, no workspace logic.
 *
 *   state    one record, `current`: where the workspace came from, and the history's pointer
 *   files    the workspace's files by path (none for a demo)
 *   entries  the history, by position from 0
 */
import { type DBSchema, type IDBPDatabase, type IDBPTransaction, openDB } from 'idb';
import { fail, ok, type Result } from '../core/result.ts';
import type { HistoryEntry } from '../model/history.ts';
import type { StoredFile } from './stored-types.ts';

const DATABASE_VERSION = 1;

export interface StateRecord {
  readonly source: { readonly type: 'demo'; readonly name: string } | { readonly type: 'files' };
  readonly pointer: number;
  /** The tab that writes. Another tab that finds a name not its own must not write over it. */
  readonly writer: string;
}

export interface Schema extends DBSchema {
  state: { key: 'current'; value: StateRecord };
  files: { key: string; value: StoredFile };
  entries: { key: number; value: HistoryEntry };
}
export type Database = IDBPDatabase<Schema>;
export type StoreName = 'state' | 'files' | 'entries';
export const STORE_NAMES = ['state', 'files', 'entries'] as const satisfies readonly StoreName[];

type Migration = (
  database: Database,
  transaction: IDBPTransaction<Schema, ArrayLike<StoreName>, 'versionchange'>,
) => void;

/** Migration n brings a database of version n to n + 1. Never change one that was released: add the next. */
const MIGRATIONS: readonly Migration[] = [
  (database) => {
    database.createObjectStore('state');
    database.createObjectStore('files', { keyPath: 'path' });
    database.createObjectStore('entries');
  },
];

/** Fails with `storage.missing`, `.newer` (written by a later release), `.blocked` (by an older tab) or `.refused`. */
export async function openDatabase(name: string, onLost: () => void): Promise<Result<Database>> {
  if (!hasIndexedDB()) return fail('storage.missing');
  let giveUp: () => void = () => {};
  const blocked = new Promise<'blocked'>((resolve) => {
    giveUp = () => resolve('blocked');
  });
  try {
    const opening = openDB<Schema>(name, DATABASE_VERSION, {
      upgrade(database, oldVersion, _newVersion, transaction) {
        for (const migrate of MIGRATIONS.slice(oldVersion)) migrate(database, transaction as never);
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
    return errorName(cause) === 'VersionError' ? fail('storage.newer') : fail('storage.refused', reasonOf(cause));
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
