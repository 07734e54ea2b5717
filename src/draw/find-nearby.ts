/** Other areas near a shape, and how much border they have in common with it. Pure. */
import type { Subject } from '../core/subject.ts';
import type { Areal } from '../geo/cut-polygon.ts';
import { GeometryType, geometryToGeoJson } from '../geo/geometry-column.ts';
import type { SnapSource } from './draw-types.ts';
import { type Path, pathsOfShape, type Shape } from './shape-paths.ts';

export interface NearbyArea {
  readonly subject: Subject;
  readonly shape: Areal;
  readonly sharedVertices: number;
}

/** Some ten metres: a neighbour may lie behind a road. */
const NEAR_DEGREES = 2e-4;

/** Areas whose box meets the shape's, most common vertices first. O(positions of the sources). */
export function findNearbyAreas(
  sources: Iterable<SnapSource>,
  shape: Shape,
  except: (layer: string, feature: string) => boolean,
): NearbyArea[] {
  const paths = pathsOfShape(shape);
  const box = boxOf(paths);
  const keys = new Set(paths.flatMap(({ positions }) => positions.map((position) => `${position[0]},${position[1]}`)));
  const found: NearbyArea[] = [];
  for (const { layer, batch } of sources) {
    const { type, partStart, ringStart, positionStart, coordinates, count } = batch.geometry;
    for (let index = 0; index < count; index++) {
      if (type[index] !== GeometryType.polygon || except(layer, batch.ids[index]!)) continue;
      const start = positionStart[ringStart[partStart[index]!]!]!;
      const end = positionStart[ringStart[partStart[index + 1]!]!]!;
      let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
      let sharedVertices = 0;
      for (let p = start; p < end; p++) {
        const [x, y] = [coordinates[2 * p]!, coordinates[2 * p + 1]!];
        west = Math.min(west, x);
        east = Math.max(east, x);
        south = Math.min(south, y);
        north = Math.max(north, y);
        if (keys.has(`${x},${y}`)) sharedVertices++;
      }
      if (west > box[2] || east < box[0] || south > box[3] || north < box[1]) continue;
      const subject = { layer, feature: batch.ids[index]! };
      found.push({ subject, shape: geometryToGeoJson(batch.geometry, index) as Areal, sharedVertices });
    }
  }
  return found.sort((a, b) => b.sharedVertices - a.sharedVertices);
}

function boxOf(paths: readonly Path[]): [west: number, south: number, east: number, north: number] {
  const positions = paths.flatMap((path) => path.positions);
  const xs = positions.map(([x = 0]) => x);
  const ys = positions.map(([, y = 0]) => y);
  const [west, east] = [Math.min(...xs) - NEAR_DEGREES, Math.max(...xs) + NEAR_DEGREES];
  return [west, Math.min(...ys) - NEAR_DEGREES, east, Math.max(...ys) + NEAR_DEGREES];
}
