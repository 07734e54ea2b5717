/** A small file of returned slips as JSON: a list of records, or an object that holds one. */
import { fail, ok, type Result } from '../../core/result.ts';
import type { RowTable } from './returned-table.ts';

type Cell = RowTable['rows'][number][number];

/** Keys become columns, in the order of their first appearance; lists become one text. Fails on what is no list of records. */
export function readReturnedJson(file: string, bytes: Uint8Array): Result<RowTable> {
  let root: unknown;
  try {
    root = JSON.parse(new TextDecoder().decode(bytes));
  } catch (error) {
    return fail('return-not-json', { reason: error instanceof Error ? error.message : String(error) }, { file });
  }
  const list = Array.isArray(root) ? root : Object.values(isRecord(root) ? root : {}).find(Array.isArray);
  const records = (list as unknown[] | undefined)?.filter(isRecord) ?? [];
  if (records.length === 0) return fail('return-json-empty', {}, { file });
  const header = [...new Set(records.flatMap(Object.keys))];
  return ok({ file, header, rows: records.map((record) => header.map((key) => cellOf(record[key]))) });
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function cellOf(value: unknown): Cell {
  if (value === undefined || value === null) return null;
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  return Array.isArray(value) ? value.map(String).join(';') : JSON.stringify(value);
}
