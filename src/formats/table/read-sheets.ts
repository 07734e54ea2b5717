/** The sheets of a workbook as layers, whatever kind of workbook it is. */
import { fail, ok, type Problem, problem, type Result } from '../../core/result.ts';
import { checkpoint, type Task } from '../../core/task.ts';
import type { RawLayer, ReadInput } from '../driver.ts';
import type { Cell } from './cell.ts';
import type { MergedArea } from './merged-areas.ts';
import { createTableReader, type TableReader } from './read-table.ts';

export interface SheetSource {
  readonly name: string;
  readonly isHidden: boolean;
  /** Its cells are all texts, as of a web page. */
  readonly isText?: boolean;
  /** How much there is to read, and how much of it was, in any unit that all sheets share. */
  readonly size: number;
  done(): number;
  /** May throw on a damaged sheet, and so may `rows`. Yields to be cancelled. */
  areas(): Generator<undefined, readonly MergedArea[]>;
  /** Batches of rows from the top. */
  rows(): Generator<readonly SheetRow[]>;
}

export interface SheetRow {
  readonly cells: Cell[];
  /** Counted from 1. */
  readonly line: number;
  readonly isHidden: boolean;
}

const ROWS_PER_CHECKPOINT = 10_000;

/**
 * Every sheet with a row is a layer, hidden ones too; an empty one is a note. Of a damaged sheet the rows
 * before the damage are kept. Fails where no sheet can be read. Only the sheet that the user chose is read
 * where it is there. `missing`: those that the workbook lists and does not hold, damaged and not empty.
 */
export async function readSheets(
  sources: readonly SheetSource[],
  { options }: ReadInput,
  task: Task,
  missing: readonly string[] = [],
): Promise<Result<RawLayer[]>> {
  const chosen = sources.filter(({ name }) => name === options.sublayer);
  const wanted = chosen.length > 0 ? chosen : sources;
  const layers: RawLayer[] = [];
  const notes: Problem[] = [];
  const failures = missing.map((sheet) => problem('sheet-missing', {}, { sheet }));
  const total = wanted.reduce((sum, { size }) => sum + size, 0);
  let before = 0;
  for (const source of wanted) {
    const turn = async () => {
      task.onProgress?.({ stage: 'read', done: before + source.done(), total, detail: source.name });
      await checkpoint(task);
    };
    const read = await readSheet(source, options, turn, task);
    before += source.size;
    const at = { sheet: source.name };
    if (!read.ok) failures.push({ ...read.problem, at: { ...at, ...read.problem.at } });
    else if (read.value) layers.push(read.value);
    else notes.push(problem('sheet-empty', {}, at));
  }
  if (layers.length > 0) return ok(layers, [...notes, ...failures]);
  return failures[0] ? { ok: false, problem: failures[0] } : fail('workbook-empty');
}

/** Reports, and gives the task a turn. */
type Turn = () => Promise<void>;

/** Undefined for an empty sheet. */
async function readSheet(
  source: SheetSource,
  options: ReadInput['options'],
  turn: Turn,
  task: Task,
): Promise<Result<RawLayer | undefined>> {
  const { name } = source;
  let table: TableReader | undefined;
  try {
    const areas = await findAreas(source, turn);
    table = createTableReader({ ...options, name, isText: source.isText ?? false, areas });
    await pushRows(source, table, turn);
  } catch (error) {
    task.signal?.throwIfAborted();
    const found = problem('sheet-broken', { reason: reasonOf(error) });
    const layer = table?.finish();
    if (!layer?.ok || !layer.value) return { ok: false, problem: found };
    return ok({ ...layer.value, notes: [found, ...layer.value.notes] });
  }
  const layer = table.finish();
  if (!layer.ok || !layer.value || !source.isHidden) return layer;
  return ok({ ...layer.value, notes: [problem('sheet-hidden'), ...layer.value.notes] });
}

/** What a library or a decoder said, short enough for a sentence. */
export const reasonOf = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).split('\n', 1)[0]!.slice(0, 120);

async function findAreas(source: SheetSource, turn: Turn): Promise<readonly MergedArea[]> {
  const search = source.areas();
  for (;;) {
    const { done, value } = search.next();
    if (done) return value;
    await turn();
  }
}

async function pushRows(source: SheetSource, table: TableReader, turn: Turn): Promise<void> {
  let hidden = 0;
  let firstHidden = 0;
  let rows = 0;
  for (const batch of source.rows()) {
    for (const { cells, line, isHidden } of batch) {
      if (isHidden && cells.length > 0 && hidden++ === 0) firstHidden = line;
      if (!table.push(cells, line)) return;
      if (++rows % ROWS_PER_CHECKPOINT === 0) await turn();
    }
    await turn();
  }
  if (hidden > 0) table.notes.add('sheet-hidden-rows', { count: hidden }, { line: firstHidden });
}
