/**
 * Where a new vertex was snapped onto a neighbour's edge, the neighbour gets the very same vertex there:
 * no number lies exactly on a line between two others, so that only a vertex of both is common ground
 * to the last bit, and goes along when either is edited later. Pure.
 */
import { type Subject, subjectKey } from '../core/subject.ts';
import { GeometryType, geometryToGeoJson } from '../geo/geometry-column.ts';
import type { Frame } from '../geo/laea.ts';
import type { ReshapedFeature, SnapSource } from './draw-types.ts';
import { type Path, pathsOfShape, type Shape, samePosition, shapeOfPaths, withVertexInserted } from './shape-paths.ts';
import { placeOf } from './transform-shape.ts';

type Position = GeoJSON.Position;

/** A snapped vertex lies within a nanometre of the edge; one that was put there by eye does not. */
const ON_EDGE_METERS = 1e-6;
/** Degrees around an edge's box: a bent edge in degrees lies up to 14 mm beside the straight one in metres. */
const BOX_MARGIN_DEGREES = 1e-5;

/**
 * `changed`: neighbours that the edit has reshaped already; the answer holds them, with their new
 * vertices, and all others that get one. `except`: the feature that is edited. O(vertices × positions of the sources).
 */
export function meetEdges(
  sources: Iterable<SnapSource>,
  vertices: readonly Position[],
  changed: readonly ReshapedFeature[],
  except: Subject | undefined,
  frame: Frame,
): ReshapedFeature[] {
  const met = new Map(changed.map((feature) => [subjectKey(feature.subject), feature]));
  for (const { layer, batch } of sources) {
    const { geometry } = batch;
    for (let index = 0; index < geometry.count; index++) {
      const subject = { layer, feature: batch.ids[index]! };
      if (geometry.type[index] !== GeometryType.polygon) continue;
      if (subject.layer === except?.layer && subject.feature === except.feature) continue;
      const near = vertices.filter((vertex) => isNear(geometry, index, vertex));
      if (near.length === 0) continue;
      const shape = met.get(subjectKey(subject))?.shape ?? (geometryToGeoJson(geometry, index) as Shape);
      const before = pathsOfShape(shape);
      const after = near.reduce<readonly Path[]>((paths, vertex) => withMeetingVertex(paths, vertex, frame), before);
      const reshaped = after === before ? undefined : shapeOfPaths(after, shape);
      if (reshaped) met.set(subjectKey(subject), { subject, shape: reshaped });
    }
  }
  return [...met.values()];
}

/** Whether one of the feature's edges has the vertex in its box. */
function isNear(geometry: SnapSource['batch']['geometry'], index: number, [x = 0, y = 0]: Position): boolean {
  const { partStart, ringStart, positionStart, coordinates } = geometry;
  const rings = ringStart[partStart[index + 1]!]!;
  for (let ring = ringStart[partStart[index]!]!; ring < rings; ring++) {
    for (let p = positionStart[ring]!; p < positionStart[ring + 1]! - 1; p++) {
      const [x1, y1, x2, y2] = [
        coordinates[2 * p]!,
        coordinates[2 * p + 1]!,
        coordinates[2 * p + 2]!,
        coordinates[2 * p + 3]!,
      ];
      const isBeside = x < Math.min(x1, x2) - BOX_MARGIN_DEGREES || x > Math.max(x1, x2) + BOX_MARGIN_DEGREES;
      if (isBeside || y < Math.min(y1, y2) - BOX_MARGIN_DEGREES || y > Math.max(y1, y2) + BOX_MARGIN_DEGREES) continue;
      return true;
    }
  }
  return false;
}

/** The same object where the vertex lies on no edge, or is a vertex already. */
function withMeetingVertex(paths: readonly Path[], at: Position, frame: Frame): readonly Path[] {
  if (paths.some(({ positions }) => positions.some((position) => samePosition(position, at)))) return paths;
  const place = placeOf(frame, at);
  for (const [path, { positions }] of paths.entries()) {
    for (const [vertex, from] of positions.entries()) {
      const to = positions[(vertex + 1) % positions.length]!;
      if (metersFromEdge(place, placeOf(frame, from), placeOf(frame, to)) > ON_EDGE_METERS) continue;
      return withVertexInserted(paths, { path, vertex }, at);
    }
  }
  return paths;
}

type Place = readonly [x: number, y: number];

function metersFromEdge([x, y]: Place, [ax, ay]: Place, [bx, by]: Place): number {
  const [dx, dy] = [bx - ax, by - ay];
  const squared = dx * dx + dy * dy;
  const along = squared === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / squared));
  return Math.hypot(x - ax - along * dx, y - ay - along * dy);
}
