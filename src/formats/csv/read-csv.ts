/**
 * Reads tables of text: comma, tab, semicolon or bar between the cells, in any encoding that offices
 * use. The text is decoded, cut into rows and built into columns piece by piece, so that a file may be
 * longer than one string, and reading it can be cancelled.
 */
import { fail, ok, type Result } from '../../core/result.ts';
import { checkpoint, type Task } from '../../core/task.ts';
import { decodePieces, findEncoding, PIECE_BYTES } from '../decode-text.ts';
import type { RawLayer, ReadInput } from '../driver.ts';
import { nameOfFile } from '../file-name.ts';
import { createTableReader, type TableReader } from '../table/read-table.ts';
import { createRowSplitter, type RowSplitter, type TextRow } from './split-rows.ts';

const ROWS_PER_CHECKPOINT = 10_000;

export async function readCsv(input: ReadInput, task: Task): Promise<Result<RawLayer[]>> {
  const { bytes, options } = input;
  const encoding = findEncoding(bytes, options.encoding);
  if (!encoding.ok) return encoding;
  const table = createTableReader({ ...options, name: nameOfFile(input.name), isText: true });
  for (const note of encoding.notes) table.notes.take(note);
  const splitter = createRowSplitter(options.delimiter);
  await pushRows(bytes, encoding.value, splitter, table, task);
  const layer = table.finish();
  if (!layer.ok) return layer;
  return layer.value
    ? ok([
        { ...layer.value, encoding: encoding.value, ...(splitter.delimiter ? { delimiter: splitter.delimiter } : {}) },
      ])
    : fail('file-empty');
}

async function pushRows(
  bytes: Uint8Array,
  encoding: string,
  splitter: RowSplitter,
  table: TableReader,
  task: Task,
): Promise<void> {
  let line = 0;
  const pushAll = async (rows: readonly TextRow[]): Promise<boolean> => {
    for (const { cells, isMisquoted } of rows) {
      line++;
      if (isMisquoted) table.notes.add('csv-quotes-wrong', {}, { line });
      if (!table.push(cells, line)) return false;
      if (line % ROWS_PER_CHECKPOINT === 0) await checkpoint(task);
    }
    return true;
  };
  let done = 0;
  for (const piece of decodePieces(bytes, encoding)) {
    if (!(await pushAll(splitter.push(piece)))) return;
    done = Math.min(bytes.length, done + PIECE_BYTES);
    task.onProgress?.({ stage: 'read', done, total: bytes.length });
    await checkpoint(task);
  }
  await pushAll(splitter.end());
}
