/** The geometry of one FlatGeobuf feature, copied as bytes; every offset is checked before it is trusted. */
import type { ByteBuffer } from 'flatbuffers';
import type { Geometry } from 'flatgeobuf/lib/mjs/flat-geobuf/geometry.js';
import { GeometryType as FileType } from 'flatgeobuf/lib/mjs/flat-geobuf/geometry-type.js';
import { GeometryType, type GeometryTypeCode } from '../../geo/geometry-column.ts';
import type { GrowingGeometry } from './growing-geometry.ts';

/** Thrown inside this folder only: a feature's bytes contradict themselves. */
class BrokenFeature extends Error {}

/** Field numbers of the flatbuffers table `Geometry`. */
const ENDS = 4;
const XY = 6;

const CODE_OF_TYPE: Readonly<Record<number, GeometryTypeCode>> = {
  [FileType.Point]: GeometryType.point,
  [FileType.MultiPoint]: GeometryType.point,
  [FileType.LineString]: GeometryType.line,
  [FileType.MultiLineString]: GeometryType.line,
  [FileType.Polygon]: GeometryType.polygon,
  [FileType.MultiPolygon]: GeometryType.polygon,
  [FileType.PolyhedralSurface]: GeometryType.polygon,
  [FileType.TIN]: GeometryType.polygon,
  [FileType.Triangle]: GeometryType.polygon,
};

/** What was found: undefined if all is well, else a problem code. The feature itself is always added. */
export type GeometryOutcome = 'geometry-missing' | 'geometry-empty' | 'geometry-type-unknown' | 'geometry-mixed';

export function createGeometryReader(bb: ByteBuffer, into: GrowingGeometry) {
  const bytes = bb.bytes();
  let limit = 0;
  /** How many more parts a sound feature of this size could hold: damaged offsets may point in circles. */
  let partsLeft = 0;

  const vectorOf = (geometry: Geometry, field: number, size: number): { start: number; length: number } => {
    const offset = bb.__offset(geometry.bb_pos, field);
    if (!offset) return { start: 0, length: 0 };
    const start = bb.__vector(geometry.bb_pos + offset);
    const length = bb.__vector_len(geometry.bb_pos + offset);
    if (start < 0 || length < 0 || start + length * size > limit) throw new BrokenFeature();
    return { start, length };
  };

  /** Leaf geometries of the highest dimension, with collections and multi types opened. */
  const collect = (
    geometry: Geometry,
    type: number,
    leaves: [Geometry, GeometryTypeCode][],
    depth: number,
  ): boolean => {
    const parts = geometry.partsLength();
    partsLeft -= parts;
    if (partsLeft < 0 || depth > 32) throw new BrokenFeature();
    const code = CODE_OF_TYPE[type];
    if (parts === 0) {
      if (code === undefined) return type === FileType.GeometryCollection;
      leaves.push([geometry, code]);
      return true;
    }
    let known = true;
    for (let i = 0; i < parts; i++) {
      const part = geometry.parts(i) as Geometry;
      const partType = part.type() || (code === GeometryType.polygon ? FileType.Polygon : FileType.Unknown);
      known = collect(part, partType, leaves, depth + 1) && known;
    }
    return known;
  };

  const addLeaf = (geometry: Geometry, code: GeometryTypeCode) => {
    const xy = vectorOf(geometry, XY, 8);
    const count = xy.length >> 1;
    if (code === GeometryType.point) {
      for (let i = 0; i < count; i++) {
        into.beginPart();
        into.addRing(bytes, xy.start + 16 * i, 1);
      }
      return;
    }
    const ends = vectorOf(geometry, ENDS, 4);
    if (code === GeometryType.polygon) into.beginPart();
    let from = 0;
    for (let i = 0; i < Math.max(1, ends.length); i++) {
      const end = ends.length === 0 ? count : bb.readUint32(ends.start + 4 * i);
      if (end < from || end > count) throw new BrokenFeature();
      if (code === GeometryType.line) into.beginPart();
      into.addRing(bytes, xy.start + 16 * from, end - from);
      from = end;
    }
  };

  /** Adds the feature; on BrokenFeature nothing of it was added. Its bytes lie from `start` to `end`. */
  return (geometry: Geometry | null, headerType: number, start: number, end: number): GeometryOutcome | undefined => {
    limit = end;
    partsLeft = (end - start) / 4;
    const leaves: [Geometry, GeometryTypeCode][] = [];
    if (!geometry) {
      into.beginFeature(GeometryType.none);
      return 'geometry-missing';
    }
    const type = headerType === FileType.Unknown ? geometry.type() : headerType;
    const known = collect(geometry, type, leaves, 0);
    const filled = leaves.filter(([leaf]) => vectorOf(leaf, XY, 8).length >= 2);
    for (const [leaf] of filled) checkEnds(leaf);
    const highest = Math.max(GeometryType.none, ...filled.map(([, code]) => code)) as GeometryTypeCode;
    into.beginFeature(highest);
    for (const [leaf, code] of filled) if (code === highest) addLeaf(leaf, code);
    if (!known) return 'geometry-type-unknown';
    if (filled.length === 0) return 'geometry-empty';
    return filled.some(([, code]) => code !== highest) ? 'geometry-mixed' : undefined;
  };

  function checkEnds(leaf: Geometry): void {
    const ends = vectorOf(leaf, ENDS, 4);
    const count = vectorOf(leaf, XY, 8).length >> 1;
    let from = 0;
    for (let i = 0; i < ends.length; i++) {
      const end = bb.readUint32(ends.start + 4 * i);
      if (end < from || end > count) throw new BrokenFeature();
      from = end;
    }
  }
}
