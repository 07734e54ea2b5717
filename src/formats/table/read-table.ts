/**
 * From rows of cells to a layer, whatever file they stand in. Rows come one by one and go straight into
 * typed columns and flat geometry; only the first are held back, from which the header is told. Every row
 * beneath the header is a record, but for blank ones: it becomes a feature, or is left out with a note.
 */
import { fail, ok, type Place, type Result } from '../../core/result.ts';
import { GrowingArray } from '../../geo/growing-array.ts';
import { createNoteList, type NoteList } from '../../model/note-list.ts';
import type { RawLayer, ReadOptions } from '../driver.ts';
import { type Cell, isBlankCell, textOfCell } from './cell.ts';
import { columnsOf, findGeometryColumns } from './find-geometry-columns.ts';
import { findHeader } from './find-header.ts';
import { createMergeFiller, type MergedArea } from './merged-areas.ts';
import { nameColumns } from './name-columns.ts';
import { createPlaceReader } from './place-reader.ts';
import { createRowJudge } from './row-kinds.ts';
import { createTableColumns, MAX_CELLS } from './table-columns.ts';

export interface TableOptions extends Pick<ReadOptions, 'geometry' | 'notesPerCode'> {
  readonly name: string;
  /** All cells are texts, of which columns of plain numbers become numbers. */
  readonly isText: boolean;
  readonly areas?: readonly MergedArea[];
}

export interface TableReader {
  readonly notes: NoteList;
  /** The cells may be written to. `line` counts the rows of the sheet from 1, upwards. False: no more is wanted, `finish` says why. */
  push(cells: Cell[], line: number): boolean;
  /** Undefined where no row had a cell. Fails with `table-too-large` and `table-too-wide`. */
  finish(): Result<RawLayer | undefined>;
}

/** Rows from which header and coordinates are told. */
const SAMPLE_ROWS = 80;
/** Filled or not, so many are looked at: rows of a hostile sheet are empty up to their last cell. */
const MAX_LOOKED_AT = 200_000_000;
/** A spreadsheet has 16,384; what has more than this has lost its line ends. */
const MAX_COLUMNS = 200_000;

/** O(cells), beside the merged areas. */
export function createTableReader(options: TableOptions): TableReader {
  const notes = createNoteList(options.notesPerCode);
  const held: { cells: Cell[]; line: number }[] = [];
  let body: TableBody | undefined;
  let cellsSeen = 0;
  let isTooLarge = false;
  let isTooWide = false;

  const begin = (): TableBody => {
    const opened = openBody(held, options, notes);
    for (const { cells, line } of held.splice(0).slice(opened.rowsAbove)) opened.body.push(cells, line);
    return opened.body;
  };

  return {
    notes,
    push(cells, line) {
      cellsSeen += cells.length;
      isTooLarge ||= cellsSeen > MAX_LOOKED_AT || body?.isTooLarge() === true;
      if (isTooLarge) return false;
      if (cells.every(isBlankCell)) return true;
      if (body) body.push(cells, line);
      else if (held.push({ cells, line }) >= SAMPLE_ROWS) body = begin();
      isTooWide ||= cells.length > MAX_COLUMNS && !body;
      return !isTooWide;
    },
    finish() {
      if (isTooWide) return fail('table-too-wide', { count: held.at(-1)!.cells.length, total: MAX_COLUMNS });
      if (!isTooLarge && !body && held.length === 0) return ok(undefined);
      body ??= begin();
      if (isTooLarge || body.isTooLarge()) return fail('table-too-large', { count: MAX_CELLS });
      const { crs, ...found } = body.finish();
      const layer: RawLayer = { name: options.name, ...found, notes: notes.finish() };
      return ok(crs === undefined ? layer : { ...layer, crs });
    },
  };
}

const listNames = (names: readonly string[], most: number): string =>
  names
    .slice(0, most)
    .map((name) => name.slice(0, 60))
    .join(', ');

interface TableBody {
  push(cells: Cell[], line: number): void;
  isTooLarge(): boolean;
  finish(): Required<Pick<RawLayer, 'batch' | 'records' | 'lines'>> & Pick<RawLayer, 'crs'>;
}

