/**
 * Reads tables of text: comma, tab, semicolon or bar between the cells, in any encoding that offices
 * use. Where a row lies is read from columns of longitude and latitude (degrees, or with minutes and
 * seconds), from both in one cell, or from WKT. Numbers become numbers; codes stay text.
 */
import { wktToGeoJSON } from 'betterknown';
import Papa from 'papaparse';
import { readAngle, readLonLat } from '../../core/angles.ts';
import { fail, ok, type Result } from '../../core/result.ts';
import type { Task } from '../../core/task.ts';
import { createNoteList, type NoteList } from '../../model/note-list.ts';
import { buildBatch } from '../build-batch.ts';
import { decodeText } from '../decode-text.ts';
import type { RawLayer, ReadInput } from '../driver.ts';
import { nameOfFile } from '../file-name.ts';
import { findGeometryColumns, type GeometryColumns } from './find-geometry-columns.ts';

const DELIMITERS = [',', '\t', ';', '|', '，'];
const SAMPLE_ROWS = 50;

export async function readCsv(input: ReadInput, task: Task): Promise<Result<RawLayer[]>> {
  const decoded = decodeText(input.bytes, input.options.encoding);
  if (!decoded.ok) return decoded;
  const { text, encoding } = decoded.value;
  const notes = createNoteList();
  for (const note of decoded.notes) notes.take(note);
  const { data, errors } = Papa.parse<string[]>(text.replace(/^\uFEFF/u, ''), { delimitersToGuess: DELIMITERS });
  const first = data.findIndex((cells) => cells.some((cell) => cell.trim() !== ''));
  if (first < 0) return fail('file-empty');
  for (const { code, row = 0 } of errors) {
    if (code === 'MissingQuotes' || code === 'InvalidQuotes')
      notes.add('csv-quotes-wrong', {}, { row: Math.max(0, row - first - 1) });
  }
  const header = nameColumns(data[first]!, notes);
  const records = data.slice(first + 1);
  while (records.length > 0 && isBlank(records.at(-1)!)) records.pop();
  const columns = findGeometryColumns(header, records.slice(0, SAMPLE_ROWS), input.options.geometry);
  if (columns) notes.add('csv-geometry-from', { columns: namesOf(columns, header).join(', ') });
  else notes.add('csv-no-geometry-columns', { columns: header.join(', ') });
  const isNumeric = header.map((name, column) => mayBeNumbers(name, column, records));
  const places = createPlaceReader(columns, header, notes);
  const features = records.map((cells, row) => {
    if (cells.length > header.length)
      notes.add('csv-cells-too-many', { count: cells.length, expected: header.length }, { row });
    return {
      type: 'Feature',
      geometry: places.geometryOf(cells, row),
      properties: Object.fromEntries(header.map((name, at) => [name, cellValue(cells[at] ?? '', isNumeric[at]!)])),
    };
  });
  const batch = await buildBatch(features, notes, task);
  const crs = places.statedCrs();
  const layer: RawLayer = { name: nameOfFile(input.name), batch, encoding, notes: notes.finish() };
  return ok([crs === undefined ? layer : { ...layer, crs }]);
}

const isBlank = (cells: readonly string[]): boolean => cells.every((cell) => cell.trim() === '');

/** Columns without a name get their number, and of equal names the later ones; both are told. O(columns), however many are alike. */
function nameColumns(cells: readonly string[], notes: NoteList): string[] {
  const taken = new Set<string>();
  const last = new Map<string, number>();
  return cells.map((cell, index) => {
    const wanted = cell.trim();
    let name = wanted || `#${index + 1}`;
    let again = last.get(wanted) ?? 1;
    while (taken.has(name)) name = `${wanted}#${++again}`;
    last.set(wanted, again);
    taken.add(name);
    if (name !== wanted) notes.add('csv-column-renamed', { column: index + 1, name });
    return name;
  });
}

function namesOf(columns: GeometryColumns, header: readonly string[]): string[] {
  const numbers =
    columns.type === 'wkt' ? [columns.wkt] : columns.type === 'pair' ? [columns.pair] : [columns.lon, columns.lat];
  return numbers.map((column) => header[column]!);
}

const NUMBER = /^[-+]?(?:0|[1-9]\d{0,14})(?:\.\d{1,15})?$/u;
/** Digits that are no quantity: leading zeros and all places must stay as they are. */
const IS_CODE =
  /编[码号]|代码|区划|电话|手机|身份证|邮编|邮政|序号|code|zip|postal|phone|mobile|\bid\b|^id|id$|no\.?$/iu;

/** A column of numbers: every filled cell is one, and it is not called a code. O(rows). */
function mayBeNumbers(name: string, column: number, records: readonly (readonly string[])[]): boolean {
  if (IS_CODE.test(name)) return false;
  return records.every((cells) => {
    const cell = cells[column]?.trim() ?? '';
    return cell === '' || NUMBER.test(cell);
  });
}

function cellValue(cell: string, isNumber: boolean): string | number | null {
  const trimmed = cell.trim();
  if (trimmed === '') return null;
  return isNumber ? Number(trimmed) : trimmed;
}

function createPlaceReader(columns: GeometryColumns | undefined, header: readonly string[], notes: NoteList) {
  let crs: string | undefined;

  /** null for an empty shape. */
  function readWkt(text: string): GeoJSON.Geometry | null | undefined {
    const [, srid, wkt = ''] = /^\s*(?:SRID=(\d+);)?([\s\S]*)$/iu.exec(text) ?? [];
    try {
      const geometry = wktToGeoJSON(wkt.trim());
      if (srid !== undefined && srid !== '0') crs ??= `EPSG:${srid}`;
      return geometry;
    } catch {
      return undefined;
    }
  }

  function read(cells: readonly string[]): { text: string; geometry: unknown } {
    if (!columns) return { text: '', geometry: null };
    if (columns.type === 'wkt') {
      const text = cells[columns.wkt]?.trim() ?? '';
      return { text, geometry: text === '' ? null : readWkt(text) };
    }
    if (columns.type === 'pair') {
      const text = cells[columns.pair]?.trim() ?? '';
      const position = readLonLat(text);
      return { text, geometry: position && { type: 'Point', coordinates: position } };
    }
    const [lon, lat] = [cells[columns.lon]?.trim() ?? '', cells[columns.lat]?.trim() ?? ''];
    // Metres of a projection are numbers too, and no angles.
    const position = [lon, lat].map((text) => (NUMBER.test(text) ? Number(text) : readAngle(text)));
    const isWhole = position.every((value) => value !== undefined);
    return {
      text: lon === '' && lat === '' ? '' : `${lon}, ${lat}`,
      geometry: isWhole ? { type: 'Point', coordinates: position } : undefined,
    };
  }

  return {
    statedCrs: () => crs,
    /** null where the cells are empty, or hold nothing that can be read, which is told. */
    geometryOf(cells: readonly string[], row: number): unknown {
      const { text, geometry } = read(cells);
      if (geometry !== undefined || text === '') return geometry ?? null;
      const column = columns && namesOf(columns, header).join(', ');
      notes.add('csv-place-unreadable', { found: text.slice(0, 60) }, { row, ...(column ? { column } : {}) });
      return null;
    },
  };
}
