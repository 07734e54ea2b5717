/**
 * Geometries of many features in flat arrays: what every format reads into and the engine packs from.
 *
 * Four levels: feature → parts → rings → positions. A polygon is a part whose first ring is its
 * outer one; a line is a part of one ring; a point is a part of one ring of one position. Multi
 * types have several parts. Rings of polygons are stored closed, as the file has them: nothing is
 * repaired here. Knows no attributes, no layers, no frame.
 */
import { invariant } from '../core/invariant.ts';
import { type Problem, problem } from '../core/result.ts';
import { GrowingArray, type ReadFraction } from './growing-array.ts';

/** What a feature's geometry is; `none` for a feature without one. */
export const GeometryType = { none: 0, point: 1, line: 2, polygon: 3 } as const;
export type GeometryTypeCode = (typeof GeometryType)[keyof typeof GeometryType];

export interface GeometryColumn {
  /** Number of features. */
  readonly count: number;
  /** One GeometryType code per feature. */
  readonly type: Uint8Array;
  /** count + 1 offsets into parts. */
  readonly partStart: Uint32Array;
  /** parts + 1 offsets into rings. */
  readonly ringStart: Uint32Array;
  /** rings + 1 offsets into positions. */
  readonly positionStart: Uint32Array;
  /** Longitude, latitude in WGS84 degrees, interleaved. */
  readonly coordinates: Float64Array;
}

/** Writes features in order: beginFeature, then for each part beginPart, for each ring beginRing and its positions, then endFeature. */
export interface GeometryBuilder {
  beginFeature(type: GeometryTypeCode): void;
  beginPart(): void;
  beginRing(): void;
  position(longitude: number, latitude: number): void;
  endFeature(): void;
  /** The column so far; the builder must not be used afterwards. */
  finish(): GeometryColumn;
}

/** `readFraction`, where the size of the source is known, keeps large columns from being held twice while they grow. */
export function createGeometryBuilder(readFraction?: ReadFraction): GeometryBuilder {
  const type = new GrowingArray(new Uint8Array(64), readFraction);
  const partStart = new GrowingArray(new Uint32Array(64), readFraction);
  const ringStart = new GrowingArray(new Uint32Array(64), readFraction);
  const positionStart = new GrowingArray(new Uint32Array(64), readFraction);
  const coordinates = new GrowingArray(new Float64Array(256), readFraction);
  let features = 0;
  let parts = 0;
  let rings = 0;
  return {
    beginFeature(code) {
      type.push(code);
      partStart.push(parts);
      features++;
    },
    beginPart() {
      ringStart.push(rings);
      parts++;
    },
    beginRing() {
      positionStart.push(coordinates.length / 2);
      rings++;
    },
    position(longitude, latitude) {
      coordinates.push(longitude);
      coordinates.push(latitude);
    },
    endFeature() {},
    finish() {
      partStart.push(parts);
      ringStart.push(rings);
      positionStart.push(coordinates.length / 2);
      return {
        count: features,
        type: type.finish(),
        partStart: partStart.finish(),
        ringStart: ringStart.finish(),
        positionStart: positionStart.finish(),
        coordinates: coordinates.finish(),
      };
    },
  };
}

/** The positions of one feature, all its rings after each other: first, and one past the last. */
export function positionsOfFeature(column: GeometryColumn, index: number): readonly [start: number, end: number] {
  const { partStart, ringStart, positionStart } = column;
  return [positionStart[ringStart[partStart[index]!]!]!, positionStart[ringStart[partStart[index + 1]!]!]!];
}

export function emptyGeometryColumn(): GeometryColumn {
  return createGeometryBuilder().finish();
}

/** The features at `indices`, in that order, copied. O(their positions). Throws on an index that is not there. */
export function selectGeometries(column: GeometryColumn, indices: ArrayLike<number>): GeometryColumn {
  const builder = createGeometryBuilder();
  for (let i = 0; i < indices.length; i++) copyFeature(builder, column, indices[i]!);
  return builder.finish();
}

/** All features of all columns, one after the other. O(positions). */
export function concatGeometries(columns: readonly GeometryColumn[]): GeometryColumn {
  const builder = createGeometryBuilder();
  for (const column of columns) for (let i = 0; i < column.count; i++) copyFeature(builder, column, i);
  return builder.finish();
}

function copyFeature(builder: GeometryBuilder, column: GeometryColumn, index: number): void {
  const { type, partStart, ringStart, positionStart, coordinates } = column;
  invariant(index >= 0 && index < column.count, `feature ${index} of a geometry column of ${column.count}`);
  builder.beginFeature(type[index] as GeometryTypeCode);
  for (let part = partStart[index]!; part < partStart[index + 1]!; part++) {
    builder.beginPart();
    for (let ring = ringStart[part]!; ring < ringStart[part + 1]!; ring++) {
      builder.beginRing();
      for (let p = positionStart[ring]!; p < positionStart[ring + 1]!; p++) {
        builder.position(coordinates[2 * p]!, coordinates[2 * p + 1]!);
      }
    }
  }
  builder.endFeature();
}

/**
 * Appends one feature, always: null, unusable and empty geometries become a feature of type `none`.
 *
 * Returns what is wrong, if anything: `geometry-malformed` (not GeoJSON, or a coordinate that is no
 * number), `geometry-empty` (no positions), `geometry-mixed` (a collection of several dimensions:
 * only the parts of the highest are kept). null is not a problem. Altitudes are dropped. Rings are
 * taken as they are: closing, order and range are looked at when the layer is packed.
 */
