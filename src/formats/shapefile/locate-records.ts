/**
 * Where each record of a .shp lies: by the .shx where it fits the file, else by going from record to
 * record, past what is damaged. Numbers that the file states are believed only as far as it reaches.
 */
import type { NoteList } from '../../model/note-list.ts';
import { countContent, HEADER_BYTES, hasShapeMagic, isKnownType, RECORD_HEADER_BYTES, viewOf } from './shape-types.ts';

/** By row: where the content begins and how long it is. A length of 0 is a record without a shape, of LOST one that cannot be read. */
export interface RecordPlaces {
  readonly starts: readonly number[];
  readonly lengths: readonly number[];
}
export const LOST = -1;

/** O(records); O(bytes) where a damaged record is searched for its successor. */
export function locateRecords(shp: Uint8Array, shx: Uint8Array | undefined, notes: NoteList): RecordPlaces {
  const view = viewOf(shp);
  const stated = 2 * view.getInt32(24);
  if (stated > shp.length) notes.add('shapefile-cut-off', { expected: stated, found: shp.length });
  if (!shx) {
    notes.add('shapefile-index-missing');
    return scanRecords(view, notes);
  }
  const indexed = readIndex(view, shx);
  if (indexed) return indexed;
  notes.add('shapefile-index-wrong');
  return scanRecords(view, notes);
}

/** Undefined where the index cannot belong to this file: entries that lead nowhere, or records that overlap. */
function readIndex(shp: DataView, bytes: Uint8Array): RecordPlaces | undefined {
  if (bytes.length < HEADER_BYTES || !hasShapeMagic(bytes)) return undefined;
  const shx = viewOf(bytes);
  const entries = Math.floor((Math.min(bytes.length, Math.max(2 * shx.getInt32(24), HEADER_BYTES)) - HEADER_BYTES) / 8);
  const [starts, lengths]: [number[], number[]] = [[], []];
  let wrong = 0;
  let used = HEADER_BYTES;
  for (let entry = 0; entry < entries; entry++) {
    const at = HEADER_BYTES + 8 * entry;
    const [offset, length] = [2 * shx.getInt32(at), 2 * shx.getInt32(at + 4)];
    const start = offset + RECORD_HEADER_BYTES;
    starts.push(start);
    if (offset === 0 && length === 0) lengths.push(0);
    else if (offset < HEADER_BYTES || start + 4 > shp.byteLength) {
      lengths.push(LOST);
      // What was cut off lies beyond the end, which is no fault of the index.
      if (offset < HEADER_BYTES || offset >= 2 * shp.getInt32(24)) wrong++;
    } else if (!isKnownType(shp.getInt32(start, true))) {
      lengths.push(LOST);
      wrong++;
    } else {
      const content = Math.min(Math.max(length, 2 * shp.getInt32(offset + 4), 0), shp.byteLength - start);
      lengths.push(content);
      used += RECORD_HEADER_BYTES + content;
    }
  }
  const isEmptyBesideRecords = entries === 0 && shp.byteLength > HEADER_BYTES;
  return wrong * 2 > entries || used > shp.byteLength || isEmptyBesideRecords ? undefined : { starts, lengths };
}

function scanRecords(view: DataView, notes: NoteList): RecordPlaces {
  const [starts, lengths]: [number[], number[]] = [[], []];
  const size = view.byteLength;
  const statedEnd = 2 * view.getInt32(24);
  const isEnd = (at: number) => at === size || at === statedEnd;
  const isNext = (at: number) => isEnd(at) || isRecordHeader(view, at);
  const add = (start: number, length: number) => {
    starts.push(start);
    lengths.push(length);
  };
  let at = HEADER_BYTES;
  while (at + RECORD_HEADER_BYTES < size && !(isEnd(at) && !isRecordHeader(view, at))) {
    const start = at + RECORD_HEADER_BYTES;
    const stated = 2 * view.getInt32(at + 4);
    const counts = countContent(view, start, size);
    const isStatedFit = counts !== undefined && stated >= counts.flatBytes && start + stated <= size;
    if (isStatedFit && isNext(start + stated)) {
      add(start, stated);
      at = start + stated;
      continue;
    }
    const counted = counts?.possibleBytes.find((length) => start + length <= size && isNext(start + length));
    if (counted !== undefined) {
      notes.add('shapefile-record-length-wrong', { expected: counted, found: stated }, { row: starts.length });
      add(start, counted);
      at = start + counted;
      continue;
    }
    add(start, isStatedFit ? stated : LOST);
    const next = findNext(view, start + 4);
    if (next === undefined) {
      if (isStatedFit) notes.add('shapefile-cut-off', { expected: statedEnd, found: start + stated });
      break;
    }
    for (let lost = view.getInt32(next) - view.getInt32(at) - 1; lost > 0; lost--) add(next, LOST);
    at = next;
  }
  return { starts, lengths };
}

function isRecordHeader(view: DataView, at: number): boolean {
  const start = at + RECORD_HEADER_BYTES;
  const counts = countContent(view, start, view.byteLength);
  return counts !== undefined && view.getInt32(at) >= 0 && view.getInt32(at + 4) >= 2;
}

/** The next record behind damage: known by its number, which must be one that can still come, and by a content that fits its length. */
function findNext(view: DataView, from: number): number | undefined {
  const size = view.byteLength;
  const header = from - 4 - RECORD_HEADER_BYTES;
  const current = view.getInt32(header);
  for (let at = from; at + RECORD_HEADER_BYTES + 4 <= size; at += 2) {
    const ahead = view.getInt32(at) - current;
    if (ahead < 1 || ahead > 1 + (at - header) / 12) continue;
    const counts = countContent(view, at + RECORD_HEADER_BYTES, size);
    if (counts?.possibleBytes.includes(2 * view.getInt32(at + 4))) return at;
  }
  return undefined;
}
