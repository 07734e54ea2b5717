/** Zones as GeoJSON text (RFC 7946: WGS84, the outer ring counter-clockwise), to hand on to other programs. */
import type { EditedFeature } from '../model/workspace.ts';

/** Keeps the order given and every coordinate as it is; only the direction of rings is set. */
export function formatZonesAsGeoJson(zones: readonly EditedFeature[]): string {
  const features = zones.map((zone) => ({
    type: 'Feature',
    id: zone.id,
    properties: { id: zone.id, ...zone.properties },
    geometry: zone.geometry && wound(zone.geometry),
  }));
  return `${JSON.stringify({ type: 'FeatureCollection', features }, null, 1)}\n`;
}

function wound(geometry: GeoJSON.Geometry): GeoJSON.Geometry {
  if (geometry.type === 'Polygon') return { ...geometry, coordinates: geometry.coordinates.map(windRing) };
  if (geometry.type !== 'MultiPolygon') return geometry;
  return { ...geometry, coordinates: geometry.coordinates.map((rings) => rings.map(windRing)) };
}

/** Outer rings (the first) counter-clockwise, holes clockwise. */
function windRing(ring: GeoJSON.Position[], index: number): GeoJSON.Position[] {
  let doubleArea = 0;
  for (let i = 1; i < ring.length; i++) {
    const [x1 = 0, y1 = 0] = ring[i - 1] as GeoJSON.Position;
    const [x2 = 0, y2 = 0] = ring[i] as GeoJSON.Position;
    doubleArea += x1 * y2 - x2 * y1;
  }
  return doubleArea > 0 === (index === 0) ? ring : ring.toReversed();
}
