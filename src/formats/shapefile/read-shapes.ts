/**
 * The shapes of a .shp as a geometry column, one feature per record. A record that cannot be read is a
 * feature without a shape, and told; heights and measures are left out, and told.
 */
import { checkpoint, type Task } from '../../core/task.ts';
import { createGeometryBuilder, type GeometryColumn, GeometryType } from '../../geo/geometry-column.ts';
import type { NoteList } from '../../model/note-list.ts';
import { type Effort, groupRings } from './group-rings.ts';
import { LOST, type RecordPlaces } from './locate-records.ts';
import {
  countContent,
  flatType,
  hasMoreNumbers,
  PARTS_AT,
  POINT_AT,
  POINTS_OF_MULTIPOINT_AT,
  ShapeType,
  viewOf,
} from './shape-types.ts';

const RECORDS_PER_CHECKPOINT = 5_000;
const MAX_EDGES_LOOKED_AT = 100_000_000;

interface Shape {
  readonly xy: Float64Array;
  /** Parts + 1 offsets into positions. */
  readonly starts: readonly number[];
}

/**
 * `count` features: those beyond the records, and those that `isLeftOut` names, have no shape and no
 * note here. O(positions).
 */
export async function readShapes(
  bytes: Uint8Array,
  places: RecordPlaces,
  { count, isLeftOut }: { readonly count: number; readonly isLeftOut: (row: number) => boolean },
  notes: NoteList,
  task: Task,
): Promise<GeometryColumn> {
  const view = viewOf(bytes);
  const builder = createGeometryBuilder();
  const effort: Effort = { left: MAX_EDGES_LOOKED_AT };
  let [positionsWithMore, firstWithMore] = [0, 0];
  for (let row = 0; row < count; row++) {
    if (row % RECORDS_PER_CHECKPOINT === RECORDS_PER_CHECKPOINT - 1) await checkpoint(task);
    const isRecord = row < places.starts.length && !isLeftOut(row);
    if (!isRecord || !appendRecord(row)) {
      builder.beginFeature(GeometryType.none);
      builder.endFeature();
    }
  }
  if (positionsWithMore > 0) notes.add('heights-left-out', { count: positionsWithMore }, { row: firstWithMore });
  return builder.finish();

  /** Whether a feature was written; if not, it is told why. */
  function appendRecord(row: number): boolean {
    const [start, length] = [places.starts[row]!, places.lengths[row]!];
    const tell = (code: string) => {
      notes.add(code, {}, { row });
      return false;
    };
    if (length === LOST) return tell('shapefile-record-damaged');
    if (length === 0) return tell('geometry-missing');
    const counts = countContent(view, start, start + length);
    if (!counts) return tell('shapefile-record-damaged');
    const type = view.getInt32(start, true);
    const kind = flatType(type);
    if (kind === ShapeType.multiPatch) return tell('shapefile-multipatch');
    if (kind === ShapeType.none || counts.positions === 0) return tell('geometry-missing');
    const shape = readShape(view, start, kind, counts);
    if (!shape) return tell('shapefile-record-damaged');
    if (!shape.xy.every(Number.isFinite)) {
      // An empty point is written as one that is no number.
      return tell(kind === ShapeType.point ? 'geometry-missing' : 'shapefile-coordinates-wrong');
    }
    if (hasMoreNumbers(type)) {
      if (positionsWithMore === 0) firstWithMore = row;
      positionsWithMore += counts.positions;
    }
    appendShape(kind, shape, row);
    return true;
  }

  function appendShape(kind: number, { xy, starts }: Shape, row: number): void {
    if (kind === ShapeType.polygon) {
      builder.beginFeature(GeometryType.polygon);
      const { parts, orphans, isReversed } = groupRings(xy, starts, effort);
      if (orphans > 0) notes.add('shapefile-holes-outside', { count: orphans }, { row });
      if (isReversed) notes.add('shapefile-rings-reversed', {}, { row });
      for (const rings of parts) {
        builder.beginPart();
        for (const ring of rings) appendPath(xy, starts[ring]!, starts[ring + 1]!);
      }
    } else {
      builder.beginFeature(kind === ShapeType.line ? GeometryType.line : GeometryType.point);
      for (let part = 0; part + 1 < starts.length; part++) {
        builder.beginPart();
        appendPath(xy, starts[part]!, starts[part + 1]!);
      }
    }
    builder.endFeature();
  }

  function appendPath(xy: Float64Array, start: number, end: number): void {
    builder.beginRing();
    for (let position = start; position < end; position++) builder.position(xy[2 * position]!, xy[2 * position + 1]!);
  }
}

/** Undefined where the parts do not follow each other within the positions. Empty parts are passed over. */
function readShape(
  view: DataView,
  at: number,
  kind: number,
  { parts, positions }: { readonly parts: number; readonly positions: number },
): Shape | undefined {
  if (kind === ShapeType.point || kind === ShapeType.multiPoint) {
    const first = at + (kind === ShapeType.point ? POINT_AT : POINTS_OF_MULTIPOINT_AT);
    return { xy: readPositions(view, first, positions), starts: Array.from({ length: positions + 1 }, (_, i) => i) };
  }
  const starts: number[] = [];
  for (let part = 0; part < parts; part++) {
    const start = view.getInt32(at + PARTS_AT + 4 * part, true);
    if (start < (starts.at(-1) ?? 0) || start > positions || (part === 0 && start !== 0)) return undefined;
    if (start < positions && start !== starts.at(-1)) starts.push(start);
  }
  if (starts.length === 0) return undefined;
  return { xy: readPositions(view, at + PARTS_AT + 4 * parts, positions), starts: [...starts, positions] };
}

function readPositions(view: DataView, at: number, count: number): Float64Array {
  const xy = new Float64Array(2 * count);
  for (let i = 0; i < xy.length; i++) xy[i] = view.getFloat64(at + 8 * i, true);
  return xy;
}
