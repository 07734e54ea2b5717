/** A layer whose numbers stand as y, x. */
import type { FeatureBatch } from '../../model/feature-batch.ts';

/** The same with every position turned round. O(positions). */
export function swapAxes(batch: FeatureBatch): FeatureBatch {
  const { coordinates } = batch.geometry;
  const swapped = new Float64Array(coordinates.length);
  for (let at = 0; at < coordinates.length; at += 2) {
    swapped[at] = coordinates[at + 1]!;
    swapped[at + 1] = coordinates[at]!;
  }
  return { ...batch, geometry: { ...batch.geometry, coordinates: swapped } };
}
