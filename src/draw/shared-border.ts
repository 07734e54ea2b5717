/**
 * Topological editing: what happens to a vertex happens to the same vertex of every neighbour, so that
 * a common border stays common. Vertices are the same when their coordinates are, to the last bit. Pure.
 */
import type { Subject } from '../core/subject.ts';
import { GeometryType, geometryToGeoJson } from '../geo/geometry-column.ts';
import type { SnapSource } from './draw-types.ts';
import {
  isClosed,
  type Path,
  pathsOfShape,
  type Shape,
  samePosition,
  withVertexInserted,
  withVertexMoved,
  withVertexRemoved,
} from './shape-paths.ts';

type Position = GeoJSON.Position;

export type VertexChange =
  | { readonly type: 'move'; readonly from: Position; readonly to: Position }
  /** Between two vertices that follow each other. */
  | { readonly type: 'insert'; readonly after: Position; readonly before: Position; readonly at: Position }
  | { readonly type: 'remove'; readonly at: Position };

/** Another feature that has at least one vertex of the shape that is edited. */
export interface Neighbour {
  readonly subject: Subject;
  readonly shape: Shape;
  readonly paths: readonly Path[];
}

/** O(positions of the sources). `except` is the feature being edited. */
export function findNeighbours(
  sources: Iterable<SnapSource>,
  paths: readonly Path[],
  except: Subject | undefined,
): Neighbour[] {
  const wanted = new Set(paths.flatMap(({ positions }) => positions.map(keyOf)));
  const found: Neighbour[] = [];
  for (const { layer, batch } of sources) {
    const { type, partStart, ringStart, positionStart, coordinates } = batch.geometry;
    for (let index = 0; index < batch.geometry.count; index++) {
      const feature = batch.ids[index]!;
      if (type[index] !== GeometryType.polygon || (layer === except?.layer && feature === except.feature)) continue;
      const start = positionStart[ringStart[partStart[index]!]!]!;
      const end = positionStart[ringStart[partStart[index + 1]!]!]!;
      for (let p = start; p < end; p++) {
        if (!wanted.has(`${coordinates[2 * p]},${coordinates[2 * p + 1]}`)) continue;
        const shape = geometryToGeoJson(batch.geometry, index) as Shape;
        found.push({ subject: { layer, feature }, shape, paths: pathsOfShape(shape) });
        break;
      }
    }
  }
  return found;
}

const keyOf = (position: Position) => `${position[0]},${position[1]}`;

/** The paths after the change; the same object where it does not concern them, or would leave too little of them. */
export function followChange(paths: readonly Path[], change: VertexChange): readonly Path[] {
  switch (change.type) {
    case 'move':
      return eachVertex(paths, change.from, (current, address) => withVertexMoved(current, address, change.to));
    case 'remove':
      return eachVertex(paths, change.at, (current, address) => withVertexRemoved(current, address) ?? current);
    case 'insert':
      return insertBetween(paths, change);
  }
}

function eachVertex(
  paths: readonly Path[],
  at: Position,
  change: (paths: readonly Path[], address: { path: number; vertex: number }) => readonly Path[],
): readonly Path[] {
  let current = paths;
  for (let path = 0; path < current.length; path++) {
    const vertex = current[path]!.positions.findIndex((position) => samePosition(position, at));
    if (vertex >= 0) current = change(current, { path, vertex });
  }
  return current;
}

function insertBetween(
  paths: readonly Path[],
  { after, before, at }: Extract<VertexChange, { type: 'insert' }>,
): readonly Path[] {
  for (const [index, path] of paths.entries()) {
    const { positions } = path;
    const edges = isClosed(path) ? positions.length : positions.length - 1;
    for (let vertex = 0; vertex < edges; vertex++) {
      const [a, b] = [positions[vertex], positions[(vertex + 1) % positions.length]];
      const isEdge =
        (samePosition(a, after) && samePosition(b, before)) || (samePosition(a, before) && samePosition(b, after));
      if (isEdge) return withVertexInserted(paths, { path: index, vertex }, at);
    }
  }
  return paths;
}
