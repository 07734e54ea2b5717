/** One feature of a packed layer as nested rings, for libraries that want them so, and back to longitude and latitude. */
import type { MetricPolygons } from './geos-wkb.ts';
import type { Frame } from './laea.ts';
import type { PackedLayer } from './packed-arrays.ts';

/** The polygons of a feature as views into the layer (not copies): outer ring first, closed. Empty for other types. */
export function polygonsOf(layer: PackedLayer, feature: number): MetricPolygons {
  const polygons: Float64Array[][] = [];
  for (let part = layer.partStart[feature]!; part < layer.partEnd[feature]!; part++) {
    const rings: Float64Array[] = [];
    for (let ring = layer.ringStart[part]!; ring < layer.ringStart[part + 1]!; ring++) {
      rings.push(layer.xy.subarray(2 * layer.positionStart[ring]!, 2 * layer.positionStart[ring + 1]!));
    }
    polygons.push(rings);
  }
  return polygons;
}

/** Polygons of the frame in WGS84 degrees; null for none. */
export function polygonsToGeoJson(
  polygons: MetricPolygons,
  frame: Frame,
): GeoJSON.Polygon | GeoJSON.MultiPolygon | null {
  const coordinates = polygons.map((rings) => rings.map((ring) => unprojectRing(ring, frame)));
  if (coordinates.length === 0) return null;
  return coordinates.length === 1
    ? { type: 'Polygon', coordinates: coordinates[0]! }
    : { type: 'MultiPolygon', coordinates };
}

function unprojectRing(ring: Float64Array, frame: Frame): GeoJSON.Position[] {
  const positions: GeoJSON.Position[] = [];
  for (let i = 0; i < ring.length; i += 2) positions.push(frame.unproject(ring[i]!, ring[i + 1]!));
  return positions;
}
