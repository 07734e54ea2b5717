/**
 * The records of a JSON list, cut out of its bytes and parsed a group at a time. Where a record is broken, or the
 * list is, reading goes on with the next thing that is plainly a feature; where a file is cut off, what came before
 * the cut is kept.
 */
import { findJsonError, isCutOff } from './find-json-error.ts';
import { endOfValue, findFeature, skipBlanks } from './json-bytes.ts';
import type { RecordIntake } from './record-intake.ts';

/** Measured on 500 MB: larger groups take as long, and one megabyte takes 170 MB more at its peak. */
const GROUP_BYTES = 1 << 18;
/** How often over a text may be gone for records that never end, and how much at least. */
const MAX_RESCANS = 8;
const MIN_RESCAN_BYTES = 256 << 20;

const COMMA = 0x2c;
const CLOSE_LIST = 0x5d;
const OPEN_OBJECT = 0x7b;

/** Reads the list whose bracket is at `start`. The place behind its end; undefined where it breaks for good, which is told. O(bytes). */
export async function readElements(intake: RecordIntake, start: number): Promise<number | undefined> {
  const { bytes } = intake;
  const group = createGroup(intake);
  const budget = MAX_RESCANS * bytes.length + MIN_RESCAN_BYTES;
  let rescanned = 0;
  let at = skipBlanks(bytes, start + 1);
  if (bytes[at] === CLOSE_LIST) return at + 1;
  for (;;) {
    const end = endOfValue(bytes, at);
    if (end > at) group.push(at, end);
    const next = end > at ? skipBlanks(bytes, end) : at;
    const isBetween = end > at && bytes[next] === COMMA;
    if (isBetween && !group.isFull()) {
      at = skipBlanks(bytes, next + 1);
      continue;
    }
    const again = group.flush();
    await intake.pause(at);
    if (again !== undefined) {
      rescanned += next - again;
      at = again;
    } else if (isBetween) at = skipBlanks(bytes, next + 1);
    else if (end > at && bytes[next] === CLOSE_LIST) return next + 1;
    else {
      if (end < 0) rescanned += ~end - at;
      const resumed = rescanned > budget ? undefined : resume(intake, at, end, next, group.endsBroken());
      if (resumed === undefined) {
        if (rescanned > budget) intake.tell('geojson-broken-off', next);
        return undefined;
      }
      at = resumed;
      if (bytes[at] === CLOSE_LIST) return at + 1;
    }
  }
}

/** Sound records that follow each other with commas between them. */
function createGroup(intake: RecordIntake) {
  const { bytes, builder } = intake;
  const starts: number[] = [];
  const ends: number[] = [];
  let endsBroken = false;

  function parseTogether(): boolean {
    const [from, to] = [starts[0]!, ends.at(-1)!];
    if (to - from > 2 * GROUP_BYTES) return false;
    try {
      const text = new TextDecoder().decode(bytes.subarray(from, to));
      const records = JSON.parse(`[${text}]`) as unknown[];
      for (const [index, record] of records.entries()) intake.add(record, starts[index] ?? from);
      return true;
    } catch (error) {
      if (error instanceof SyntaxError) return false;
      throw error;
    }
  }

  /** Where to go on if a broken record has swallowed others. */
  function parseSingly(): number | undefined {
    for (const [index, from] of starts.entries()) {
      const to = ends[index]!;
      const fault = findJsonError(bytes, from, to);
      endsBroken = fault !== undefined;
      if (fault === undefined) {
        const record = intake.parse(from, to);
        if (record === undefined) builder.skip();
        else intake.add(record, from);
        continue;
      }
      intake.skipBroken('geojson-record-broken', fault);
      const inside = findFeature(bytes, fault, to);
      if (inside !== undefined) return inside;
    }
    return undefined;
  }

  return {
    push(start: number, end: number) {
      starts.push(start);
      ends.push(end);
    },
    isFull: () => ends.at(-1)! - starts[0]! >= GROUP_BYTES,
    endsBroken: () => endsBroken,
    flush(): number | undefined {
      if (starts.length === 0) return undefined;
      endsBroken = false;
      const again = parseTogether() ? undefined : parseSingly();
      starts.length = 0;
      ends.length = 0;
      return again;
    },
  };
}

/** Tells what is wrong at a place where no sound list goes on; where to go on, undefined if nowhere. */
function resume(intake: RecordIntake, at: number, end: number, next: number, afterBroken: boolean): number | undefined {
  const { bytes } = intake;
  if (end < 0 && at < bytes.length && bytes[at] !== CLOSE_LIST) return resumeInRecord(intake, at, end);
  if (next >= bytes.length) {
    intake.tell('geojson-cut-off', bytes.length);
    return undefined;
  }
  // A comma too many before the end, or one that is missing between two records.
  if (bytes[next] === CLOSE_LIST || (bytes[next] === OPEN_OBJECT && !afterBroken)) {
    intake.tell('json-mended', next);
    return next;
  }
  const found = findFeature(bytes, next);
  if (found === undefined) intake.tell('geojson-broken-off', next);
  else if (!afterBroken) intake.tell('geojson-text-skipped', next);
  return found;
}

/** The record at `at` does not end: cut off with the file, or broken in its middle. */
function resumeInRecord(intake: RecordIntake, at: number, end: number): number | undefined {
  const { bytes } = intake;
  const fault = findJsonError(bytes, at) ?? bytes.length;
  if (~end === bytes.length && isCutOff(bytes, fault)) {
    intake.skipBroken('geojson-cut-off', bytes.length);
    return undefined;
  }
  const found = findFeature(bytes, Math.max(fault, at + 1));
  intake.skipBroken(found === undefined ? 'geojson-broken-off' : 'geojson-record-broken', fault);
  return found;
}
