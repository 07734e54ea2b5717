/**
 * The .shp and .shx of features of one type: shells clockwise, holes counter-clockwise, rings closed.
 * Features of another type become records without a shape.
 */
import { checkpoint, type Task } from '../../core/task.ts';
import { type GeometryColumn, GeometryType, type GeometryTypeCode } from '../../geo/geometry-column.ts';
import {
  HEADER_BYTES,
  PARTS_AT,
  POINT_AT,
  POINTS_OF_MULTIPOINT_AT,
  RECORD_HEADER_BYTES,
  ShapeType,
  viewOf,
} from './shape-types.ts';

const MAGIC = 9994;
const VERSION = 1000;
const NULL_BYTES = 4;
const RECORDS_PER_CHECKPOINT = 5_000;

export interface WrittenShapes {
  readonly shp: Uint8Array<ArrayBuffer>;
  readonly shx: Uint8Array<ArrayBuffer>;
  /** Rings that had to be closed. */
  readonly closed: number;
}

/** The rings of one feature that hold positions, as ranges; those of polygons say which way they run and whether they end where they begin. */
interface Path {
  readonly start: number;
  readonly end: number;
  readonly isTurned: boolean;
  readonly isOpen: boolean;
}

/** Several points in one feature ask for a type of its own. */
export function shapeTypeOf(geometry: GeometryColumn, type: GeometryTypeCode): number {
  if (type === GeometryType.none) return ShapeType.none;
  if (type === GeometryType.line) return ShapeType.line;
  if (type === GeometryType.polygon) return ShapeType.polygon;
  const isSeveral = (index: number) => geometry.partStart[index + 1]! - geometry.partStart[index]! > 1;
  return geometry.type.some((code, index) => code === GeometryType.point && isSeveral(index))
    ? ShapeType.multiPoint
    : ShapeType.point;
}

/** Bytes of the .shp, before anything is allocated. O(rings). */
export function bytesOfShapes(geometry: GeometryColumn, features: Uint32Array, type: GeometryTypeCode): number {
  const shapeType = shapeTypeOf(geometry, type);
  return features.reduce(
    (sum, feature) => sum + RECORD_HEADER_BYTES + contentBytes(shapeType, pathsOf(geometry, feature, type)),
    HEADER_BYTES,
  );
}

/** O(positions). */
export async function writeShapes(
  geometry: GeometryColumn,
  features: Uint32Array,
  type: GeometryTypeCode,
  task: Task,
): Promise<WrittenShapes> {
  const shapeType = shapeTypeOf(geometry, type);
  const shp = new Uint8Array(bytesOfShapes(geometry, features, type));
  const shx = new Uint8Array(HEADER_BYTES + 8 * features.length);
  const [view, index] = [viewOf(shp), viewOf(shx)];
  const whole = emptyBox();
  let at = HEADER_BYTES;
  let closed = 0;
  for (const [record, feature] of features.entries()) {
    if (record % RECORDS_PER_CHECKPOINT === RECORDS_PER_CHECKPOINT - 1) await checkpoint(task);
    const paths = pathsOf(geometry, feature, type);
    const length = contentBytes(shapeType, paths);
    for (const [target, offset] of [
      [view, at],
      [index, HEADER_BYTES + 8 * record],
    ] as const) {
      target.setInt32(offset, target === view ? record + 1 : at / 2);
      target.setInt32(offset + 4, length / 2);
    }
    writeContent(view, at + RECORD_HEADER_BYTES, shapeType, geometry.coordinates, paths, whole);
    closed += paths.filter(({ isOpen }) => isOpen).length;
    at += RECORD_HEADER_BYTES + length;
  }
  for (const target of [view, index]) writeHeader(target, shapeType, whole);
  return { shp, shx, closed };
}

function pathsOf(geometry: GeometryColumn, feature: number, type: GeometryTypeCode): Path[] {
  if (geometry.type[feature] !== type) return [];
  const { partStart, ringStart, positionStart, coordinates } = geometry;
  const paths: Path[] = [];
  for (let part = partStart[feature]!; part < partStart[feature + 1]!; part++) {
    for (let ring = ringStart[part]!; ring < ringStart[part + 1]!; ring++) {
      const [start, end] = [positionStart[ring]!, positionStart[ring + 1]!];
      if (start === end) continue;
      if (type !== GeometryType.polygon) paths.push({ start, end, isTurned: false, isOpen: false });
      else paths.push(pathOfRing(coordinates, start, end, ring === ringStart[part]));
    }
  }
  return paths;
}

