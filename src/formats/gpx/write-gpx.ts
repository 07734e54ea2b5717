/**
 * Writes GPX for hand-held receivers: points as waypoints, lines as tracks. The format has neither areas
 * nor columns: polygons become the tracks of their outlines, columns lines of the description. Each told.
 */
import { formatGpx, type GpxItem } from '../../core/gpx-text.ts';
import { ok, type Result } from '../../core/result.ts';
import { checkpoint, type Task } from '../../core/task.ts';
import { countUnwritable } from '../../core/xml-text.ts';
import { type GeometryColumn, GeometryType } from '../../geo/geometry-column.ts';
import { type FeatureBatch, textAt } from '../../model/feature-batch.ts';
import { createNoteList } from '../../model/note-list.ts';
import type { WriteLayer } from '../driver.ts';

const FEATURES_PER_CHECKPOINT = 5_000;
/** Columns that have an element of their own. */
const OWN = ['name', 'cmt', 'desc', 'type'] as const;

/** Features without a position, or lines of a single one, cannot be held and are counted in a note. O(positions + values). */
export async function writeGpx(layer: WriteLayer, task: Task): Promise<Result<Uint8Array<ArrayBuffer>>> {
  const { name, nameColumn = 'name' } = layer;
  const batch = calledByName(layer.batch, nameColumn);
  const { geometry } = batch;
  const notes = createNoteList();
  const items: GpxItem[] = [];
  const counts = { outlines: 0, split: 0, left: 0, unwritable: 0 };
  for (let index = 0; index < geometry.count; index++) {
    if (index % FEATURES_PER_CHECKPOINT === FEATURES_PER_CHECKPOINT - 1) await checkpoint(task);
    const paths = pathsOf(geometry, index);
    if (paths.length === 0) {
      counts.left++;
      continue;
    }
    if (geometry.type[index] === GeometryType.polygon) counts.outlines++;
    if (geometry.type[index] === GeometryType.point && paths.length > 1) counts.split++;
    const words = wordsOf(batch, index);
    for (const [, text] of words) counts.unwritable += countUnwritable(text);
    items.push({ words, paths });
  }
  const described = [...batch.columns.keys()].filter((column) => !isOwn(column));
  if (described.length > 0) notes.add('gpx-columns-in-description', { columns: described.join(', ') });
  if (counts.outlines > 0) notes.add('gpx-areas-as-outlines', { count: counts.outlines });
  if (counts.split > 0) notes.add('gpx-points-split', { count: counts.split });
  if (counts.left > 0) notes.add('gpx-features-left-out', { count: counts.left });
  if (counts.unwritable > 0) notes.add('xml-characters-left-out', { count: counts.unwritable });
  return ok(new TextEncoder().encode(formatGpx(name, items)), notes.finish());
}

/** The column that gives the names under the format's own word for it. */
function calledByName(batch: FeatureBatch, nameColumn: string): FeatureBatch {
  if (nameColumn === 'name' || !batch.columns.has(nameColumn)) return batch;
  const columns = [...batch.columns].filter(([column]) => column !== 'name');
  return {
    ...batch,
    columns: new Map(columns.map(([column, values]) => [column === nameColumn ? 'name' : column, values])),
  };
}

const isOwn = (column: string): boolean => OWN.some((own) => own === column);

/** A column called `desc` comes first in the description, the others follow as `column: value`. */
function wordsOf(batch: FeatureBatch, index: number): GpxItem['words'] {
  const lines = [...batch.columns.keys()]
    .filter((column) => !isOwn(column))
    .flatMap((column) => {
      const text = textAt(batch, column, index);
      return text === undefined ? [] : [`${column}: ${text}`];
    });
  return OWN.map((tag) => {
    const text = textAt(batch, tag, index);
    return [tag, tag === 'desc' ? [...(text === undefined ? [] : [text]), ...lines].join('\n') : (text ?? '')] as const;
  });
}

/** Points by one position, lines and rings by at least two. */
function pathsOf({ type, partStart, ringStart, positionStart, coordinates }: GeometryColumn, index: number) {
  const paths: number[][][] = [];
  const isPoint = type[index] === GeometryType.point;
  for (let ring = ringStart[partStart[index]!]!; ring < ringStart[partStart[index + 1]!]!; ring++) {
    const path: number[][] = [];
    for (let position = positionStart[ring]!; position < positionStart[ring + 1]!; position++) {
      path.push([coordinates[2 * position]!, coordinates[2 * position + 1]!]);
    }
    if (isPoint ? path.length === 1 : path.length > 1) paths.push(path);
  }
  return paths;
}
