/**
 * What a zip holds, from its directory alone: nothing is unpacked before the sizes are known and taken
 * for possible. The library beneath (fflate) unpacks whole entries or walks the file from its start, and
 * can do neither with a part whose unpacked size does not fit into memory; hence this reader.
 */
import { fail, ok, type Result } from '../../core/result.ts';

export interface ZipEntry {
  /** The packed bytes. */
  readonly bytes: Uint8Array;
  readonly isStored: boolean;
  /** Unpacked, as the directory says. */
  readonly size: number;
}

export type ZipDirectory = ReadonlyMap<string, ZipEntry>;

/** Beyond these a workbook is taken for damaged or hostile; the ratio is the one that Apache POI uses. */
const MAX_UNPACKED_BYTES = 2 ** 31;
const MAX_ENTRIES = 20_000;
const MAX_RATIO = 100;
/** Small parts may be all blanks. */
const ALWAYS_FINE_BYTES = 2 ** 20;

const END_SIGNATURE = 0x06054b50;
const ENTRY_SIGNATURE = 0x02014b50;
const LOCAL_SIGNATURE = 0x04034b50;
const END_LENGTH = 22;
const ENTRY_LENGTH = 46;
const LOCAL_LENGTH = 30;
const LONGEST_COMMENT = 65_535;
const ENCRYPTED = 1;

/** Fails with `workbook-broken` and `zip-too-large`. O(entries). */
export function readZipDirectory(bytes: Uint8Array<ArrayBuffer>): Result<ZipDirectory> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  if (end === undefined) return fail('workbook-broken', { reason: 'zip: no directory' });
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  const entries = new Map<string, ZipEntry>();
  let total = 0;
  for (let index = 0; index < Math.min(count, MAX_ENTRIES); index++) {
    if (at + ENTRY_LENGTH > view.byteLength || view.getUint32(at, true) !== ENTRY_SIGNATURE) return broken(index);
    const nameLength = view.getUint16(at + 28, true);
    const name = new TextDecoder().decode(bytes.subarray(at + ENTRY_LENGTH, at + ENTRY_LENGTH + nameLength));
    const entry = readEntry(view, at, bytes);
    if (!entry) return broken(index);
    total += entry.size;
    if (isTooLarge(entry, total)) return fail('zip-too-large', { megabytes: Math.round(total / 1e6), count });
    entries.set(name.replace(/^\//u, ''), entry);
    at += ENTRY_LENGTH + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return ok(entries);
}

const broken = (index: number) => fail('workbook-broken', { reason: `zip: entry ${index + 1}` });

function isTooLarge(entry: ZipEntry, total: number): boolean {
  const isBlownUp = entry.size > ALWAYS_FINE_BYTES && entry.size > MAX_RATIO * entry.bytes.length;
  return isBlownUp || total > MAX_UNPACKED_BYTES;
}

function findEnd(view: DataView): number | undefined {
  const last = view.byteLength - END_LENGTH;
  for (let at = last; at >= Math.max(0, last - LONGEST_COMMENT); at--)
    if (view.getUint32(at, true) === END_SIGNATURE) return at;
  return undefined;
}

/** Undefined where it lies outside the file, is encrypted, or packed in a way that workbooks are not. */
function readEntry(view: DataView, at: number, bytes: Uint8Array): ZipEntry | undefined {
  const method = view.getUint16(at + 10, true);
  const packed = view.getUint32(at + 20, true);
  const size = view.getUint32(at + 24, true);
  const local = view.getUint32(at + 42, true);
  const isEncrypted = (view.getUint16(at + 8, true) & ENCRYPTED) !== 0;
  if (isEncrypted || (method !== 0 && method !== 8)) return undefined;
  if (local + LOCAL_LENGTH > view.byteLength || view.getUint32(local, true) !== LOCAL_SIGNATURE) return undefined;
  const start = local + LOCAL_LENGTH + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
  if (start + packed > view.byteLength) return undefined;
  return { bytes: bytes.subarray(start, start + packed), isStored: method === 0, size };
}
