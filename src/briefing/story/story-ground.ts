/** The ground that scenes of a story show: all of the district, or where findings lie. */
import { METERS_PER_DEGREE, metersPerLongitude } from '../../geo/display-box.ts';
import type { GeometryColumn } from '../../geo/geometry-column.ts';
import { effectiveBatch } from '../../model/effective-batch.ts';
import type { Finding } from '../../model/findings.ts';
import type { LayerKind } from '../../model/kinds.ts';
import type { Layer, WorkspaceDocument } from '../../model/workspace.ts';
import type { Ground } from './frame-ground.ts';

/** By the boundary; without one by the zones, else by everything there is. Undefined without any position. O(positions). */
export function districtGround({ layers }: WorkspaceDocument): Ground | undefined {
  const ofKind = (...kinds: readonly LayerKind[]) => layers.filter(({ kind }) => kinds.includes(kind));
  return (
    groundOfLayers(ofKind('boundary')) ??
    groundOfLayers(ofKind('responsibilityZone', 'patrolZone')) ??
    groundOfLayers(layers)
  );
}

/** No findings are shown with less around them. */
const LEAST_METERS = 1500;

/** Around the places of findings, at least 1.5 km a side; undefined for none. O(findings). */
export function groundOfFindings(findings: readonly Pick<Finding, 'at'>[]): Ground | undefined {
  const places = findings.flatMap(({ at }) => [at[0], at[1]]);
  const found = groundOfPositions([Float64Array.from(places)]);
  if (!found) return undefined;
  const [west, south, east, north] = found;
  const [x, y] = [(west + east) / 2, (south + north) / 2];
  const halfWidth = Math.max((east - west) * 0.55, LEAST_METERS / 2 / metersPerLongitude(y));
  const halfHeight = Math.max((north - south) * 0.55, LEAST_METERS / 2 / METERS_PER_DEGREE);
  return [x - halfWidth, y - halfHeight, x + halfWidth, y + halfHeight];
}

/** Half the side of what a picture of a small place shows. */
const AROUND_METERS = 120;

/** The features that a finding is about with some ground around; of what is larger than a kilometre, where the finding lies. O(their positions). */
export function groundAround(
  { at, subjects }: Pick<Finding, 'at' | 'subjects'>,
  featuresOf: (layer: string) => PlacedFeatures | undefined,
): Ground {
  const positions = subjects.flatMap(({ layer, feature }) => {
    const features = featuresOf(layer);
    const index = features?.indexOf(feature);
    return features && index !== undefined ? [positionsOf(features.batch.geometry, index)] : [];
  });
  const [west, south, east, north] = groundOfPositions([Float64Array.from(at), ...positions]) as Ground;
  const [halfWidth, halfHeight] = [AROUND_METERS / metersPerLongitude(at[1]), AROUND_METERS / METERS_PER_DEGREE];
  const isLarge =
    (north - south) * METERS_PER_DEGREE > LARGE_METERS || (east - west) * metersPerLongitude(at[1]) > LARGE_METERS;
  if (isLarge) return [at[0] - 3 * halfWidth, at[1] - 3 * halfHeight, at[0] + 3 * halfWidth, at[1] + 3 * halfHeight];
  return [west - halfWidth, south - halfHeight, east + halfWidth, north + halfHeight];
}
const LARGE_METERS = 1000;

/** A layer whose features are found by name. */
interface PlacedFeatures {
  readonly batch: { readonly geometry: GeometryColumn };
  indexOf(feature: string): number | undefined;
}

function positionsOf(
  { partStart, ringStart, positionStart, coordinates }: GeometryColumn,
  feature: number,
): Float64Array {
  const first = positionStart[ringStart[partStart[feature]!]!]!;
  const end = positionStart[ringStart[partStart[feature + 1]!]!]!;
  return coordinates.subarray(2 * first, 2 * end);
}

function groundOfLayers(layers: readonly Layer[]): Ground | undefined {
  return groundOfPositions(layers.map((layer) => effectiveBatch(layer).geometry.coordinates));
}

/** Of interleaved longitudes and latitudes. */
function groundOfPositions(lists: readonly Float64Array[]): Ground | undefined {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const coordinates of lists) {
    for (let at = 0; at < coordinates.length; at += 2) {
      const [x, y] = [coordinates[at]!, coordinates[at + 1]!];
      if (x < west) west = x;
      if (x > east) east = x;
      if (y < south) south = y;
      if (y > north) north = y;
    }
  }
  return west <= east && south <= north ? [west, south, east, north] : undefined;
}
