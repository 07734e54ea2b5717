/**
 * Keeps the opened workspace and its history in the browser, one transaction per edit, so that a
 * crash loses nothing that was committed. Works on plain http. Where nothing can be written it goes
 * on in memory and says so once; every later save tries again with all that is missing on disk.
 * Knows no document and no map: it stores what it is given.
 */
import type { IDBPTransaction } from 'idb';
import { fail, ok, type Problem, type Result } from '../core/result.ts';
import { EMPTY_HISTORY, type History, type HistoryEntry } from '../model/history.ts';
import {
  type Database,
  errorName,
  openDatabase,
  reasonOf,
  type Schema,
  STORE_NAMES,
  type StateRecord,
  type StoreName,
} from './database.ts';
import { readStored } from './read-stored.ts';
import type { StoredSource, StoredWorkspace, WorkspaceStore, WorkspaceStoreOptions } from './stored-types.ts';

export function createWorkspaceStore(options: WorkspaceStoreOptions = {}): WorkspaceStore {
  const name = options.databaseName ?? 'chentu';
  const writer = `${Date.now().toString(36)}-${Math.random().toString(36).slice(2)}`;

  let database: Database | undefined;
  /** As the app has it; the truth while the disk cannot be written. */
  let current: StoredWorkspace | undefined;
  /** What the disk holds of it: undefined until the source is written. */
  let onDisk: { source: StoredSource; entries: readonly HistoryEntry[]; pointer: number } | undefined;
  let kept: 'disk' | 'memory' = 'disk';
  let reported: string | undefined;
  /** One job after the other: an edit never overtakes the one before. */
  let last: Promise<unknown> = Promise.resolve();

  const inTurn = <T>(job: () => Promise<T>): Promise<T> => {
    const result = last.then(job);
    last = result.catch(() => {});
    return result;
  };

  async function connect(): Promise<Result<Database>> {
    if (database) return ok(database);
    const opened = await openDatabase(name, () => {
      database = undefined;
    });
    if (opened.ok) database = opened.value;
    return opened;
  }

  function settle<T>(result: Result<T>): Result<T> {
    kept = result.ok ? 'disk' : 'memory';
    const code = result.ok ? undefined : result.problem.code;
    if (code !== reported) options.onProblem?.(result.ok ? undefined : result.problem);
    reported = code;
    return result;
  }

  /** Brings the disk to `current` in one transaction: all of it, or nothing. */
  async function flush(): Promise<Result<void>> {
    const connected = await connect();
    if (!connected.ok) return settle(connected);
    const wanted = current;
    try {
      const result = await writeDifference(connected.value, wanted, onDisk, writer);
      if (result.ok) onDisk = wanted && { source: wanted.source, ...wanted.history };
      return settle(result);
    } catch (cause) {
      database?.close();
      database = undefined;
      return settle({ ok: false, problem: cannotSave(cause) });
    }
  }

  return {
    get kept() {
      return kept;
    },
    load: () =>
      inTurn(async () => {
        if (current) return ok(current);
        const connected = await connect();
        if (!connected.ok) return settle(connected);
        try {
          const found = await readStored(connected.value, writer);
          if (found.ok && found.value) {
            current = found.value;
            onDisk = { source: current.source, ...current.history };
          }
          return found;
        } catch (cause) {
          return settle(fail('storage.unreadable', reasonOf(cause)));
        }
      }),
    open: (source) => {
      const kept = copyOf(source);
      return inTurn(() => {
        current = { source: kept, history: EMPTY_HISTORY };
        onDisk = undefined;
        return flush();
      });
    },
    save: (history: History) =>
      inTurn(() => {
        if (!current) return Promise.resolve(fail('storage.nothing-open'));
        current = { ...current, history };
        return flush();
      }),
    clear: () =>
      inTurn(() => {
        current = undefined;
        onDisk = undefined;
        return flush();
      }),
    close() {
      database?.close();
      database = undefined;
    },
  };
}

/** The caller may hand its bytes on to the engine's worker and lose them before they are written. */
function copyOf(source: StoredSource): StoredSource {
  if (source.type === 'demo') return source;
  return { type: 'files', files: source.files.map(({ path, bytes }) => ({ path, bytes: bytes.slice() })) };
}

type Writing = IDBPTransaction<Schema, ArrayLike<StoreName>, 'readwrite'>;
type Requests = (made: Promise<unknown>) => void;
type Written = { source: StoredSource; entries: readonly HistoryEntry[]; pointer: number } | undefined;

/** Waits until the data is on the disk, not only in the system's buffers. Throws what IndexedDB throws. */
async function writeDifference(
  database: Database,
  wanted: StoredWorkspace | undefined,
  onDisk: Written,
  writer: string,
): Promise<Result<void>> {
  const transaction = database.transaction(STORE_NAMES, 'readwrite', { durability: 'strict' });
  const requests: Promise<unknown>[] = [];
  /** Each request is known before the next is made, so that none is left to reject unheard. */
  const request: Requests = (made) => requests.push(made);
  try {
    if (!wanted) clearAll(transaction, request);
    else if (wanted.source !== onDisk?.source) {
      clearAll(transaction, request);
      putSource(transaction, wanted.source, request);
      putHistory(transaction, [], wanted.history.entries, request);
    } else {
      const found = await transaction.objectStore('state').get('current');
      if (found?.writer !== writer) {
        await transaction.done;
        return fail('storage.other-tab');
      }
      putHistory(transaction, onDisk.entries, wanted.history.entries, request);
    }
    if (wanted) request(transaction.objectStore('state').put(stateOf(wanted, writer), 'current'));
  } catch (cause) {
    // What cannot be cloned throws at once: without this, the half before it would be committed.
    transaction.abort();
    await Promise.allSettled([...requests, transaction.done]);
    throw cause;
  }
  // The transaction's own reason (a full disk) says more than those of its requests.
  const outcomes = await Promise.allSettled([transaction.done, ...requests]);
  const failed = outcomes.find((outcome) => outcome.status === 'rejected');
  if (failed) throw failed.reason;
  return ok(undefined);
}

function clearAll(transaction: Writing, request: Requests): void {
  for (const name of STORE_NAMES) request(transaction.objectStore(name).clear());
}

function putSource(transaction: Writing, source: StoredSource, request: Requests): void {
  if (source.type === 'files') for (const file of source.files) request(transaction.objectStore('files').put(file));
}

/** Only what differs: an edit puts one entry, an undo none. */
function putHistory(
  transaction: Writing,
  before: readonly HistoryEntry[],
  now: readonly HistoryEntry[],
  request: Requests,
): void {
  const store = transaction.objectStore('entries');
  let same = 0;
  while (same < before.length && before[same] === now[same]) same++;
  now.slice(same).forEach((entry, offset) => {
    request(store.put(entry, same + offset));
  });
  for (let index = now.length; index < before.length; index++) request(store.delete(index));
}

function stateOf(workspace: StoredWorkspace, writer: string): StateRecord {
  const { source, history } = workspace;
  return { source: source.type === 'demo' ? source : { type: 'files' }, pointer: history.pointer, writer };
}

function cannotSave(cause: unknown): Problem {
  const full = errorName(cause) === 'QuotaExceededError';
  return full ? { code: 'storage.full', params: {} } : { code: 'storage.cannot-save', params: reasonOf(cause) };
}
