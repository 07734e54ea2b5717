/** What the browser's database holds of the one workspace in it, read past the app. */
import type { Page } from '@playwright/test';
import type { History } from '../../src/model/history.ts';
import type { EntryRecord, WorkspaceRecord } from '../../src/storage/migrations.ts';

export interface KeptHistory extends History {
  readonly id: string;
  readonly positions: readonly number[];
}

/** The workspace that was used last. */
export function readKeptHistory(page: Page): Promise<KeptHistory> {
  return page.evaluate(async () => {
    const settled = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const database = await settled(indexedDB.open('chentu'));
    const transaction = database.transaction(['workspaces', 'entries']);
    const [records, all] = await Promise.all([
      settled(transaction.objectStore('workspaces').getAll() as IDBRequest<WorkspaceRecord[]>),
      settled(transaction.objectStore('entries').getAll() as IDBRequest<EntryRecord[]>),
    ]);
    database.close();
    const record = records.sort((a, b) => (a.usedAt < b.usedAt ? 1 : -1))[0];
    if (!record) throw new Error('the database holds no workspace, expected one');
    const own = all.filter(({ workspace }) => workspace === record.id);
    return {
      id: record.id,
      pointer: record.pointer,
      positions: own.map(({ position }) => position),
      entries: own.map(({ entry }) => entry),
    };
  });
}
