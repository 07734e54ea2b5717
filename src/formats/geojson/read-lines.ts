/** One record a line, or one behind each record separator (RFC 8142). A line that is broken is a note; the others are read. */
import { findJsonError } from './find-json-error.ts';
import { endOfValue, skipBlanks } from './json-bytes.ts';
import { createPlaceFinder } from './locate-json-error.ts';
import type { RecordIntake } from './record-intake.ts';

export const RECORD_SEPARATOR = 0x1e;
const LINE_FEED = 0x0a;
const OPEN_OBJECT = 0x7b;
const BYTES_PER_PAUSE = 1 << 20;
/** A first line that is longer is a whole file in one line, or may as well be read as one. */
const LONGEST_FIRST_LINE = 16 << 20;

/** What parts the records of a text whose first value begins at `start`; undefined if it is one value. */
export function findSeparator(bytes: Uint8Array, start: number): number | undefined {
  if (bytes.subarray(0, start).includes(RECORD_SEPARATOR)) return RECORD_SEPARATOR;
  if (bytes[start] !== OPEN_OBJECT) return undefined;
  const lineEnd = bytes.indexOf(LINE_FEED, start);
  if (lineEnd < 0 || lineEnd - start > LONGEST_FIRST_LINE || skipBlanks(bytes, lineEnd) === bytes.length)
    return undefined;
  const end = endOfValue(bytes, start, lineEnd);
  return end > 0 && skipBlanks(bytes, end, lineEnd) === lineEnd ? LINE_FEED : undefined;
}

/** A collection that stands in a line is opened: its features follow each other. Blank lines do not count. O(bytes). */
export async function readLines(intake: RecordIntake, first: number, separator: number): Promise<void> {
  const { bytes, builder, notes } = intake;
  let paused = first;
  let line = 0;
  for (let start = first; start < bytes.length; ) {
    const found = bytes.indexOf(separator, start);
    const end = found < 0 ? bytes.length : found;
    const from = skipSeparators(bytes, start, end);
    if (from < end) {
      line++;
      try {
        addValue(intake, intake.parse(from, end), from);
      } catch (error) {
        if (!(error instanceof SyntaxError)) throw error;
        const { column } = createPlaceFinder(bytes, from)(findJsonError(bytes, from, end) ?? from);
        notes.add('line-not-json', { line, column }, { row: builder.row });
        builder.skip();
      }
    }
    start = end + 1;
    if (start - paused > BYTES_PER_PAUSE) {
      paused = start;
      await intake.pause(start);
    }
  }
}

function addValue(intake: RecordIntake, value: unknown, at: number): void {
  const features = (value as { features?: unknown } | null | undefined)?.features;
  if (value === undefined) intake.builder.skip();
  else if (!Array.isArray(features) || (value as { type?: unknown }).type !== 'FeatureCollection')
    intake.add(value, at);
  else for (const feature of features) intake.add(feature, at);
}

/** Behind blanks and record separators. */
export function skipSeparators(bytes: Uint8Array, start: number, limit = bytes.length): number {
  let at = skipBlanks(bytes, start, limit);
  while (at < limit && bytes[at] === RECORD_SEPARATOR) at = skipBlanks(bytes, at + 1, limit);
  return at;
}
