/** Some of a layer's shapes for a look on the map: spread over the file, and not too many positions. */
import { geometryToGeoJson, positionsOfFeature } from '../../geo/geometry-column.ts';
import type { FeatureBatch } from '../../model/feature-batch.ts';

const PREVIEW_FEATURES = 2_000;
const PREVIEW_POSITIONS = 200_000;

/** O(positions shown). What lies off the globe is left out. */
export function previewShapes({ geometry }: FeatureBatch): GeoJSON.Geometry[] {
  const step = Math.max(1, Math.ceil(geometry.count / PREVIEW_FEATURES));
  const shapes: GeoJSON.Geometry[] = [];
  let positions = 0;
  for (let index = 0; index < geometry.count && positions < PREVIEW_POSITIONS; index += step) {
    const shape = geometryToGeoJson(geometry, index);
    const [start, end] = positionsOfFeature(geometry, index);
    if (!shape || !isOnGlobe(geometry.coordinates, start, end)) continue;
    positions += end - start;
    shapes.push(shape);
  }
  return shapes;
}

function isOnGlobe(coordinates: Float64Array, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    if (!(Math.abs(coordinates[2 * at]!) <= 180 && Math.abs(coordinates[2 * at + 1]!) <= 90)) return false;
  }
  return true;
}
