/**
 * Opens a SQLite database that lies in memory, with SQLite itself as WebAssembly. The file of sql.js is used that
 * carries the binary within it, as GEOS does: one lazy chunk, nothing is fetched, and it runs in Node alike.
 */
import type { SqlValue } from 'sql.js/dist/sql-wasm-inline.js';
import { fail, ok, type Result } from '../../core/result.ts';

export interface Database {
  /** All rows of a short answer. */
  all(sql: string, params?: readonly SqlValue[]): SqlValue[][];
  /** Rows one by one; the statement is freed when the loop ends, however it ends. */
  rows(sql: string): Generator<SqlValue[]>;
  close(): void;
}

/** Bytes 18 and 19 of the header say whether new pages wait in a file beside it. */
const WRITE_VERSION = 18;
const READ_VERSION = 19;
const WITH_LOG = 2;
const WITHOUT_LOG = 1;

export const usesLog = (bytes: Uint8Array): boolean => bytes[READ_VERSION] === WITH_LOG;

/**
 * Loads SQLite (442 kB gzip) the first time. Fails with `gpkg-sqlite-unavailable` where WebAssembly is not to be had
 * and with `gpkg-broken` where the bytes are no database. Copies the bytes once, twice if they say that there is a log.
 */
export async function openDatabase(bytes: Uint8Array): Promise<Result<Database>> {
  let initSqlJs: typeof import('sql.js/dist/sql-wasm-inline.js').default;
  let sql: Awaited<ReturnType<typeof initSqlJs>>;
  try {
    ({ default: initSqlJs } = await import('sql.js/dist/sql-wasm-inline.js'));
    sql = await initSqlJs();
  } catch (error) {
    return fail('gpkg-sqlite-unavailable', { reason: String(error) });
  }
  try {
    const database = new sql.Database(usesLog(bytes) ? withoutLog(bytes) : bytes);
    // Views and defaults of a stranger's file may not call anything.
    database.run('PRAGMA trusted_schema = OFF');
    return ok({
      all: (text, params) => database.exec(text, params)[0]?.values ?? [],
      *rows(text) {
        const statement = database.prepare(text);
        try {
          while (statement.step()) yield statement.get();
        } finally {
          statement.free();
        }
      },
      close: () => database.close(),
    });
  } catch (error) {
    return fail('gpkg-broken', { reason: reasonOf(error) });
  }
}

/** SQLite does not open a file in memory that says it has a log: the log would lie beside it. */
function withoutLog(bytes: Uint8Array): Uint8Array {
  const copy = bytes.slice();
  copy[WRITE_VERSION] = WITHOUT_LOG;
  copy[READ_VERSION] = WITHOUT_LOG;
  return copy;
}

export const reasonOf = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).slice(0, 120);

/** A name in SQL. */
export const quoteName = (name: string): string => `"${name.replaceAll('"', '""')}"`;
