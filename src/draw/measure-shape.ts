/** Area and border of one geometry, as the checks measure them. */
import { appendGeoJson, createGeometryBuilder, GeometryType } from '../geo/geometry-column.ts';
import type { Frame } from '../geo/laea.ts';
import { packLayer } from '../geo/packed-layer.ts';

export interface ShapeMeasures {
  /** Undefined for lines and points. */
  readonly areaSquareMeters: number | undefined;
  /** A polygon's border with its holes, a line's length; 0 for points. */
  readonly lengthMeters: number;
}

/** O(vertices log vertices). */
export async function measureShape(geometry: GeoJSON.Geometry, frame: Frame): Promise<ShapeMeasures> {
  const builder = createGeometryBuilder();
  appendGeoJson(builder, geometry);
  const { layer } = await packLayer(builder.finish(), frame);
  const isArea = layer.type[0] === GeometryType.polygon;
  return { areaSquareMeters: isArea ? layer.areas[0] : undefined, lengthMeters: layer.lengths[0] ?? 0 };
}