function pathOfRing(xy: Float64Array, start: number, end: number, isShell: boolean): Path {
  const [x0, y0] = [xy[2 * start]!, xy[2 * start + 1]!];
  let area = 0;
  for (let position = start + 1; position < end; position++) {
    const [ax, ay] = [xy[2 * position - 2]! - x0, xy[2 * position - 1]! - y0];
    area += ax * (xy[2 * position + 1]! - y0) - (xy[2 * position]! - x0) * ay;
  }
  const isOpen = xy[2 * end - 2] !== x0 || xy[2 * end - 1] !== y0;
  return { start, end, isTurned: isShell ? area > 0 : area < 0, isOpen };
}

const positionsOf = (paths: readonly Path[]): number =>
  paths.reduce((sum, { start, end, isOpen }) => sum + end - start + (isOpen ? 1 : 0), 0);

function contentBytes(shapeType: number, paths: readonly Path[]): number {
  if (paths.length === 0) return NULL_BYTES;
  if (shapeType === ShapeType.point) return POINT_AT + 16;
  if (shapeType === ShapeType.multiPoint) return POINTS_OF_MULTIPOINT_AT + 16 * positionsOf(paths);
  return PARTS_AT + 4 * paths.length + 16 * positionsOf(paths);
}

type Box = [minX: number, minY: number, maxX: number, maxY: number];
const emptyBox = (): Box => [Infinity, Infinity, -Infinity, -Infinity];

function grow(box: Box, x: number, y: number): void {
  box[0] = Math.min(box[0], x);
  box[1] = Math.min(box[1], y);
  box[2] = Math.max(box[2], x);
  box[3] = Math.max(box[3], y);
}

function writeBox(view: DataView, at: number, box: Box): void {
  for (let i = 0; i < 4; i++) view.setFloat64(at + 8 * i, Number.isFinite(box[i]) ? box[i]! : 0, true);
}

function writeContent(
  view: DataView,
  at: number,
  shapeType: number,
  xy: Float64Array,
  paths: readonly Path[],
  whole: Box,
) {
  if (paths.length === 0) return;
  view.setInt32(at, shapeType, true);
  const isPoint = shapeType === ShapeType.point;
  const isMultiPoint = shapeType === ShapeType.multiPoint;
  const partsAt = at + PARTS_AT;
  const first = isPoint ? at + POINT_AT : isMultiPoint ? at + POINTS_OF_MULTIPOINT_AT : partsAt + 4 * paths.length;
  const box = emptyBox();
  let written = 0;
  for (const [part, { start, end, isTurned, isOpen }] of paths.entries()) {
    if (!isPoint && !isMultiPoint) view.setInt32(partsAt + 4 * part, written, true);
    const count = end - start;
    for (let i = 0; i < count + (isOpen ? 1 : 0); i++) {
      const position = start + (isTurned ? (isOpen ? count - i : count - 1 - i) % count : i % count);
      const [x, y] = [xy[2 * position]!, xy[2 * position + 1]!];
      view.setFloat64(first + 16 * written, x, true);
      view.setFloat64(first + 16 * written + 8, y, true);
      grow(box, x, y);
      written++;
    }
  }
  grow(whole, box[0], box[1]);
  grow(whole, box[2], box[3]);
  if (isPoint) return;
  writeBox(view, at + 4, box);
  if (isMultiPoint) view.setInt32(at + 36, written, true);
  else {
    view.setInt32(at + 36, paths.length, true);
    view.setInt32(at + 40, written, true);
  }
}

function writeHeader(view: DataView, shapeType: number, box: Box): void {
  view.setInt32(0, MAGIC);
  view.setInt32(24, view.byteLength / 2);
  view.setInt32(28, VERSION, true);
  view.setInt32(32, shapeType, true);
  writeBox(view, 36, box);
}
