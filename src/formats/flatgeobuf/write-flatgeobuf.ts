/**
 * Writes FlatGeobuf with its spatial index: features along a Hilbert curve, columns of all features,
 * EPSG:4326 in the header. The same layer gives the same bytes. QGIS and GDAL read it as it is.
 */
import { Builder } from 'flatbuffers';
import { Column as FileColumn } from 'flatgeobuf/lib/mjs/flat-geobuf/column.js';
import { Crs } from 'flatgeobuf/lib/mjs/flat-geobuf/crs.js';
import { GeometryType as FileType } from 'flatgeobuf/lib/mjs/flat-geobuf/geometry-type.js';
import { Header } from 'flatgeobuf/lib/mjs/flat-geobuf/header.js';
import { ok, type Result } from '../../core/result.ts';
import { checkpoint, type Task } from '../../core/task.ts';
import { type GeometryColumn, GeometryType } from '../../geo/geometry-column.ts';
import type { WriteLayer } from '../driver.ts';
import { joinBytes } from '../join-bytes.ts';
import { MAGIC_BYTES } from './magic-bytes.ts';
import { buildIndex, extentOf, NODE_SIZE, sortAlongHilbert } from './packed-rtree.ts';
import { createFeatureWriter } from './write-feature.ts';
import { createPropertiesWriter, type PropertiesWriter } from './write-properties.ts';

const EPSG_WGS84 = 4326;
const FEATURES_PER_CHECKPOINT = 10_000;

/** O(n log n). An empty layer is a header alone. */
export async function writeFlatGeobuf(layer: WriteLayer, task: Task): Promise<Result<Uint8Array<ArrayBuffer>>> {
  const { geometry, columns } = layer.batch;
  const boxes = boxesOf(geometry);
  const order = sortAlongHilbert(boxes);
  const type = findHeaderType(geometry);
  const properties = createPropertiesWriter(columns);
  const writeFeature = createFeatureWriter(geometry, type, properties);

  const features: Uint8Array[] = [];
  const offsets = new Float64Array(order.length);
  const sortedBoxes = new Float64Array(boxes.length);
  let offset = 0;
  for (const [position, index] of order.entries()) {
    const feature = writeFeature(index);
    features.push(feature);
    offsets[position] = offset;
    sortedBoxes.set(boxes.subarray(4 * index, 4 * index + 4), 4 * position);
    offset += feature.length;
    if (position % FEATURES_PER_CHECKPOINT === FEATURES_PER_CHECKPOINT - 1) await checkpoint(task);
  }
  const header = writeHeader(layer.name, type, properties, order.length, extentOf(boxes));
  const index = order.length > 0 ? [buildIndex(sortedBoxes, offsets)] : [];
  return ok(joinBytes([Uint8Array.of(...MAGIC_BYTES, 0), header, ...index, ...features]));
}

/** Four numbers per feature; a feature without positions has an empty box (min > max), which no query meets. */
export function boxesOf(geometry: GeometryColumn): Float64Array {
  const { count, partStart, ringStart, positionStart, coordinates } = geometry;
  const boxes = new Float64Array(4 * count);
  for (let index = 0; index < count; index++) {
    const first = positionStart[ringStart[partStart[index]!]!]!;
    const last = positionStart[ringStart[partStart[index + 1]!]!]!;
    let [minX, minY, maxX, maxY] = [Infinity, Infinity, -Infinity, -Infinity];
    for (let position = first; position < last; position++) {
      const x = coordinates[2 * position]!;
      const y = coordinates[2 * position + 1]!;
      if (x < minX) minX = x;
      if (x > maxX) maxX = x;
      if (y < minY) minY = y;
      if (y > maxY) maxY = y;
    }
    boxes.set([minX, minY, maxX, maxY], 4 * index);
  }
  return boxes;
}

/** One type for all features, the multi type where any has several parts; Unknown (each says its own) where kinds are mixed. */
function findHeaderType(geometry: GeometryColumn): FileType {
  const types = new Set(geometry.type);
  types.delete(GeometryType.none);
  const [only] = types;
  if (types.size !== 1 || only === undefined) return FileType.Unknown;
  const isMulti = geometry.partStart.some((start, index) => index > 0 && start - geometry.partStart[index - 1]! > 1);
  if (only === GeometryType.point) return isMulti ? FileType.MultiPoint : FileType.Point;
  if (only === GeometryType.line) return isMulti ? FileType.MultiLineString : FileType.LineString;
  return isMulti ? FileType.MultiPolygon : FileType.Polygon;
}

function writeHeader(
  name: string,
  type: FileType,
  properties: PropertiesWriter,
  count: number,
  extent: readonly number[],
): Uint8Array {
  const builder = new Builder(1024);
  // Alignment of the whole file to 8 bytes: readers may view coordinates in place.
  builder.prep(8, 0);
  const columns = properties.columns.map((column) => {
    const columnName = builder.createString(column.name);
    FileColumn.startColumn(builder);
    FileColumn.addName(builder, columnName);
    FileColumn.addType(builder, column.type);
    return FileColumn.endColumn(builder);
  });
  const columnsOffset = Header.createColumnsVector(builder, columns);
  const envelope = extent[0]! <= extent[2]! ? Header.createEnvelopeVector(builder, [...extent]) : 0;
  const nameOffset = builder.createString(name);
  const organisation = builder.createString('EPSG');
  Crs.startCrs(builder);
  Crs.addOrg(builder, organisation);
  Crs.addCode(builder, EPSG_WGS84);
  const crs = Crs.endCrs(builder);
  Header.startHeader(builder);
  Header.addName(builder, nameOffset);
  if (envelope) Header.addEnvelope(builder, envelope);
  Header.addGeometryType(builder, type);
  Header.addColumns(builder, columnsOffset);
  Header.addFeaturesCount(builder, BigInt(count));
  Header.addIndexNodeSize(builder, count > 0 ? NODE_SIZE : 0);
  Header.addCrs(builder, crs);
  builder.finishSizePrefixed(Header.endHeader(builder));
  return builder.asUint8Array();
}
