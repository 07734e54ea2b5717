/**
 * Tables of satellite fire points (NASA FIRMS, MODIS and VIIRS) as hotspots: the file's columns stay, and what the
 * hotspot rules ask for stands beside them under its canonical name. Pure; knows nothing of how the table was read.
 *
 * Columns and their meaning: https://www.earthdata.nasa.gov/data/tools/firms/active-fire-data-attributes-modis-viirs
 */
import { createNumberStore, createTextStore } from '../../model/column-builder.ts';
import { type Column, type FeatureBatch, type Value, valueAt } from '../../model/feature-batch.ts';
import type { NoteList } from '../../model/note-list.ts';
import { fireTime } from './fire-time.ts';

/** `type` of the archive; near real time has none. */
const TYPE_WORDS: Readonly<Record<string, string>> = {
  0: '疑似植被火',
  1: '活火山',
  2: '其他固定热源',
  3: '海上热源',
};
/** VIIRS writes classes, as words or letters; MODIS per cent, which its guide divides at 30 and 80. */
const CONFIDENCE_WORDS: Readonly<Record<string, string>> = {
  l: 'low',
  low: 'low',
  n: 'nominal',
  nominal: 'nominal',
  h: 'high',
  high: 'high',
};
const METERS_PER_KILOMETER = 1000;

/**
 * The batch with the columns `source`, `kind` (where the file has `type`), `time`, `value` and `unit` (radiative
 * power in MW), `confidence` (low, nominal, high), `scanMeters`, `trackMeters`; a column of the file that is called
 * like one of these is kept as `…_raw`. Undefined where the columns are not those of FIRMS: `acq_date`, `acq_time`,
 * `confidence` and a brightness (`brightness` or `bright_ti4`), upper or lower case. Notes: `fire-time-unreadable`
 * and `fire-confidence-unreadable` with the row. Positions, rows and their number stay. O(rows).
 */
export function deriveFireColumns(batch: FeatureBatch, notes: NoteList): FeatureBatch | undefined {
  const found = new Map([...batch.columns].map(([name, column]) => [name.trim().toLowerCase(), column]));
  const isFire = ['acq_date', 'acq_time', 'confidence'].every((name) => found.has(name));
  if (!isFire || !(found.has('brightness') || found.has('bright_ti4'))) return undefined;
  const derived = deriveColumns(found, batch.rows, notes);
  const columns = new Map<string, Column>();
  for (const [name, column] of batch.columns) columns.set(derived.has(name) ? freeName(name, batch) : name, column);
  for (const [name, column] of derived) columns.set(name, column);
  return { ...batch, columns };
}

function freeName(name: string, { columns }: FeatureBatch): string {
  let free = `${name}_raw`;
  for (let again = 2; columns.has(free); again++) free = `${name}_raw_${again}`;
  return free;
}

function deriveColumns(found: ReadonlyMap<string, Column>, rows: Uint32Array, notes: NoteList): Map<string, Column> {
  const count = rows.length;
  const at = (name: string, index: number): Value => valueAt(found.get(name), index);
  const texts = (textOf: (index: number) => string | undefined): Column => {
    const store = createTextStore();
    for (let index = 0; index < count; index++) {
      const text = textOf(index);
      if (text !== undefined) store.set(index, text);
    }
    return store.finish(count);
  };
  const numbers = (name: string, factor = 1): Column => {
    const store = createNumberStore();
    for (let index = 0; index < count; index++) {
      const value = asNumber(at(name, index));
      // Kilometres have at most a few decimals: 1.1 km is 1,100 m and no 1,100.0000000000002.
      if (value !== undefined) store.set(index, factor === 1 ? value : Math.round(value * factor * 1000) / 1000);
    }
    return store.finish(count);
  };
  /** Tells what was there and could not be read. */
  const readable = (code: string, row: number, value: string, text: string | undefined) => {
    if (text === undefined && value.trim() !== '') notes.add(code, { value }, { row });
    return text;
  };
  const columns = new Map<string, Column>([['source', texts(() => 'satellite')]]);
  if (found.has('type'))
    columns.set(
      'kind',
      texts((index) => TYPE_WORDS[String(at('type', index) ?? '').trim()]),
    );
  columns.set(
    'time',
    texts((index) => {
      const [date, time] = [at('acq_date', index), at('acq_time', index)];
      return readable('fire-time-unreadable', rows[index]!, `${date ?? ''} ${time ?? ''}`, fireTime(date, time));
    }),
  );
  if (found.has('frp')) {
    columns.set('value', numbers('frp'));
    columns.set(
      'unit',
      texts((index) => (asNumber(at('frp', index)) === undefined ? undefined : 'MW')),
    );
  }
  columns.set(
    'confidence',
    texts((index) => {
      const value = at('confidence', index);
      return readable('fire-confidence-unreadable', rows[index]!, String(value ?? ''), confidenceClass(value));
    }),
  );
  if (found.has('scan')) columns.set('scanMeters', numbers('scan', METERS_PER_KILOMETER));
  if (found.has('track')) columns.set('trackMeters', numbers('track', METERS_PER_KILOMETER));
  return columns;
}

/** `low`, `nominal` or `high`, as the hotspot rules read it (checks/severity.ts). */
function confidenceClass(value: Value): string | undefined {
  const text = String(value ?? '')
    .trim()
    .toLowerCase();
  const percent = asNumber(text.replace(/%$/u, ''));
  if (percent === undefined) return Object.hasOwn(CONFIDENCE_WORDS, text) ? CONFIDENCE_WORDS[text] : undefined;
  if (percent < 0 || percent > 100) return undefined;
  return percent >= 80 ? 'high' : percent < 30 ? 'low' : 'nominal';
}

function asNumber(value: Value): number | undefined {
  const number = typeof value === 'number' ? value : typeof value === 'string' && value.trim() ? Number(value) : NaN;
  return Number.isFinite(number) ? number : undefined;
}
