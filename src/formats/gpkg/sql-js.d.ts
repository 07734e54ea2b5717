/** SQLite as WebAssembly in one file (sql.js): what is called of it. */
declare module 'sql.js/dist/sql-wasm-inline.js' {
  type SqlValue = number | string | Uint8Array | null;
  interface SqlStatement {
    /** False behind the last row. Throws what SQLite says of a damaged file. */
    step(): boolean;
    get(): SqlValue[];
    free(): boolean;
  }
  interface SqlDatabase {
    exec(sql: string, params?: readonly SqlValue[]): { columns: string[]; values: SqlValue[][] }[];
    prepare(sql: string): SqlStatement;
    export(): Uint8Array<ArrayBuffer>;
    run(sql: string, params?: readonly SqlValue[]): SqlDatabase;
    close(): void;
  }
  interface SqlJs {
    readonly Database: new (bytes?: Uint8Array) => SqlDatabase;
  }
  export default function initSqlJs(): Promise<SqlJs>;
}
