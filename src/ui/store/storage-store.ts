/** Whether edits are safe, and where: what storage and file say. Written in app/, read by the panels. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { History, HistoryEntry } from '../../model/history.ts';
import type { KeptWorkspace, StorageStatus } from '../../storage/stored-types.ts';

/** Whether the browser keeps what is saved when the disk gets full. `insecure`: it can only be asked over https. */
export type Persistence = 'unasked' | 'granted' | 'denied' | 'insecure';

/** The file that was last written in this visit, and the edit up to which it goes. */
export interface WrittenFile {
  readonly name: string;
  readonly upTo: HistoryEntry | undefined;
  /** `again`: the browser holds the file open for the next save; `download`: it went to the downloads. */
  readonly how: 'again' | 'download';
}

export interface StorageState extends StorageStatus {
  readonly persistence: Persistence;
  readonly file: WrittenFile | undefined;
  /** What is kept beside the open one, last used first. */
  readonly others: readonly KeptWorkspace[];
}
export type StorageStore = StoreApi<StorageState>;

export function createStorageStore(status: StorageStatus): StorageStore {
  return createStore<StorageState>()(() => ({ ...status, persistence: 'unasked', file: undefined, others: [] }));
}

/** The last edit in force; undefined for a workspace as it was opened. */
export const lastEdit = ({ entries, pointer }: History): HistoryEntry | undefined => entries[pointer - 1];

/** Whether closing the tab now would lose an edit: it is neither on the disk nor in a file. */
export function isAtRisk({ save, file }: StorageState, history: History): boolean {
  if (save.state !== 'saving' && save.state !== 'failed') return false;
  return history.entries.length > 0 && !(file && file.upTo === lastEdit(history));
}
