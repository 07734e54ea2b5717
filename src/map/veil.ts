/** Everything but the scope, as polygons: the world with the scope's outer rings as holes, and the scope's own holes. */
const WORLD_RING: GeoJSON.Position[] = [
  [-180, -85],
  [180, -85],
  [180, 85],
  [-180, 85],
  [-180, -85],
];

export function veilAround(scope: GeoJSON.Polygon | GeoJSON.MultiPolygon): GeoJSON.FeatureCollection {
  const polygons = scope.type === 'Polygon' ? [scope.coordinates] : scope.coordinates;
  const outer = polygons.flatMap(([ring]) => (ring ? [ring] : []));
  const holes = polygons.flatMap((rings) => rings.slice(1));
  return {
    type: 'FeatureCollection',
    features: [
      {
        type: 'Feature',
        properties: {},
        geometry: { type: 'MultiPolygon', coordinates: [[WORLD_RING, ...outer], ...holes.map((ring) => [ring])] },
      },
    ],
  };
}
