/**
 * Features as GeoJSON has them, whatever file they came from, into columns: a record that is wrong is
 * a note with its row, and what can be kept of it is kept. Knows nothing of layers and kinds.
 */
import { problem } from '../core/result.ts';
import { checkpoint, type Task } from '../core/task.ts';
import { appendGeoJson, createGeometryBuilder } from '../geo/geometry-column.ts';
import { createColumnsBuilder } from '../model/column-builder.ts';
import type { NoteList } from '../model/note-list.ts';
import { cleanGeometry, describeFound } from './clean-geometry.ts';
import type { RawLayer } from './driver.ts';

export const GEOMETRY_TYPES: ReadonlySet<string> = new Set([
  'Point',
  'MultiPoint',
  'LineString',
  'MultiLineString',
  'Polygon',
  'MultiPolygon',
  'GeometryCollection',
]);
const FEATURES_PER_CHECKPOINT = 20_000;

/** Stands for a record that was noted already. */
export const SKIPPED = Symbol('skipped');

type Record_ = { readonly [key: string]: unknown };

/** O(positions + values). */
export async function buildBatch(records: readonly unknown[], notes: NoteList, task: Task): Promise<RawLayer['batch']> {
  const geometries = createGeometryBuilder();
  const columns = createColumnsBuilder();
  const rows: number[] = [];
  let positionsWithHeight = 0;
  let firstWithHeight = 0;
  for (const [row, record] of records.entries()) {
    if (row % FEATURES_PER_CHECKPOINT === FEATURES_PER_CHECKPOINT - 1) await checkpoint(task);
    if (record === SKIPPED) continue;
    const feature = asFeature(record, row, notes);
    if (!feature) continue;
    const { geometry, faults, positionsWithHeight: heights } = cleanGeometry(feature.geometry);
    if (!geometry && faults.length === 0) notes.add('geometry-missing', {}, { row });
    for (const fault of faults) notes.take(problem(fault.code, fault.params, { row }));
    if (heights > 0 && positionsWithHeight === 0) firstWithHeight = row;
    positionsWithHeight += heights;
    const left = appendGeoJson(geometries, geometry);
    if (left) notes.take({ ...left, at: { row } });
    setProperties(columns, rows.length, feature.properties, row, notes);
    rows.push(row);
  }
  if (positionsWithHeight > 0) notes.add('heights-left-out', { count: positionsWithHeight }, { row: firstWithHeight });
  return {
    geometry: geometries.finish(),
    columns: columns.finish(rows.length),
    rows: Uint32Array.from(rows),
    ids: [],
  };
}

function asFeature(record: unknown, row: number, notes: NoteList): Record_ | undefined {
  if (!isObject(record)) {
    notes.add('feature-not-an-object', { found: describeFound(record) }, { row });
    return undefined;
  }
  if (record.type === 'Feature') {
    return record;
  }
  if (GEOMETRY_TYPES.has(String(record.type))) return { geometry: record };
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
  for (const name of Object.keys(properties)) columns.set(index, name, properties[name]);
}

function isObject(value: unknown): value is Record_ {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
