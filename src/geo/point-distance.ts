/** How far one point lies from a feature. */
import { GeometryType } from './geometry-column.ts';
import type { PackedLayer } from './packed-layer.ts';
import { Location, locatePointPlainly } from './point-in-polygon.ts';

/**
 * Squared metres, 0 in a polygon and on its edge; the bound where the feature is no nearer than that, or has no
 * geometry. Below the bound it is the least `pointToSegmentSquared` of all segments, to the last bit. O(positions).
 */
export function pointToFeatureSquared(
  x: number,
  y: number,
  layer: PackedLayer,
  feature: number,
  bound = Infinity,
): number {
  const { type, partStart, partEnd, ringStart, positionStart, xy, boxes } = layer;
  const box = 4 * feature;
  const beyondX = Math.max(boxes[box]! - x, x - boxes[box + 2]!, 0);
  const beyondY = Math.max(boxes[box + 1]! - y, y - boxes[box + 3]!, 0);
  if (!(beyondX * beyondX + beyondY * beyondY < bound)) return bound;
  if (
    type[feature] === GeometryType.polygon &&
    beyondX === 0 &&
    beyondY === 0 &&
    locatePointPlainly(layer, feature, x, y) !== Location.outside
  )
    return 0;
  let best = bound;
  const rings = ringStart[partEnd[feature]!]!;
  for (let ring = ringStart[partStart[feature]!]!; ring < rings; ring++) {
    const first = positionStart[ring]!;
    const last = 2 * positionStart[ring + 1]! - 2;
    let toX = xy[2 * first]! - x;
    let toY = xy[2 * first + 1]! - y;
    best = Math.min(best, toX * toX + toY * toY);
    for (let p = 2 * first + 2; p <= last; p += 2) {
      const nextX = xy[p]! - x;
      const nextY = xy[p + 1]! - y;
      const dx = xy[p]! - xy[p - 2]!;
      const dy = xy[p + 1]! - xy[p - 1]!;
      // As pointToSegmentSquared, without asking anew for what the edge before has found out.
      const along = -(toX * dx + toY * dy);
      if (along > 0) {
        const lengthSquared = dx * dx + dy * dy;
        const t = along < lengthSquared ? along / lengthSquared : 1;
        toX += t * dx;
        toY += t * dy;
      }
      const squared = toX * toX + toY * toY;
      if (squared < best) best = squared;
      toX = nextX;
      toY = nextY;
    }
  }
  return best;
}
