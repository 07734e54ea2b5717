/** Files of returned slips: Word, Excel, CSV or JSON, as rows; the pictures in them; a problem for each that cannot be read. */
import { type Problem, type Result, withPlace } from '../../core/result.ts';
import { checkpoint, type Task } from '../../core/task.ts';
import { valueAt } from '../../model/feature-batch.ts';
import type { RawLayer } from '../driver.ts';
import type { InnerPicture, ReturnedContent, RowTable } from './returned-table.ts';

export interface ReturnedFile {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

export interface ReadReturns extends ReturnedContent {
  readonly problems: readonly Problem[];
}

/** One after the other; a file that cannot be read keeps no other back. Rejects only when cancelled. */
export async function readReturned(files: readonly ReturnedFile[], task: Task = {}): Promise<ReadReturns> {
  const tables: RowTable[] = [];
  const pictures: InnerPicture[] = [];
  const problems: Problem[] = [];
  for (const [done, file] of files.entries()) {
    task.onProgress?.({ stage: 'read', done, total: files.length, detail: file.name });
    await checkpoint(task);
    const read = await readOne(file, task);
    if (!read.ok) {
      problems.push(withPlace(read.problem, { file: file.name }));
      continue;
    }
    tables.push(...read.value.tables);
    pictures.push(...read.value.pictures);
  }
  return { tables, pictures, problems };
}

async function readOne({ name, bytes }: ReturnedFile, task: Task): Promise<Result<ReturnedContent>> {
  if (/\.docx$/iu.test(name)) return (await import('./read-returned-docx.ts')).readReturnedDocx(name, bytes);
  if (/\.json$/iu.test(name)) {
    const read = (await import('./read-returned-json.ts')).readReturnedJson(name, bytes);
    return read.ok ? { ...read, value: { tables: [read.value], pictures: [] } } : read;
  }
  const { readRawLayers } = await import('../read-file.ts');
  const read = await readRawLayers({ name, bytes }, {}, task);
  return read.ok ? { ...read, value: { tables: read.value.map((layer) => tableOf(name, layer)), pictures: [] } } : read;
}

/** A sheet as it was read for an import: dates are ISO texts, numbers numbers. */
function tableOf(file: string, { batch, lines, place }: RawLayer): RowTable {
  const columns = [...batch.columns];
  return {
    file,
    ...(place?.sheet !== undefined && { sheet: place.sheet }),
    header: columns.map(([name]) => name),
    rows: Array.from(batch.rows, (_, row) => columns.map(([, column]) => valueAt(column, row))),
    ...(lines && { lines: [...lines] }),
  };
}
