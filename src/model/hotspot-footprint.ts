/**
 * The pixel in which a satellite saw a hotspot: as large as the scan and the track say, around the point. The scan is
 * laid east and west, the track north and south, which is how the rules judge it too. That is near, not exact: the
 * ground tracks of the fire satellites lean by some ten degrees from north at these latitudes, to which side depends
 * on whether the satellite was rising or descending, and ledgers do not say it.
 */
import {
  appendGeoJson,
  createGeometryBuilder,
  type GeometryColumn,
  GeometryType,
  geometryToGeoJson,
} from '../geo/geometry-column.ts';
import { type FeatureBatch, numberAt } from './feature-batch.ts';

const SEMI_MAJOR_METERS = 6378137;
const FLATTENING = 1 / 298.257223563;
const E2 = FLATTENING * (2 - FLATTENING);
const DEGREE = Math.PI / 180;

/** Where a hotspot's first position is; undefined without a geometry. */
export function positionOf({ geometry }: FeatureBatch, index: number): readonly [number, number] | undefined {
  const { partStart, ringStart, positionStart, coordinates } = geometry;
  if (partStart[index] === partStart[index + 1]) return undefined;
  const at = 2 * positionStart[ringStart[partStart[index]!]!]!;
  return [coordinates[at]!, coordinates[at + 1]!];
}

/** Undefined for what is no single point or lacks either side. WGS84 degrees, counterclockwise, closed. */
export function footprintOf(batch: FeatureBatch, index: number): GeoJSON.Polygon | undefined {
  const { type, partStart, ringStart, positionStart, coordinates } = batch.geometry;
  const scan = numberAt(batch, 'scanMeters', index) ?? 0;
  const track = numberAt(batch, 'trackMeters', index) ?? 0;
  const part = partStart[index]!;
  const isSingle = type[index] === GeometryType.point && partStart[index + 1] === part + 1;
  if (!isSingle || !(scan > 0 && track > 0)) return undefined;
  const at = 2 * positionStart[ringStart[part]!]!;
  const [longitude, latitude] = [coordinates[at]!, coordinates[at + 1]!];
  const sine = Math.sin(latitude * DEGREE);
  const w = 1 - E2 * sine * sine;
  const east = scan / 2 / ((SEMI_MAJOR_METERS / Math.sqrt(w)) * Math.cos(latitude * DEGREE) * DEGREE);
  const north = track / 2 / (((SEMI_MAJOR_METERS * (1 - E2)) / w ** 1.5) * DEGREE);
  const corner = (x: number, y: number) => [longitude + x * east, latitude + y * north];
  return {
    type: 'Polygon',
    coordinates: [[corner(-1, -1), corner(1, -1), corner(1, 1), corner(-1, 1), corner(-1, -1)]],
  };
}

/** The geometries with each footprint in the place of its point; the batch's own where no hotspot has one. O(positions). */
export function geometryWithFootprints(batch: FeatureBatch): GeometryColumn {
  const { geometry } = batch;
  if (!batch.columns.has('scanMeters') || !batch.columns.has('trackMeters')) return geometry;
  const builder = createGeometryBuilder();
  let found = 0;
  for (let index = 0; index < geometry.count; index++) {
    const footprint = footprintOf(batch, index);
    if (footprint) found++;
    appendGeoJson(builder, footprint ?? geometryToGeoJson(geometry, index));
  }
  return found > 0 ? builder.finish() : geometry;
}