type HeldRow = { readonly cells: readonly Cell[]; readonly line: number };

function openBody(
  held: readonly HeldRow[],
  options: TableOptions,
  notes: NoteList,
): { body: TableBody; rowsAbove: number } {
  const rows = held.map(({ cells, line }) => ({ cells: cells.map(textOfCell), line }));
  const { names, rowsAbove, height } = findHeader(rows, options.areas);
  const samples = rows.slice(rowsAbove).map(({ cells }) => cells);
  // In a workbook what stands beside the header belongs to the row; in a text it is a stray separator.
  const width = options.isText ? names.length : Math.max(names.length, ...samples.map((cells) => cells.length));
  const header = nameColumns(
    Array.from({ length: width }, (_, column) => names[column] ?? ''),
    notes,
  );
  const line = rows[rowsAbove - 1]?.line;
  if (height === 0) notes.add('table-without-header', {}, { line: rows[rowsAbove]!.line });
  else if (rowsAbove > 1 && line !== undefined)
    notes.add('table-header-below', { line, columns: listNames(header, 6) });
  const above = rows.slice(0, rowsAbove).map(({ cells }) => cells);
  return { body: createBody(header, samples, above, line ?? 0, options, notes), rowsAbove };
}

function createBody(
  header: readonly string[],
  samples: readonly (readonly string[])[],
  above: readonly (readonly string[])[],
  headerLine: number,
  options: TableOptions,
  notes: NoteList,
): TableBody {
  const geometryColumns = findGeometryColumns(header, samples, options.geometry);
  if (geometryColumns)
    notes.add('csv-geometry-from', {
      columns: columnsOf(geometryColumns)
        .map((column) => header[column]!)
        .join(', '),
    });
  else notes.add('csv-no-geometry-columns', { columns: listNames(header, 100) });
  const places = createPlaceReader(geometryColumns, header, notes);
  const columns = createTableColumns(header, options.isText, notes);
  const merges = createMergeFiller(options.areas ?? []);
  const judge = createRowJudge(above);
  const rows = new GrowingArray(new Uint32Array(64));
  const lines = new GrowingArray(new Uint32Array(64));
  const filledDown = new Map<number, number>();
  const countFilled = (column: number) => filledDown.set(column, (filledDown.get(column) ?? 0) + 1);
  let records = 0;
  let blankRows = 0;
  let firstBlank = 0;
  let lastLine = headerLine;

  const append = (cells: Cell[], at: Place & { row: number; line: number }) => {
    const filled = cells.findLastIndex((cell) => !isBlankCell(cell)) + 1;
    if (filled > header.length) notes.add('csv-cells-too-many', { count: filled, expected: header.length }, at);
    merges.fill(cells, at.line, countFilled);
    places.append(cells, at);
    columns.append(cells, rows.length, at);
    rows.push(at.row);
    lines.push(at.line);
  };

  return {
    push(cells, line) {
      if (lastLine > 0 && line > lastLine + 1) {
        if (blankRows === 0) firstBlank = lastLine + 1;
        blankRows += line - lastLine - 1;
      }
      lastLine = line;
      const at = { row: records++, line };
      const kind = judge.judge(cells);
      // What has a place is a place, whatever it is called.
      if (kind === undefined || (kind !== 'table-header-again' && places.hasPlace(cells))) append(cells, at);
      else notes.add(kind, { found: cells.map(textOfCell).find(Boolean)!.slice(0, 60) }, at);
    },
    isTooLarge: () => columns.isTooLarge(rows.length),
    finish() {
      for (const [column, count] of filledDown)
        notes.add('table-merged-filled', { count }, { column: header[column] ?? `#${column + 1}` });
      if (merges.leftOut > 0) notes.add('table-merges-left-out', { count: merges.leftOut });
      if (blankRows > 0) notes.add('table-blank-rows', { count: blankRows }, { line: firstBlank });
      const { geometry, crs } = places.finish();
      const batch = { geometry, columns: columns.finish(rows.length), rows: rows.finish(), ids: [] };
      return { batch, records, lines: lines.finish(), ...(crs === undefined ? {} : { crs }) };
    },
  };
}
