/** Where the records of a GeoJSON text go, one after the other, with what is told of those that are broken. */
import { checkpoint, type Task } from '../../core/task.ts';
import type { NoteList } from '../../model/note-list.ts';
import { type BatchBuilder, createBatchBuilder, isGeometryType } from '../build-batch.ts';
import { createPlaceFinder, type JsonError } from './locate-json-error.ts';

/** Smaller files are read before anyone could look at a progress. */
const WORTH_PROGRESS_BYTES = 32 << 20;
/** The longest string of all engines (V8: 2^29 - 24 letters), with room for brackets. */
const MAX_TEXT_BYTES = 2 ** 29 - 100;

export interface RecordIntake {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly builder: BatchBuilder;
  readonly notes: NoteList;
  /** Where the text first broke. */
  readonly firstFault: JsonError | undefined;
  /** How many records were features or geometries by their type. */
  readonly genuine: number;
  /** Takes a record that begins at this byte. */
  add(record: unknown, at: number): void;
  /** The value of sound JSON; undefined, and a note, where it is too long for any parser. */
  parse(start: number, end: number): unknown;
  /** Tells of the record of the next row, which breaks at this byte, and counts it. */
  skipBroken(code: string, at: number): void;
  /** Tells where the text breaks without a record being lost. */
  tell(code: string, at: number): void;
  /** Between records: progress, a turn for others, and the end if cancelled. */
  pause(at: number): Promise<void>;
}

export function createRecordIntake(
  bytes: Uint8Array<ArrayBuffer>,
  notes: NoteList,
  task: Task,
  detail: string,
): RecordIntake {
  let reached = 0;
  let genuine = 0;
  let firstFault: JsonError | undefined;
  const placeOf = createPlaceFinder(bytes);
  const builder = createBatchBuilder(notes, () => reached / bytes.length);

  function placeOfFault(at: number): JsonError {
    const place = placeOf(at);
    firstFault ??= place;
    return place;
  }

  return {
    bytes,
    builder,
    notes,
    get firstFault() {
      return firstFault;
    },
    get genuine() {
      return genuine;
    },
    add(record, at) {
      reached = at;
      if (isGenuine(record)) genuine++;
      builder.add(record);
    },
    parse(start, end) {
      if (end - start > MAX_TEXT_BYTES) {
        notes.add('geojson-record-too-large', { megabytes: Math.round((end - start) / 1e6) }, { row: builder.row });
        return undefined;
      }
      return parseJson(bytes, start, end);
    },
    skipBroken(code, at) {
      const { line, column, found } = placeOfFault(at);
      notes.add(code, { line, column, found, done: builder.count }, { row: builder.row });
      builder.skip();
    },
    tell(code, at) {
      const { line, column, found } = placeOfFault(at);
      notes.add(code, { line, column, found, done: builder.count }, { row: builder.row });
    },
    async pause(at) {
      if (bytes.length > WORTH_PROGRESS_BYTES)
        task.onProgress?.({ stage: 'read', done: at, total: bytes.length, detail });
      await checkpoint(task);
    },
  };
}

/** Throws as JSON.parse does. */
export function parseJson(bytes: Uint8Array, start: number, end: number): unknown {
  return JSON.parse(new TextDecoder().decode(bytes.subarray(start, end))) as unknown;
}

function isGenuine(record: unknown): boolean {
  if (typeof record !== 'object' || record === null) return false;
  const { type } = record as { type?: unknown };
  return type === 'Feature' || isGeometryType(type);
}
