/**
 * What can be said of geometries without a frame: for `inspect` and for conversions. A check says the
 * same and more when it packs a layer, with the same codes. Changes nothing.
 */
import type { Problem } from '../core/result.ts';
import { GeometryType } from '../geo/geometry-column.ts';
import type { FeatureBatch } from '../model/feature-batch.ts';
import { createNoteList } from '../model/note-list.ts';

/** Positions off the globe, rings and lines with too few positions, rings that are not closed. O(positions). */
export function checkGeometry(batch: FeatureBatch, notesPerCode?: number): Problem[] {
  const { geometry, rows } = batch;
  const notes = createNoteList(notesPerCode);
  for (let index = 0; index < geometry.count; index++) {
    const at = { row: rows[index]! };
    const firstRing = geometry.ringStart[geometry.partStart[index]!]!;
    const lastRing = geometry.ringStart[geometry.partStart[index + 1]!]!;
    const outside = findOutside(
      geometry.coordinates,
      geometry.positionStart[firstRing]!,
      geometry.positionStart[lastRing]!,
    );
    if (outside !== undefined) {
      const [longitude, latitude] = [geometry.coordinates[2 * outside], geometry.coordinates[2 * outside + 1]];
      notes.add('coordinates-out-of-range', { longitude: String(longitude), latitude: String(latitude) }, at);
    }
    if (geometry.type[index] === GeometryType.point) continue;
    const isPolygon = geometry.type[index] === GeometryType.polygon;
    let [short, open] = [0, 0];
    for (let ring = firstRing; ring < lastRing; ring++) {
      const [start, end] = [geometry.positionStart[ring]!, geometry.positionStart[ring + 1]!];
      const isClosed = isSamePosition(geometry.coordinates, start, end - 1);
      if (end - start < (isPolygon ? (isClosed ? 4 : 3) : 2)) short++;
      else if (isPolygon && !isClosed) open++;
    }
    if (short > 0 && short === lastRing - firstRing) notes.add('geometry-degenerate', {}, at);
    else if (short > 0) notes.add('ring-dropped', { count: short }, at);
    if (open > 0) notes.add('ring-closed', { count: open }, at);
  }
  return notes.finish();
}

function findOutside(coordinates: Float64Array, start: number, end: number): number | undefined {
  for (let position = start; position < end; position++) {
    const isInside = Math.abs(coordinates[2 * position]!) <= 180 && Math.abs(coordinates[2 * position + 1]!) <= 90;
    if (!isInside) return position;
  }
  return undefined;
}

function isSamePosition(coordinates: Float64Array, a: number, b: number): boolean {
  return coordinates[2 * a] === coordinates[2 * b] && coordinates[2 * a + 1] === coordinates[2 * b + 1];
}
