/**
 * Longitude and latitude of corners on the grid. A corner keeps the position that it has in the
 * document, and a zone that takes over a neighbour's border takes over its positions to the last bit.
 */
import { geometryToGeoJson } from '../../geo/geometry-column.ts';
import type { MetricPolygons } from '../../geo/geos-wkb.ts';
import type { Frame } from '../../geo/laea.ts';
import type { FeatureRef } from '../check-input.ts';
import { gridKey } from './grid-points.ts';

export type Positions = ReadonlyMap<string, GeoJSON.Position>;

/** By grid key, of all features; what comes first stays. O(positions). */
export function readPositions(frame: Frame, refs: Iterable<FeatureRef>): Positions {
  const positions = new Map<string, GeoJSON.Position>();
  const at = new Float64Array(2);
  for (const { layer, index } of refs) {
    for (const position of positionsIn(geometryToGeoJson(layer.batch.geometry, index))) {
      frame.project(position[0]!, position[1]!, at, 0);
      const key = gridKey(at[0]!, at[1]!);
      if (!positions.has(key)) positions.set(key, position);
    }
  }
  return positions;
}

function positionsIn(geometry: GeoJSON.Geometry | null): GeoJSON.Position[] {
  if (geometry?.type === 'Polygon') return geometry.coordinates.flat();
  return geometry?.type === 'MultiPolygon' ? geometry.coordinates.flat(2) : [];
}

/** Polygons in degrees, each corner as `positionOf` has it, else as the frame gives it. */
export function toGeoJson(
  polygons: MetricPolygons,
  frame: Frame,
  positionOf: (key: string) => GeoJSON.Position | undefined,
): GeoJSON.Polygon | GeoJSON.MultiPolygon {
  const coordinates = polygons.map((rings) =>
    rings.map((ring) => {
      const positions: GeoJSON.Position[] = [];
      for (let i = 0; i < ring.length; i += 2) {
        const [x, y] = [ring[i]!, ring[i + 1]!];
        positions.push([...(positionOf(gridKey(x, y)) ?? frame.unproject(x, y))]);
      }
      return positions;
    }),
  );
  return coordinates.length === 1
    ? { type: 'Polygon', coordinates: coordinates[0]! }
    : { type: 'MultiPolygon', coordinates };
}
