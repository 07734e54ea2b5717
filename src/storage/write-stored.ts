/** Writes in one transaction each, all of it or nothing, and waits until it is on the disk, not only in the system's buffers. */
import type { IDBPTransaction } from 'idb';
import { fail, ok, type Result } from '../core/result.ts';
import type { History } from '../model/history.ts';
import { allOf, type Database, type Schema, STORE_NAMES, type StoreName } from './database.ts';
import type { WorkspaceRecord } from './migrations.ts';
import { type OnDisk, readHistory } from './read-stored.ts';
import type { StoredSource } from './stored-types.ts';

export interface Wanted {
  readonly id: string;
  readonly name: string;
  readonly source: StoredSource;
  readonly history: History;
}

/** Who writes, and when. */
export interface Writing {
  readonly writer: string;
  readonly time: string;
}

type Transaction = IDBPTransaction<Schema, ArrayLike<StoreName>, 'readwrite'>;
/** Each request is known before the next is made, so that none is left to reject unheard. */
type Request = (made: Promise<unknown>) => void;

/**
 * Brings the disk from what it has to what is wanted. `disk` undefined: nothing of it is there yet.
 * Fails with `storage.other-tab` where another tab writes; throws what IndexedDB throws.
 *
 * @param forgotten a workspace that goes in the same transaction
 */
export function writeHistory(
  database: Database,
  wanted: Wanted,
  disk: OnDisk | undefined,
  { writer, time }: Writing,
  forgotten?: string,
): Promise<Result<{ disk: OnDisk; firstPosition: number }>> {
  return inTransaction(database, async (transaction, request) => {
    const found = await transaction.objectStore('workspaces').get(wanted.id);
    if (found && found.writer !== writer) return fail('storage.other-tab');
    // Cleared meanwhile, by the user or the browser: then all of it is written again.
    const before = found && disk;
    const revision = Math.max(found?.revision ?? 0, disk?.revision ?? 0) + 1;
    if (forgotten !== undefined) forget(transaction, forgotten, request);
    if (!before) {
      forget(transaction, wanted.id, request);
      if (wanted.source.type === 'files') {
        for (const file of wanted.source.files)
          request(transaction.objectStore('files').put({ ...file, workspace: wanted.id }));
      }
    }
    const { entries, pointer } = wanted.history;
    const firstPosition = firstDifference(before?.entries ?? [], entries);
    const store = transaction.objectStore('entries');
    entries.slice(firstPosition).forEach((entry, offset) => {
      request(store.put({ workspace: wanted.id, position: firstPosition + offset, revision, entry }));
    });
    if (before && before.entries.length > entries.length) request(store.delete(allFrom(wanted.id, entries.length)));
    const { id, name, source } = wanted;
    const kept = source.type === 'demo' ? source : ({ type: 'files' } as const);
    const record: WorkspaceRecord = { id, name, source: kept, pointer, usedAt: time, writer, revision };
    request(transaction.objectStore('workspaces').put(record));
    const revisions = entries.map((_, position) =>
      position < firstPosition ? (before?.revisions[position] ?? revision) : revision,
    );
    return ok({ disk: { entries, revisions, pointer, revision }, firstPosition });
  });
}

/**
 * Makes this tab the one that writes, and reads what the one before it has written since `known`.
 * Undefined where nothing is kept under that id any more.
 */
export function claim(
  database: Database,
  { id, name }: Pick<Wanted, 'id' | 'name'>,
  known: OnDisk,
  { writer, time }: Writing,
): Promise<Result<OnDisk | undefined>> {
  return inTransaction(database, async (transaction, request) => {
    const found = await transaction.objectStore('workspaces').get(id);
    if (!found) return ok(undefined);
    const { disk } = found.revision === known.revision ? { disk: known } : await readHistory(transaction, found, known);
    request(transaction.objectStore('workspaces').put({ ...found, name, pointer: disk.pointer, writer, usedAt: time }));
    // What lies behind a gap must not join an edit that comes to stand in it.
    request(transaction.objectStore('entries').delete(allFrom(id, disk.entries.length)));
    return ok(disk);
  });
}

/** Another tab may write from now on without asking. */
export function release(database: Database, id: string, writer: string): Promise<Result<void>> {
  return inTransaction(database, async (transaction, request) => {
    const found = await transaction.objectStore('workspaces').get(id);
    if (found?.writer === writer) request(transaction.objectStore('workspaces').put({ ...found, writer: '' }));
    return ok(undefined);
  });
}

export function removeStored(database: Database, id: string): Promise<Result<void>> {
  return inTransaction(database, async (transaction, request) => {
    forget(transaction, id, request);
    return ok(undefined);
  });
}

async function inTransaction<T>(
  database: Database,
  use: (transaction: Transaction, request: Request) => Promise<Result<T>>,
): Promise<Result<T>> {
  const transaction = database.transaction(STORE_NAMES, 'readwrite', { durability: 'strict' });
  const requests: Promise<unknown>[] = [];
  let result: Result<T>;
  try {
    result = await use(transaction, (made) => requests.push(made));
  } catch (cause) {
    // What cannot be cloned throws at once: without this, the half before it would be committed.
    abort(transaction);
    await Promise.allSettled([...requests, transaction.done]);
    throw cause;
  }
  // The transaction's own reason (a full disk) says more than those of its requests.
  const outcomes = await Promise.allSettled([transaction.done, ...requests]);
  const failed = outcomes.find((outcome) => outcome.status === 'rejected');
  if (failed) throw failed.reason;
  return result;
}

function abort(transaction: Transaction): void {
  try {
    transaction.abort();
  } catch {
    // It has aborted itself.
  }
}

function forget(transaction: Transaction, id: string, request: Request): void {
  request(transaction.objectStore('workspaces').delete(id));
  request(transaction.objectStore('files').delete(allOf(id)));
  request(transaction.objectStore('entries').delete(allOf(id)));
}

const allFrom = (id: string, position: number) => IDBKeyRange.bound([id, position], [id, []]);

/** An edit differs in its own position, an undo in none. */
function firstDifference(before: History['entries'], now: History['entries']): number {
  let same = 0;
  while (same < before.length && same < now.length && before[same] === now[same]) same++;
  return same;
}
