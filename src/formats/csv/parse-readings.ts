/**
 * A table of readings as typed columns: times, PM10, wind. Columns are named by the workspace; a row
 * without a readable time is left out with a note, a value that cannot be read is a note and no value.
 */
import Papa from 'papaparse';
import { fail, ok, type Result } from '../../core/result.ts';
import { parseDateText } from '../../model/date-text.ts';
import { instantOf } from '../../model/instant.ts';
import { createNoteList } from '../../model/note-list.ts';
import type { Readings } from '../../model/series.ts';

/** What the file calls them; `time` must be there. */
export interface ReadingFields {
  readonly time: string;
  readonly pm10?: string;
  readonly windFrom?: string;
  readonly windForce?: string;
}

/** Left empty, or what monitors write in place of a value. */
const EMPTY = /^(?:|-+|—+|na|n\/a|nan|null|无|缺测)$/iu;
const COMPASS = '北 北东北 东北 东东北 东 东东南 东南 南东南 南 南西南 西南 西西南 西 西西北 西北 北西北'.split(' ');
const COMPASS_ALIASES: Readonly<Record<string, string>> = {
  北北东: '北东北',
  东北东: '东东北',
  东南东: '东东南',
  南南东: '南东南',
  南南西: '南西南',
  西南西: '西西南',
  西北西: '西西北',
  北北西: '北西北',
};

/**
 * Rows ascending in time. Times without a zone are Beijing time. Fails with `series-column-missing`.
 * Notes, capped: `series-time-unreadable`, `series-value-unreadable`. O(n log n).
 */
export function parseReadings(text: string, fields: ReadingFields): Result<Readings> {
  const { data } = Papa.parse<string[]>(text);
  const header = (data[0] ?? []).map((name) => name.trim());
  const columnOf = (name: string | undefined) => (name === undefined ? -1 : header.indexOf(name.trim()));
  const columns = header.join(', ');
  const missing = Object.values(fields).filter((name) => columnOf(name) < 0);
  if (columnOf(fields.time) < 0) return fail('series-column-missing', { column: fields.time, columns });
  const notes = createNoteList();
  for (const column of missing) notes.add('series-column-missing', { column, columns });
  const timed: { readonly ms: number; readonly row: number }[] = [];
  const textAt = (row: number, name: string | undefined) => data[row + 1]![columnOf(name)]?.trim() ?? '';
  for (let row = 0; row + 1 < data.length; row++) {
    if (data[row + 1]!.every((cell) => cell.trim() === '')) continue;
    const value = textAt(row, fields.time);
    const ms = instantOf(parseDateText(value) ?? '');
    if (Number.isNaN(ms)) notes.add('series-time-unreadable', { value }, { row, column: fields.time });
    else timed.push({ ms, row });
  }
  timed.sort((a, b) => a.ms - b.ms);
  const valuesOf = (name: string | undefined, parse: (text: string) => number | undefined) =>
    Float64Array.from(timed, ({ row }) => {
      const value = textAt(row, name);
      if (columnOf(name) < 0 || EMPTY.test(value)) return Number.NaN;
      const parsed = parse(value);
      if (parsed === undefined) notes.add('series-value-unreadable', { value }, { row, column: name as string });
      return parsed ?? Number.NaN;
    });
  const readings: Readings = {
    timesMs: Float64Array.from(timed, ({ ms }) => ms),
    pm10: valuesOf(fields.pm10, parseAmount),
    windFromDegrees: valuesOf(fields.windFrom, parseDirection),
    windForce: valuesOf(fields.windForce, parseForce),
  };
  return ok(readings, notes.finish());
}

function parseAmount(text: string): number | undefined {
  const value = Number(text);
  return Number.isFinite(value) && value >= 0 ? value : undefined;
}

/** Degrees, or a point of the compass; calm air comes from nowhere. */
function parseDirection(text: string): number | undefined {
  const point = text.replace(/风$/u, '');
  if (/^(?:静|calm|c)$/iu.test(point)) return Number.NaN;
  const index = COMPASS.indexOf(COMPASS_ALIASES[point] ?? point);
  if (index >= 0) return 22.5 * index;
  const degrees = Number(text.replace(/°$/u, ''));
  return degrees >= 0 && degrees <= 360 ? degrees % 360 : undefined;
}

/** `2`, `2级`, and the lower end of `3-4级`; `≤3级` has none, and may be calm or not: no value. */
function parseForce(text: string): number | undefined {
  if (/^(?:静风|calm)$/iu.test(text)) return 0;
  const match = /^[<≤]?\s*(\d{1,2}(?:\.\d+)?)\s*(?:[-~～至]\s*\d{1,2})?\s*级?$/u.exec(text);
  const force = Number(match?.[1]);
  if (!match || force > 17) return undefined;
  return /^[<≤]/u.test(text) ? Number.NaN : force;
}
