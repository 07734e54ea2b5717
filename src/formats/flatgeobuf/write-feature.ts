/** One feature as size-prefixed flatbuffer bytes. */
import { Builder } from 'flatbuffers';
import { Feature } from 'flatgeobuf/lib/mjs/flat-geobuf/feature.js';
import { Geometry } from 'flatgeobuf/lib/mjs/flat-geobuf/geometry.js';
import { GeometryType as FileType } from 'flatgeobuf/lib/mjs/flat-geobuf/geometry-type.js';
import { type GeometryColumn, GeometryType } from '../../geo/geometry-column.ts';
import type { PropertiesWriter } from './write-properties.ts';

/** `headerType` Unknown makes each geometry say its own type. The returned function gives a copy of the bytes. */
export function createFeatureWriter(
  geometry: GeometryColumn,
  headerType: FileType,
  properties: PropertiesWriter,
): (index: number) => Uint8Array {
  const { type, partStart, ringStart, positionStart, coordinates } = geometry;
  const builder = new Builder(4096);

  const writeXy = (firstRing: number, lastRing: number): number => {
    const first = 2 * positionStart[firstRing]!;
    const last = 2 * positionStart[lastRing]!;
    Geometry.startXyVector(builder, last - first);
    for (let i = last - 1; i >= first; i--) builder.writeFloat64(coordinates[i]!);
    return builder.endVector();
  };
  /** Where each ring ends, counted in positions from the first ring's start; left out for a single ring. */
  const writeEnds = (firstRing: number, lastRing: number): number => {
    if (lastRing - firstRing < 2) return 0;
    Geometry.startEndsVector(builder, lastRing - firstRing);
    for (let ring = lastRing; ring > firstRing; ring--) {
      builder.writeInt32(positionStart[ring]! - positionStart[firstRing]!);
    }
    return builder.endVector();
  };
  const writeRings = (firstRing: number, lastRing: number, fileType: FileType): number => {
    const ends = writeEnds(firstRing, lastRing);
    const xy = writeXy(firstRing, lastRing);
    Geometry.startGeometry(builder);
    if (ends) Geometry.addEnds(builder, ends);
    Geometry.addXy(builder, xy);
    Geometry.addType(builder, fileType);
    return Geometry.endGeometry(builder);
  };
  const writeGeometry = (index: number): number => {
    const [first, last] = [partStart[index]!, partStart[index + 1]!];
    const fileType = headerType === FileType.Unknown ? fileTypeOf(type[index]!, last - first) : headerType;
    if (fileType !== FileType.MultiPolygon) return writeRings(ringStart[first]!, ringStart[last]!, fileType);
    const parts: number[] = [];
    for (let part = first; part < last; part++) {
      parts.push(writeRings(ringStart[part]!, ringStart[part + 1]!, FileType.Polygon));
    }
    const partsOffset = Geometry.createPartsVector(builder, parts);
    Geometry.startGeometry(builder);
    Geometry.addType(builder, fileType);
    Geometry.addParts(builder, partsOffset);
    return Geometry.endGeometry(builder);
  };

  return (index) => {
    builder.clear();
    // Every feature a multiple of 8 bytes long: readers may view coordinates in place.
    builder.prep(8, 0);
    const bytes = properties.write(index);
    const propertiesOffset = bytes.length > 0 ? builder.createByteVector(bytes) : 0;
    const geometryOffset = type[index] === GeometryType.none ? 0 : writeGeometry(index);
    Feature.startFeature(builder);
    if (geometryOffset) Feature.addGeometry(builder, geometryOffset);
    if (propertiesOffset) Feature.addProperties(builder, propertiesOffset);
    builder.finishSizePrefixed(Feature.endFeature(builder));
    return builder.asUint8Array().slice();
  };
}

function fileTypeOf(code: number, parts: number): FileType {
  if (code === GeometryType.point) return parts > 1 ? FileType.MultiPoint : FileType.Point;
  if (code === GeometryType.line) return parts > 1 ? FileType.MultiLineString : FileType.LineString;
  return parts > 1 ? FileType.MultiPolygon : FileType.Polygon;
}
