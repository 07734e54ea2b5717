/**
 * Reads FlatGeobuf straight from its bytes into typed arrays: no object per feature survives it.
 * A file cut off gives what came before the cut, with a note; only a header that cannot be read fails.
 */
import { ByteBuffer } from 'flatbuffers';
import { ColumnType } from 'flatgeobuf/lib/mjs/flat-geobuf/column-type.js';
import { Feature } from 'flatgeobuf/lib/mjs/flat-geobuf/feature.js';
import { Header } from 'flatgeobuf/lib/mjs/flat-geobuf/header.js';
import { fail, ok, type Result } from '../../core/result.ts';
import { checkpoint, type Task } from '../../core/task.ts';
import { createNoteList, type NoteList } from '../../model/note-list.ts';
import type { RawLayer, ReadInput } from '../driver.ts';
import { GrowingGeometry } from './growing-geometry.ts';
import { MAGIC_BYTES } from './magic-bytes.ts';
import { measureIndexBytes } from './packed-rtree.ts';
import { createGeometryReader } from './read-geometry.ts';
import { createPropertiesReader, type HeaderColumn } from './read-properties.ts';

const HEADER_START = 8;
const FEATURES_PER_CHECKPOINT = 20_000;

interface FileHeader {
  readonly name: string;
  readonly columns: readonly HeaderColumn[];
  readonly crs: string | undefined;
  readonly geometryType: number;
  /** 0 where the writer did not know. */
  readonly featuresCount: number;
  readonly featuresStart: number;
}

/** O(bytes). Features keep the file's order; `rows` count them from 0. */
export async function readFlatGeobuf(input: ReadInput, task: Task): Promise<Result<RawLayer[]>> {
  const { bytes } = input;
  if (bytes.length === 0) return fail('file-empty');
  if (!MAGIC_BYTES.every((byte, index) => bytes[index] === byte)) return fail('flatgeobuf-magic');
  const header = readHeader(bytes, input.name);
  if (!header) return fail('flatgeobuf-header-broken', { bytes: bytes.length });
  const notes = createNoteList(input.options.notesPerCode);
  for (const column of header.columns) {
    if (column.type === ColumnType.Binary) notes.add('column-binary', {}, { column: column.name });
  }
  const found = await readFeatures(bytes, header, notes, task);
  const layer: RawLayer = { name: header.name, ...found, notes: notes.finish() };
  return ok([header.crs === undefined ? layer : { ...layer, crs: header.crs }]);
}

function readHeader(bytes: Uint8Array<ArrayBuffer>, fileName: string): FileHeader | undefined {
  try {
    const bb = new ByteBuffer(bytes);
    const headerEnd = HEADER_START + 4 + bb.readUint32(HEADER_START);
    if (bytes.length < HEADER_START + 4 || headerEnd > bytes.length) return undefined;
    bb.setPosition(HEADER_START);
    const header = Header.getSizePrefixedRootAsHeader(bb);
    if (header.columnsLength() * 4 > headerEnd) return undefined;
    const featuresCount = Number(header.featuresCount());
    const nodeSize = header.indexNodeSize();
    const indexBytes = nodeSize > 0 && featuresCount > 0 ? measureIndexBytes(featuresCount, nodeSize) : 0;
    return {
      name: header.name() || fileName.replace(/^.*[/\\]/u, '').replace(/\.[^.]+$/u, ''),
      columns: Array.from({ length: header.columnsLength() }, (_, index) => {
        const column = header.columns(index);
        return { name: column?.name() ?? `column_${index}`, type: column?.type() ?? ColumnType.String };
      }),
      crs: crsOf(header),
      geometryType: header.geometryType(),
      featuresCount,
      featuresStart: headerEnd + indexBytes,
    };
  } catch {
    return undefined;
  }
}

/** `EPSG:n` by its code; else the text the writer gave: an authority's own code, or WKT. */
function crsOf(header: Header): string | undefined {
  const crs = header.crs();
  if (!crs) return undefined;
  if (crs.code() > 0 && (crs.org() ?? 'EPSG').toUpperCase() === 'EPSG') return `EPSG:${crs.code()}`;
  return crs.codeString() || crs.wkt() || undefined;
}

async function readFeatures(
  bytes: Uint8Array<ArrayBuffer>,
  header: FileHeader,
  notes: NoteList,
  task: Task,
): Promise<Required<Pick<RawLayer, 'batch' | 'records'>>> {
  const bb = new ByteBuffer(bytes);
  const { featuresStart } = header;
  let at = featuresStart;
  const geometries = new GrowingGeometry({
    fraction: () => (at - featuresStart) / (bytes.length - featuresStart),
    bytesLeft: () => bytes.length - at,
  });
  const readGeometry = createGeometryReader(bb, geometries);
  const properties = createPropertiesReader(bytes, header.columns);
  const reused = new Feature();
  const rows: number[] = [];
  let row = 0;
  for (; at < bytes.length; row++) {
    const end = at + 4 + (at + 4 <= bytes.length ? bb.readUint32(at) : Number.POSITIVE_INFINITY);
    if (end > bytes.length) break;
    const start = at;
    bb.setPosition(start);
    at = end;
    try {
      const feature = Feature.getSizePrefixedRootAsFeature(bb, reused);
      const found = readGeometry(feature.geometry(), header.geometryType, start, end);
      if (found) notes.add(found, found === 'geometry-type-unknown' ? { found: 'FlatGeobuf' } : {}, { row });
      if (!readProperties(feature, properties, rows.length, end))
        notes.add('flatgeobuf-attributes-broken', {}, { row });
      rows.push(row);
    } catch {
      notes.add('flatgeobuf-feature-broken', {}, { row });
    }
    if (row % FEATURES_PER_CHECKPOINT === FEATURES_PER_CHECKPOINT - 1) await checkpoint(task);
  }
  const isCut = at < bytes.length;
  if (isCut || row < header.featuresCount) {
    notes.add('flatgeobuf-cut-off', { done: row, total: Math.max(header.featuresCount, row + 1) }, { row });
  }
  const batch = {
    geometry: geometries.finish(),
    columns: properties.finish(rows.length),
    rows: Uint32Array.from(rows),
    ids: [],
  };
  // The record at which the file ends is one that was skipped; what comes after it is not in the file.
  return { batch, records: isCut ? row + 1 : row };
}

/** Broken attributes lose what follows them in the feature; its geometry and earlier attributes stay. */
function readProperties(
  feature: Feature,
  properties: ReturnType<typeof createPropertiesReader>,
  index: number,
  limit: number,
): boolean {
  const bb = feature.bb as ByteBuffer;
  const offset = bb.__offset(feature.bb_pos, 6);
  if (!offset) return true;
  const start = bb.__vector(feature.bb_pos + offset);
  const end = start + bb.__vector_len(feature.bb_pos + offset);
  if (start < 0 || end < start || end > limit) return false;
  try {
    return properties.read(index, start, end);
  } catch {
    return false;
  }
}
