/** Reads what the last visit left, and makes this tab the one that writes. Trusts nothing: a gap ends the history. */
import { type Problem, problem, type Result } from '../core/result.ts';
import type { HistoryEntry } from '../model/history.ts';
import { type Database, STORE_NAMES } from './database.ts';
import type { StoredWorkspace } from './stored-types.ts';

/** Undefined where nothing was kept. Throws what IndexedDB throws. */
export async function readStored(database: Database, writer: string): Promise<Result<StoredWorkspace | undefined>> {
  const transaction = database.transaction(STORE_NAMES, 'readwrite');
  const stateStore = transaction.objectStore('state');
  const entryStore = transaction.objectStore('entries');
  const [state, files, keys, stored] = await Promise.all([
    stateStore.get('current'),
    transaction.objectStore('files').getAll(),
    entryStore.getAllKeys(),
    entryStore.getAll(),
  ]);
  if (!state) {
    await transaction.done;
    return { ok: true, value: undefined, notes: [] };
  }
  const notes: Problem[] = [];
  const entries = unbroken(keys, stored);
  const pointer = Math.max(0, Math.min(entries.length, state.pointer));
  if (entries.length < stored.length || pointer !== state.pointer) {
    notes.push(problem('storage.history-cut', { kept: pointer, expected: Math.max(state.pointer, stored.length) }));
    await Promise.all(keys.slice(entries.length).map((key) => entryStore.delete(key)));
  }
  await stateStore.put({ ...state, pointer, writer }, 'current');
  await transaction.done;
  const source = state.source.type === 'demo' ? state.source : ({ type: 'files', files } as const);
  return { ok: true, value: { source, history: { entries, pointer } }, notes };
}

/** The entries at 0, 1, 2 … up to the first that is missing or is no entry. */
function unbroken(keys: readonly number[], stored: readonly HistoryEntry[]): HistoryEntry[] {
  const entries: HistoryEntry[] = [];
  for (const [position, entry] of stored.entries()) {
    if (keys[position] !== position || !entry.patch?.operations || !entry.inverse?.operations) break;
    entries.push(entry);
  }
  return entries;
}
