/**
 * A power cut in mid-write leaves a torn record at the end of the browser's own log. Chromium appends to
 * that log, and at the start after the next takes what follows the torn record for damage and drops the
 * whole database (seen in 156, with a stock IndexedDB: decision 10). More than its write buffer (4 MiB)
 * makes it begin a new log: so that much is written, and deleted, before the first edit is.
 */
import { deleteDB, openDB } from 'idb';

const WRITE_BUFFER_BYTES = 4 * 2 ** 20;
/** Larger values are kept beside the log, not in it. */
const VALUE_BYTES = 48 * 2 ** 10;
const VALUES_AT_ONCE = 16;

/** Never fails: without room, or without need, all stays as it is. About 5 MB to the disk. */
export async function settleLog(name: string): Promise<void> {
  const filler = `${name}-log`;
  try {
    const database = await openDB(filler, 1, {
      upgrade(created) {
        created.createObjectStore('fill');
      },
    });
    // Random, since values are compressed.
    const value = crypto.getRandomValues(new Uint8Array(VALUE_BYTES));
    const rounds = Math.ceil((1.1 * WRITE_BUFFER_BYTES) / (VALUE_BYTES * VALUES_AT_ONCE));
    try {
      for (let round = 0; round < rounds; round++) {
        const transaction = database.transaction('fill', 'readwrite', { durability: 'relaxed' });
        const puts = Array.from({ length: VALUES_AT_ONCE }, (_, key) => transaction.store.put(value, key));
        await Promise.all([...puts, transaction.done]);
      }
    } finally {
      database.close();
    }
    await deleteDB(filler);
  } catch {
    // A full disk: what cannot be written here cannot be torn either.
  }
}
