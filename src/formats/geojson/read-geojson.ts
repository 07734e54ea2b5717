/**
 * Reads GeoJSON: a collection, one feature, a bare geometry, a list of features, or one of them a
 * line. A record that is wrong is a note with its row; only a text that is no GeoJSON at all fails.
 * Knows nothing of layers and kinds.
 */
import { fail, ok, type Result } from '../../core/result.ts';
import type { Task } from '../../core/task.ts';
import { createNoteList, type NoteList } from '../../model/note-list.ts';
import { buildBatch, GEOMETRY_TYPES, SKIPPED } from '../build-batch.ts';
import { describeFound } from '../clean-geometry.ts';
import { decodeText } from '../decode-text.ts';
import type { RawLayer, ReadInput } from '../driver.ts';
import { nameOfFile } from '../file-name.ts';
import { locateJsonError } from './locate-json-error.ts';

/** Stands before each record of a GeoJSON text sequence. */
const RECORD_SEPARATOR = '\u001e';

type Record_ = { readonly [key: string]: unknown };

export async function readGeoJson(input: ReadInput, task: Task): Promise<Result<RawLayer[]>> {
  const decoded = decodeText(input.bytes, input.options.encoding);
  if (!decoded.ok) return decoded;
  const { text, encoding } = decoded.value;
  const notes = createNoteList();
  for (const note of decoded.notes) notes.take(note);
  const parsed = parseRecords(text.replaceAll(RECORD_SEPARATOR, '\n').replace(/^[\uFEFF\s]+/u, ''), text, notes);
  if (!parsed.ok) return parsed;
  const { records, crs, name } = parsed.value;
  const batch = await buildBatch(records, notes, task);
  const layer: RawLayer = { name: name ?? nameOfFile(input.name), batch, encoding, notes: notes.finish() };
  return ok([crs === undefined ? layer : { ...layer, crs }]);
}

interface Records {
  readonly records: readonly unknown[];
  readonly crs?: string | undefined;
  readonly name?: string | undefined;
}

function parseRecords(trimmed: string, original: string, notes: NoteList): Result<Records> {
  if (trimmed.trim() === '') return fail('file-empty');
  try {
    return recordsOf(JSON.parse(trimmed) as unknown, notes);
  } catch {
    return parseLines(trimmed, notes) ?? brokenJson(original);
  }
}

function brokenJson(text: string): Result<Records> {
  const error = locateJsonError(text.startsWith('\uFEFF') ? text.slice(1) : text);
  if (!error) return fail('json-too-deep');
  return error.found === ''
    ? fail('json-ends-early', { line: error.line, column: error.column })
    : fail('json-broken', { line: error.line, column: error.column, found: error.found });
}

/** One feature a line (RFC 8142 and newline-delimited); undefined if the first line alone is no JSON object. A bad line is a note. */
function parseLines(text: string, notes: NoteList): Result<Records> | undefined {
  const lines = text
    .replaceAll(RECORD_SEPARATOR, '\n')
    .split('\n')
    .filter((line) => line.trim() !== '');
  if (lines.length < 2 || !isObject(tryParse(lines[0] as string))) return undefined;
  const records: unknown[] = [];
  lines.forEach((line, row) => {
    const value = tryParse(line);
    if (value === undefined) {
      const error = locateJsonError(line);
      notes.add('line-not-json', { line: row + 1, column: error?.column ?? 1 }, { row });
      records.push(SKIPPED);
    } else records.push(value);
  });
  return ok({ records });
}

function tryParse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function recordsOf(root: unknown, notes: NoteList): Result<Records> {
  if (Array.isArray(root)) {
    if (root.length > 0 && !root.some(isRecord)) return fail('geojson-no-features', { found: describeFound(root) });
    notes.add('geojson-list-of-features');
    return ok({ records: root });
  }
  if (!isObject(root)) return fail('geojson-no-features', { found: describeFound(root) });
  const name = typeof root.name === 'string' && root.name !== '' ? root.name : undefined;
  const crs = crsOf(root.crs, notes);
  if (root.type === 'Feature' || GEOMETRY_TYPES.has(String(root.type))) return ok({ records: [root], crs });
  if (Array.isArray(root.features)) {
    if (root.type !== 'FeatureCollection') notes.add('geojson-type-missing', { found: describeFound(root.type) });
    return ok({ records: root.features, crs, name });
  }
  if (root.type === 'FeatureCollection')
    return fail('geojson-features-missing', { found: describeFound(root.features) });
  return fail('geojson-no-features', { found: describeFound(root.type ?? Object.keys(root).slice(0, 5).join(', ')) });
}

function isObject(value: unknown): value is Record_ {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isRecord(value: unknown): boolean {
  return isObject(value) && (value.type === 'Feature' || GEOMETRY_TYPES.has(String(value.type)));
}

/** The old `crs` member: `EPSG:n` out of its URN or name; anything else is told and left aside. */
function crsOf(member: unknown, notes: NoteList): string | undefined {
  if (member === undefined || member === null) return undefined;
  const properties = isObject(member) ? member.properties : undefined;
  const name = isObject(properties) ? properties.name : undefined;
  if (typeof name !== 'string') {
    notes.add('geojson-crs-unreadable', { found: describeFound(member) });
    return undefined;
  }
  if (/CRS:?84$/iu.test(name)) return 'EPSG:4326';
  const code = /EPSG:(?:[\d.]*:)?(\d+)$/iu.exec(name.trim())?.[1];
  return code === undefined ? name : `EPSG:${code}`;
}
