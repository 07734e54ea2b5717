/** Boxes and containment of single GeoJSON geometries, for zooming and clicking: nothing that is measured. */
import type { Bounds } from '../map/map-types.ts';
import type { LonLat } from '../model/lon-lat.ts';

/** West, south, east, north; undefined without any position. */
export function boundsOfGeometries(geometries: readonly GeoJSON.Geometry[]): Bounds | undefined {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const geometry of geometries) {
    forEachPosition(geometry, ([longitude = 0, latitude = 0]) => {
      west = Math.min(west, longitude);
      south = Math.min(south, latitude);
      east = Math.max(east, longitude);
      north = Math.max(north, latitude);
    });
  }
  return west === Infinity ? undefined : [west, south, east, north];
}

/** Whether a point lies in a polygon (even-odd, edges either way); false for points and lines. */
export function containsPoint(geometry: GeoJSON.Geometry, at: LonLat): boolean {
  if (geometry.type === 'Polygon') return insideRings(geometry.coordinates, at);
  if (geometry.type === 'MultiPolygon') return geometry.coordinates.some((rings) => insideRings(rings, at));
  return geometry.type === 'GeometryCollection' && geometry.geometries.some((part) => containsPoint(part, at));
}

function insideRings(rings: readonly GeoJSON.Position[][], [longitude, latitude]: LonLat): boolean {
  let inside = false;
  for (const ring of rings) {
    ring.forEach(([x = 0, y = 0], index) => {
      const [x0 = 0, y0 = 0] = ring.at(index - 1) ?? [];
      if (y > latitude !== y0 > latitude && longitude < x + ((latitude - y) / (y0 - y)) * (x0 - x)) inside = !inside;
    });
  }
  return inside;
}

function forEachPosition(geometry: GeoJSON.Geometry, visit: (position: GeoJSON.Position) => void): void {
  if (geometry.type === 'GeometryCollection') {
    for (const part of geometry.geometries) forEachPosition(part, visit);
    return;
  }
  const walk = (coordinates: unknown): void => {
    if (!Array.isArray(coordinates)) return;
    if (typeof coordinates[0] === 'number') visit(coordinates as GeoJSON.Position);
    else coordinates.forEach(walk);
  };
  walk(geometry.coordinates);
}
