/** The places that a table's rows name, as one geometry column: features of a layer, findings, or given shapes. */
import type { Session } from '../checks/session.ts';
import { fail, ok, type Result } from '../core/result.ts';
import { checkpoint, type Task } from '../core/task.ts';
import { appendGeoJson, createGeometryBuilder, type GeometryColumn, selectGeometries } from '../geo/geometry-column.ts';
import { effectiveBatch } from '../model/effective-batch.ts';
import { createNoteList } from '../model/note-list.ts';
import { indicesOf } from '../model/select-batch.ts';
import type { RowPlaces } from './feature-sets.ts';

const FINDINGS_PER_CHECKPOINT = 200;

/**
 * One geometry for each row. Fails where a row's feature or finding is no longer there: the table is of another
 * state, and its rows would get the places of others. O(positions).
 */
export async function findPlaces(
  session: Session | undefined,
  places: RowPlaces,
  task: Task,
): Promise<Result<GeometryColumn>> {
  if (places.of === 'shapes') return columnOf(places.shapes);
  if (!session) return fail('engine.nothing-open');
  return places.of === 'layer' ? placesInLayer(session, places) : placesOfFindings(session, places.findings, task);
}

function columnOf(shapes: Iterable<GeoJSON.Geometry>): Result<GeometryColumn> {
  const builder = createGeometryBuilder();
  const notes = createNoteList();
  let row = 0;
  for (const shape of shapes) {
    const problem = appendGeoJson(builder, shape);
    if (problem) notes.take({ ...problem, at: { row } });
    row++;
  }
  return ok(builder.finish(), notes.finish());
}

function placesInLayer(
  { document }: Session,
  { layer: id, features }: Extract<RowPlaces, { of: 'layer' }>,
): Result<GeometryColumn> {
  const layer = document.layers.find((candidate) => candidate.id === id);
  if (!layer) return fail('engine.layer-gone', { layer: id });
  const batch = effectiveBatch(layer);
  const indices = indicesOf(batch, features);
  if (indices.length < features.length) return fail('exporting.rows-gone', { count: features.length - indices.length });
  return ok(selectGeometries(batch.geometry, indices));
}

/** What the map draws of each: its own shape, the uncovered part of a source, else its place. */
async function placesOfFindings(session: Session, ids: readonly string[], task: Task): Promise<Result<GeometryColumn>> {
  const findings = new Map(session.check.findings.map((finding) => [finding.id, finding]));
  const shapes: GeoJSON.Geometry[] = [];
  for (const id of ids) {
    if (shapes.length % FINDINGS_PER_CHECKPOINT === 0) {
      task.onProgress?.({ stage: 'shapes', done: shapes.length, total: ids.length });
      await checkpoint(task);
    }
    const finding = findings.get(id);
    if (!finding) return fail('exporting.rows-gone', { count: ids.filter((one) => !findings.has(one)).length });
    shapes.push((await session.shapeOf(finding)) ?? { type: 'Point', coordinates: [...finding.at] });
  }
  return columnOf(shapes);
}
