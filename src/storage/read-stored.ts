/** Reads what is kept. Trusts nothing: a gap ends the history. Throws what IndexedDB throws. */
import type { IDBPTransaction } from 'idb';
import { type Problem, problem } from '../core/result.ts';
import type { HistoryEntry } from '../model/history.ts';
import { allOf, type Database, type Schema, STORE_NAMES, type StoreName } from './database.ts';
import type { EntryRecord, WorkspaceRecord } from './migrations.ts';
import type { KeptWorkspace, StoredSource } from './stored-types.ts';

/** A history as the disk has it. */
export interface OnDisk {
  readonly entries: readonly HistoryEntry[];
  /** By position: the write that put the entry there. */
  readonly revisions: readonly number[];
  readonly pointer: number;
  readonly revision: number;
}

/** A workspace as found on the disk. */
export interface FoundWorkspace {
  readonly name: string;
  readonly source: StoredSource;
  readonly disk: OnDisk;
  readonly notes: readonly Problem[];
  /** Some tab named itself as its writer and has not closed as it should. */
  readonly hasWriter: boolean;
  /** The same of any workspace: tabs are open, or the browser or the machine went down. */
  readonly mayBeTorn: boolean;
}

export type Reading = IDBPTransaction<Schema, ArrayLike<StoreName>, 'readonly' | 'readwrite'>;

/** Undefined where nothing is kept under that id. */
export async function readStored(database: Database, id: string): Promise<FoundWorkspace | undefined> {
  const transaction = database.transaction(STORE_NAMES, 'readonly');
  const records = await transaction.objectStore('workspaces').getAll();
  const record = records.find((candidate) => candidate.id === id);
  if (!record) return undefined;
  const [files, { disk, notes }] = await Promise.all([
    transaction.objectStore('files').getAll(allOf(id)),
    readHistory(transaction, record),
  ]);
  await transaction.done;
  const source: StoredSource =
    record.source.type === 'demo'
      ? record.source
      : { type: 'files', files: files.map(({ path, bytes }) => ({ path, bytes })) };
  const hasWriter = record.writer !== '';
  return { name: record.name, source, disk, notes, hasWriter, mayBeTorn: records.some(({ writer }) => writer !== '') };
}

/**
 * @param known what was read before: entries that no later write replaced stay the same objects
 * @param from the first position that may differ from `known`
 */
export async function readHistory(
  transaction: Reading,
  record: WorkspaceRecord,
  known?: OnDisk,
  from = 0,
): Promise<{ disk: OnDisk; notes: Problem[] }> {
  const range = IDBKeyRange.bound([record.id, from], [record.id, []]);
  const stored = unbroken(await transaction.objectStore('entries').getAll(range), from);
  const entries = known?.entries.slice(0, from) ?? [];
  const revisions = known?.revisions.slice(0, from) ?? [];
  for (const { position, revision, entry } of stored.records) {
    entries.push(known?.revisions[position] === revision ? (known.entries[position] ?? entry) : entry);
    revisions.push(revision);
  }
  const pointer = Math.max(0, Math.min(entries.length, record.pointer));
  const isCut = stored.lost > 0 || pointer !== record.pointer;
  const expected = Math.max(record.pointer, entries.length + stored.lost);
  return {
    disk: { entries, revisions, pointer, revision: record.revision },
    notes: isCut ? [problem('storage.history-cut', { kept: pointer, expected })] : [],
  };
}

/** The entries at `from`, `from` + 1 … up to the first that is missing or is no entry. */
function unbroken(records: readonly EntryRecord[], from: number): { records: EntryRecord[]; lost: number } {
  const kept: EntryRecord[] = [];
  for (const [index, record] of records.entries()) {
    const { entry } = record;
    if (record.position !== from + index || !entry?.patch?.operations || !entry.inverse?.operations) break;
    kept.push(record);
  }
  return { records: kept, lost: records.length - kept.length };
}

export async function listStored(database: Database): Promise<KeptWorkspace[]> {
  const records = await database.getAll('workspaces');
  return records
    .map(({ id, name, source, pointer, usedAt }) => ({
      id,
      name,
      served: source.type === 'demo' ? source.name : undefined,
      edits: pointer,
      usedAt,
    }))
    .sort((a, b) => (a.usedAt < b.usedAt ? 1 : a.usedAt > b.usedAt ? -1 : 0));
}
