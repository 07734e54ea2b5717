/**
 * Features as GeoJSON has them, whatever file they came from, into columns: a record that is wrong is
 * a note with its row, and what can be kept of it is kept. Records come one by one, so that a large file
 * is never in memory as objects. Knows nothing of layers and kinds.
 */
import { problem } from '../core/result.ts';
import { checkpoint, type Task } from '../core/task.ts';
import { appendGeoJson, createGeometryBuilder } from '../geo/geometry-column.ts';
import { GrowingArray, type ReadFraction } from '../geo/growing-array.ts';
import { createColumnsBuilder } from '../model/column-builder.ts';
import type { NoteList } from '../model/note-list.ts';
import { cleanGeometry, describeFound, toJson } from './clean-geometry.ts';
import type { RawLayer } from './driver.ts';

const GEOMETRY_TYPES: ReadonlySet<unknown> = new Set([
  'Point',
  'MultiPoint',
  'LineString',
  'MultiLineString',
  'Polygon',
  'MultiPolygon',
  'GeometryCollection',
]);
const FEATURES_PER_CHECKPOINT = 20_000;

/** Whatever stands there: a `type` may be an object that cannot even be made text. */
export const isGeometryType = (type: unknown): boolean => GEOMETRY_TYPES.has(type);

/** Stands for the geometry of a record whose lack of one has been told already. */
export const NO_PLACE = Symbol('no place');

type Record_ = { readonly [key: string]: unknown };

export interface BatchBuilder {
  /** The row that the next record will have: how many were added or skipped. */
  readonly row: number;
  /** How many records became features. */
  readonly count: number;
  /** A Feature, a bare geometry, or whatever stands in their place. */
  add(record: unknown): void;
  /** Counts a record that was noted already. */
  skip(): void;
  /** The batch; the builder must not be used afterwards. */
  finish(): RawLayer['batch'];
}

/** `readFraction`: how much of the file has been read, where that is known. O(positions + values) in all. */
export function createBatchBuilder(notes: NoteList, readFraction?: ReadFraction): BatchBuilder {
  const geometries = createGeometryBuilder(readFraction);
  const columns = createColumnsBuilder();
  const rows = new GrowingArray(new Uint32Array(64), readFraction);
  let row = 0;
  let positionsWithHeight = 0;
  let firstWithHeight = 0;

  function addFeature(feature: Record_): void {
    const isTold = feature.geometry === NO_PLACE;
    const { geometry, faults, positionsWithHeight: heights } = cleanGeometry(isTold ? null : feature.geometry);
    if (!geometry && faults.length === 0 && !isTold) notes.add('geometry-missing', {}, { row });
    for (const fault of faults) notes.take(problem(fault.code, fault.params, { row }));
    if (heights > 0 && positionsWithHeight === 0) firstWithHeight = row;
    positionsWithHeight += heights;
    const left = appendGeoJson(geometries, geometry);
    if (left) notes.take({ ...left, at: { row } });
    setProperties(columns, rows.length, feature.properties, row, notes);
    rows.push(row);
  }

  return {
    get row() {
      return row;
    },
    get count() {
      return rows.length;
    },
    add(record) {
      const feature = asFeature(record, row, notes);
      if (feature) addFeature(feature);
      row++;
    },
    skip() {
      row++;
    },
    finish() {
      if (positionsWithHeight > 0) {
        notes.add('heights-left-out', { count: positionsWithHeight }, { row: firstWithHeight });
      }
      return {
        geometry: geometries.finish(),
        columns: columns.finish(rows.length),
        rows: rows.finish(),
        ids: [],
      };
    },
  };
}

/** The batch of records that are all at hand. O(positions + values). */
export async function buildBatch(records: Iterable<unknown>, notes: NoteList, task: Task): Promise<RawLayer['batch']> {
  const builder = createBatchBuilder(notes);
  for (const record of records) {
    builder.add(record);
    if (builder.row % FEATURES_PER_CHECKPOINT === 0) await checkpoint(task);
  }
  return builder.finish();
}

function asFeature(record: unknown, row: number, notes: NoteList): Record_ | undefined {
  if (!isObject(record)) {
    notes.add('feature-not-an-object', { found: describeFound(record) }, { row });
    return undefined;
  }
  if (record.type === 'Feature') {
    return record;
  }
  if (isGeometryType(record.type)) return { geometry: record };
  notes.add('feature-type-wrong', { found: describeFound(record.type) }, { row });
  return 'geometry' in record || 'properties' in record ? record : undefined;
}

function setProperties(
  columns: ReturnType<typeof createColumnsBuilder>,
  index: number,
  properties: unknown,
  row: number,
  notes: NoteList,
): void {
  if (properties === null || properties === undefined) return;
  if (!isObject(properties)) {
    notes.add('properties-not-an-object', { found: describeFound(properties) }, { row });
    return;
  }
  for (const name of Object.keys(properties)) {
    const value = properties[name];
    if (typeof value !== 'object' || value === null) columns.set(index, name, value);
    else {
      const text = toJson(value);
      if (text === undefined) notes.add('property-too-deep', {}, { row, column: name });
      else columns.set(index, name, text);
    }
  }
}

function isObject(value: unknown): value is Record_ {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
