/**
 * The `series` of workspace.json as typed readings. What cannot be read is a problem and stays out; entries
 * and files are carried along as they are in any case, so that saving loses nothing.
 */
import { type Problem, problem, withPlace } from '../../core/result.ts';
import type { Subject } from '../../core/subject.ts';
import type { Series } from '../../model/series.ts';
import { parseReadings, type ReadingFields } from '../csv/parse-readings.ts';
import { decodeText } from '../decode-text.ts';
import { shorten } from './parse-layer-entry.ts';
import { listSome, type WorkspaceRoot } from './workspace-files.ts';
import { normalizePath } from './workspace-path.ts';

type Fields = Readonly<Record<string, unknown>>;

interface SeriesEntry {
  readonly id: string;
  readonly station: Subject;
  readonly file: string;
  readonly encoding: string | undefined;
  readonly fields: ReadingFields;
}

const MANIFEST = { file: 'workspace.json' } as const;

/** In their order. Nothing for no list of them. */
export async function readSeries(entries: unknown, root: WorkspaceRoot, problems: Problem[]): Promise<Series[]> {
  const series: Series[] = [];
  if (entries === undefined || entries === null) return series;
  if (!Array.isArray(entries)) {
    problems.push(wrong('series', '[ … ]', entries));
    return series;
  }
  for (const [index, entry] of entries.entries()) {
    const parsed = parseEntry(entry, `series[${index}]`);
    if ('code' in parsed) problems.push(parsed);
    else {
      const read = await readOne(parsed, root, problems);
      if (read) series.push(read);
    }
  }
  return series;
}

async function readOne(
  { id, station, file, encoding, fields }: SeriesEntry,
  root: WorkspaceRoot,
  problems: Problem[],
): Promise<Series | undefined> {
  const path = normalizePath(file);
  const place = { file };
  const found = path === undefined ? undefined : root.find(path);
  if (found === undefined) {
    problems.push(
      path === undefined
        ? problem('path-escapes', { path: file }, MANIFEST)
        : problem('series-file-missing', { files: listSome(root.paths) }, place),
    );
    return undefined;
  }
  const decoded = decodeText(await root.read(found), encoding);
  const readings = decoded.ok ? parseReadings(decoded.value.text, fields) : decoded;
  if (!readings.ok) {
    problems.push(withPlace(readings.problem, place));
    return undefined;
  }
  const notes = [...(decoded.ok ? decoded.notes : []), ...readings.notes];
  problems.push(...notes.map((note) => withPlace(note, place)));
  return { id, station, ...readings.value };
}

function parseEntry(entry: unknown, key: string): SeriesEntry | Problem {
  if (!isFields(entry)) return wrong(key, '{ "id", "station", "file", "fields" }', entry);
  const { id, station, file, encoding, fields } = entry;
  if (!isText(id)) return wrong(`${key}.id`, '"…"', id);
  if (!isFields(station) || !isText(station.layer) || !isText(station.feature))
    return wrong(`${key}.station`, '{ "layer": "…", "feature": "…" }', station);
  if (!isText(file)) return wrong(`${key}.file`, '"series/….csv"', file);
  if (encoding !== undefined && !isText(encoding)) return wrong(`${key}.encoding`, '"utf-8" | "gbk"', encoding);
  const named = fields === undefined ? CANONICAL_FIELDS : fields;
  if (!isFields(named) || !isText(named.time) || !OTHER_FIELDS.every((name) => isOptionalText(named[name])))
    return wrong(`${key}.fields`, '{ "time", "pm10", "windFrom", "windForce": "…" }', fields);
  const others = OTHER_FIELDS.flatMap((name) => (isText(named[name]) ? [[name, named[name]]] : []));
  return {
    id,
    station: { layer: station.layer, feature: station.feature },
    file,
    encoding,
    fields: { time: named.time, ...Object.fromEntries(others) },
  };
}

const OTHER_FIELDS = ['pm10', 'windFrom', 'windForce'] as const;
const CANONICAL_FIELDS = { time: 'time', pm10: 'pm10', windFrom: 'windFrom', windForce: 'windForce' };

function wrong(key: string, expected: string, found: unknown): Problem {
  return problem('manifest-key-left-aside', { key, expected, found: shorten(found) }, MANIFEST);
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}

const isOptionalText = (value: unknown): boolean => value === undefined || value === null || isText(value);
