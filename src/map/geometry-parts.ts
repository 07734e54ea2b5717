/** A GeoJSON geometry taken apart into what is drawn: polygons, lines (rings of polygons not among them), points. */

/** A position as deck.gl takes it; GeoJSON's heights are left out. */
export type FlatPosition = [longitude: number, latitude: number];

export function polygonsOf(geometry: GeoJSON.Geometry): FlatPosition[][][] {
  switch (geometry.type) {
    case 'Polygon':
      return [geometry.coordinates.map(flat)];
    case 'MultiPolygon':
      return geometry.coordinates.map((polygon) => polygon.map(flat));
    case 'GeometryCollection':
      return geometry.geometries.flatMap(polygonsOf);
    default:
      return [];
  }
}

export function linesOf(geometry: GeoJSON.Geometry): FlatPosition[][] {
  switch (geometry.type) {
    case 'LineString':
      return [flat(geometry.coordinates)];
    case 'MultiLineString':
      return geometry.coordinates.map(flat);
    case 'GeometryCollection':
      return geometry.geometries.flatMap(linesOf);
    default:
      return [];
  }
}

export function pointsOf(geometry: GeoJSON.Geometry): FlatPosition[] {
  switch (geometry.type) {
    case 'Point':
      return flat([geometry.coordinates]);
    case 'MultiPoint':
      return flat(geometry.coordinates);
    case 'GeometryCollection':
      return geometry.geometries.flatMap(pointsOf);
    default:
      return [];
  }
}

const flat = (positions: readonly GeoJSON.Position[]): FlatPosition[] =>
  positions.map(([longitude, latitude]) => [longitude as number, latitude as number]);