export function appendGeoJson(builder: GeometryBuilder, geometry: GeoJSON.Geometry | null): Problem | undefined {
  const leaves = geometry === null ? [] : flattenGeometry(geometry);
  if (!leaves?.every(isWellFormed)) return appendNone(builder, problem('geometry-malformed'));
  const parts = leaves.flatMap(partsOf).filter((part) => part.rings.some((ring) => ring.length > 0));
  if (parts.length === 0) return appendNone(builder, geometry === null ? undefined : problem('geometry-empty'));
  // Not as arguments of one call: a geometry may have more parts than a call can take.
  const type = parts.reduce<number>((highest, part) => Math.max(highest, part.type), 0) as GeometryTypeCode;
  builder.beginFeature(type);
  for (const part of parts) if (part.type === type) appendPart(builder, part.rings);
  builder.endFeature();
  return parts.some((part) => part.type !== type) ? problem('geometry-mixed') : undefined;
}

function appendNone(builder: GeometryBuilder, found: Problem | undefined): Problem | undefined {
  builder.beginFeature(GeometryType.none);
  builder.endFeature();
  return found;
}

function appendPart(builder: GeometryBuilder, rings: readonly GeoJSON.Position[][]): void {
  builder.beginPart();
  for (const ring of rings) {
    builder.beginRing();
    for (const position of ring) builder.position(position[0]!, position[1]!);
  }
}

type Leaf = Exclude<GeoJSON.Geometry, GeoJSON.GeometryCollection>;

/** A geometry's members, collections opened up; undefined if something in it is no geometry. */
function flattenGeometry(geometry: GeoJSON.Geometry): Leaf[] | undefined {
  const open: unknown[] = [geometry];
  const leaves: Leaf[] = [];
  while (open.length > 0) {
    const next = open.pop() as Partial<GeoJSON.GeometryCollection> | null;
    if (typeof next !== 'object' || next === null) return undefined;
    if (next.type !== 'GeometryCollection') leaves.push(next as unknown as Leaf);
    else if (!Array.isArray(next.geometries)) return undefined;
    else for (let i = next.geometries.length - 1; i >= 0; i--) open.push(next.geometries[i]);
  }
  return leaves;
}

/** How deep the arrays of each GeoJSON type nest above the position. */
export const DEPTH_OF_TYPE: Readonly<Record<string, number>> = {
  Point: 0,
  MultiPoint: 1,
  LineString: 1,
  MultiLineString: 2,
  Polygon: 2,
  MultiPolygon: 3,
};

function isWellFormed(leaf: Leaf): boolean {
  const depth = DEPTH_OF_TYPE[leaf.type];
  return depth !== undefined && isNested(leaf.coordinates, depth);
}

function isNested(value: unknown, depth: number): boolean {
  if (!Array.isArray(value)) return false;
  if (depth > 0) return value.every((inner) => isNested(inner, depth - 1));
  return value.length === 0 || (typeof value[0] === 'number' && typeof value[1] === 'number');
}

interface Part {
  readonly type: GeometryTypeCode;
  readonly rings: GeoJSON.Position[][];
}

function partsOf(leaf: Leaf): Part[] {
  const { point, line, polygon } = GeometryType;
  switch (leaf.type) {
    case 'Point':
      return leaf.coordinates.length === 0 ? [] : [{ type: point, rings: [[leaf.coordinates]] }];
    case 'MultiPoint':
      return leaf.coordinates.map((position) => ({ type: point, rings: [[position]] }));
    case 'LineString':
      return [{ type: line, rings: [leaf.coordinates] }];
    case 'MultiLineString':
      return leaf.coordinates.map((positions) => ({ type: line, rings: [positions] }));
    case 'Polygon':
      return [{ type: polygon, rings: leaf.coordinates }];
    case 'MultiPolygon':
      return leaf.coordinates.map((rings) => ({ type: polygon, rings }));
  }
}

/** One feature as GeoJSON: the single type for one part, the multi type for more; null for `none`. */
export function geometryToGeoJson(column: GeometryColumn, index: number): GeoJSON.Geometry | null {
  const parts: GeoJSON.Position[][][] = [];
  for (let part = column.partStart[index]!; part < column.partStart[index + 1]!; part++) {
    const rings: GeoJSON.Position[][] = [];
    for (let ring = column.ringStart[part]!; ring < column.ringStart[part + 1]!; ring++) {
      rings.push(positionsOf(column, ring));
    }
    parts.push(rings);
  }
  if (parts.length === 0) return null;
  const single = parts.length === 1;
  switch (column.type[index]) {
    case GeometryType.point:
      return single
        ? { type: 'Point', coordinates: parts[0]![0]![0]! }
        : { type: 'MultiPoint', coordinates: parts.map((rings) => rings[0]![0]!) };
    case GeometryType.line:
      return single
        ? { type: 'LineString', coordinates: parts[0]![0]! }
        : { type: 'MultiLineString', coordinates: parts.map((rings) => rings[0]!) };
    case GeometryType.polygon:
      return single ? { type: 'Polygon', coordinates: parts[0]! } : { type: 'MultiPolygon', coordinates: parts };
    default:
      return null;
  }
}

function positionsOf(column: GeometryColumn, ring: number): GeoJSON.Position[] {
  const positions: GeoJSON.Position[] = [];
  for (let p = column.positionStart[ring]!; p < column.positionStart[ring + 1]!; p++) {
    positions.push([column.coordinates[2 * p]!, column.coordinates[2 * p + 1]!]);
  }
  return positions;
}
