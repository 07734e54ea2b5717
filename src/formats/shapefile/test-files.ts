/** Shapefiles made by hand for tests, so that every byte that matters is named. */
import type { SourceFile } from '../driver.ts';
import { createGb18030Encoder } from './encode-gb18030.ts';

type Bytes = Uint8Array<ArrayBuffer>;
const encodeGbk = createGb18030Encoder();

export const gbk = (text: string): Bytes => Uint8Array.from(encodeGbk(text, 10_000).bytes);
export const utf8 = (text: string): Bytes => new TextEncoder().encode(text);

export interface TestField {
  readonly name: string | Uint8Array;
  readonly type: string;
  readonly width: number;
  readonly decimals?: number;
}
/** `*` before the values marks a deleted record. */
export type TestRow = readonly (string | Uint8Array)[];

export function dbfOf(
  fields: readonly TestField[],
  rows: readonly TestRow[],
  { languageByte = 0, records = rows.length, deleted = [] as readonly number[], version = 3 } = {},
): Bytes {
  const recordLength = fields.reduce((sum, { width }) => sum + width, 1);
  const headerLength = 33 + 32 * fields.length;
  const bytes = new Uint8Array(headerLength + rows.length * recordLength).fill(0x20, headerLength);
  const view = new DataView(bytes.buffer);
  bytes[0] = version;
  view.setUint32(4, records, true);
  view.setUint16(8, headerLength, true);
  view.setUint16(10, recordLength, true);
  bytes[29] = languageByte;
  for (const [index, { name, type, width, decimals = 0 }] of fields.entries()) {
    bytes.set(typeof name === 'string' ? utf8(name) : name, 32 + 32 * index);
    bytes[32 + 32 * index + 11] = type.charCodeAt(0);
    bytes.set([width, decimals], 32 + 32 * index + 16);
  }
  bytes[headerLength - 1] = 0x0d;
  for (const [row, values] of rows.entries()) {
    let at = headerLength + row * recordLength;
    if (deleted.includes(row)) bytes[at] = 0x2a;
    at++;
    for (const [index, value] of values.entries()) {
      bytes.set(typeof value === 'string' ? utf8(value) : value, at);
      at += fields[index]!.width;
    }
  }
  return bytes;
}

type Ring = readonly (readonly [x: number, y: number])[];

/** Content of a record: type, box (left empty), counts, part starts, positions, and whatever follows. */
export function partsContent(type: number, parts: readonly Ring[], extraBytes = 0): Bytes {
  const positions = parts.flat();
  const bytes = new Uint8Array(44 + 4 * parts.length + 16 * positions.length + extraBytes);
  const view = new DataView(bytes.buffer);
  view.setInt32(0, type, true);
  view.setInt32(36, parts.length, true);
  view.setInt32(40, positions.length, true);
  let start = 0;
  for (const [index, part] of parts.entries()) {
    view.setInt32(44 + 4 * index, start, true);
    start += part.length;
  }
  for (const [index, [x, y]] of positions.entries()) {
    view.setFloat64(44 + 4 * parts.length + 16 * index, x, true);
    view.setFloat64(52 + 4 * parts.length + 16 * index, y, true);
  }
  return bytes;
}

export function pointContent(x: number, y: number, type = 1, extraBytes = 0): Bytes {
  const bytes = new Uint8Array(20 + extraBytes);
  const view = new DataView(bytes.buffer);
  view.setInt32(0, type, true);
  view.setFloat64(4, x, true);
  view.setFloat64(12, y, true);
  return bytes;
}

export const nullContent = (): Bytes => new Uint8Array(4);

/** A square with its south-west corner at (x, y), clockwise as shells are. */
export const shell = (x: number, y: number, size: number): Ring => [
  [x, y],
  [x, y + size],
  [x + size, y + size],
  [x + size, y],
  [x, y],
];
export const hole = (x: number, y: number, size: number): Ring => shell(x, y, size).toReversed();

export function shpOf(contents: readonly Uint8Array[], type = 5): Bytes {
  const bytes = new Uint8Array(100 + contents.reduce((sum, { length }) => sum + 8 + length, 0));
  const view = new DataView(bytes.buffer);
  writeHeader(view, type);
  let at = 100;
  for (const [index, content] of contents.entries()) {
    view.setInt32(at, index + 1);
    view.setInt32(at + 4, content.length / 2);
    bytes.set(content, at + 8);
    at += 8 + content.length;
  }
  return bytes;
}

/** The index of a sound .shp. */
export function shxOf(shp: Uint8Array): Bytes {
  const view = new DataView(shp.buffer, shp.byteOffset, shp.length);
  const entries: [number, number][] = [];
  for (let at = 100; at < shp.length; at += 8 + 2 * view.getInt32(at + 4))
    entries.push([at / 2, view.getInt32(at + 4)]);
  const bytes = new Uint8Array(100 + 8 * entries.length);
  const index = new DataView(bytes.buffer);
  writeHeader(index, view.getInt32(32, true));
  for (const [entry, [offset, length]] of entries.entries()) {
    index.setInt32(100 + 8 * entry, offset);
    index.setInt32(104 + 8 * entry, length);
  }
  return bytes;
}

function writeHeader(view: DataView, type: number): void {
  view.setInt32(0, 9994);
  view.setInt32(24, view.byteLength / 2);
  view.setInt32(28, 1000, true);
  view.setInt32(32, type, true);
}

/** A file as it is found, with those beside it by their endings. */
export const fileOf = (
  name: string,
  bytes: Bytes,
  beside: Readonly<Record<string, Bytes | undefined>> = {},
): SourceFile => ({
  name,
  bytes,
  companion: async (extension) => beside[extension],
});
