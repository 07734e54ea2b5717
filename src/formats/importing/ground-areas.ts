/** How large some of a layer's polygons are on the ground, to hold a ledger's own areas against. */
import { GeometryType } from '../../geo/geometry-column.ts';
import { createFrame } from '../../geo/laea.ts';
import type { FeatureBatch } from '../../model/feature-batch.ts';

/** Feature indices and m², at most `limit` spread over the layer; holes taken off. O(positions of those). */
export function groundAreas(
  { geometry }: FeatureBatch,
  limit: number,
): readonly (readonly [index: number, squareMeters: number])[] {
  const polygons: number[] = [];
  for (let index = 0; index < geometry.count; index++) {
    if (geometry.type[index] === GeometryType.polygon) polygons.push(index);
  }
  const step = Math.max(1, Math.floor(polygons.length / limit));
  return polygons
    .filter((_, at) => at % step === 0)
    .slice(0, limit)
    .map((index) => [index, areaOf(geometry, index)] as const)
    .filter(([, squareMeters]) => squareMeters > 0);
}

/** By shoelace in an equal-area frame at the feature's first position; NaN for what lies off the globe. */
function areaOf(geometry: FeatureBatch['geometry'], index: number): number {
  const { partStart, ringStart, positionStart, coordinates } = geometry;
  let total = 0;
  for (let part = partStart[index]!; part < partStart[index + 1]!; part++) {
    for (let ring = ringStart[part]!; ring < ringStart[part + 1]!; ring++) {
      const [start, end] = [positionStart[ring]!, positionStart[ring + 1]!];
      const [longitude, latitude] = [coordinates[2 * start]!, coordinates[2 * start + 1]!];
      if (!(Math.abs(latitude) < 89 && Math.abs(longitude) <= 180)) return Number.NaN;
      const size = Math.abs(ringArea(coordinates, start, end));
      total += ring === ringStart[part] ? size : -size;
    }
  }
  return total;
}

function ringArea(coordinates: Float64Array, start: number, end: number): number {
  const frame = createFrame([coordinates[2 * start]!, coordinates[2 * start + 1]!]);
  const at = [0, 0];
  const before = [0, 0];
  let twice = 0;
  for (let position = start; position <= end; position++) {
    const wrapped = position === end ? start : position;
    frame.project(coordinates[2 * wrapped]!, coordinates[2 * wrapped + 1]!, at, 0);
    if (position > start) twice += before[0]! * at[1]! - at[0]! * before[1]!;
    [before[0], before[1]] = [at[0]!, at[1]!];
  }
  return twice / 2;
}
