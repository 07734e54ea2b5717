/** How far one point lies from a feature: containment and distance in one loop over its edges. */
import { GeometryType } from './geometry-column.ts';
import type { PackedLayer } from './packed-layer.ts';
import { CROSSED, crossEdge, ON_EDGE } from './point-in-polygon.ts';

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
  const mayHold = type[feature] === GeometryType.polygon && beyondX === 0 && beyondY === 0;
  let isInside = false;
  let best = bound;
  const rings = ringStart[partEnd[feature]!]!;
  for (let ring = ringStart[partStart[feature]!]!; ring < rings; ring++) {
    const first = positionStart[ring]!;
    const last = positionStart[ring + 1]! - 1;
    let bx = xy[2 * first]!;
    let by = xy[2 * first + 1]!;
    let toX = bx - x;
    let toY = by - y;
    best = Math.min(best, toX * toX + toY * toY);
    for (let edge = first; edge < last; edge++) {
      const ax = bx;
      const ay = by;
      bx = xy[2 * edge + 2]!;
      by = xy[2 * edge + 3]!;
      if (mayHold && (ay > y !== by > y || ay === y)) {
        const answer = crossEdge(xy, edge, x, y);
        if (answer === ON_EDGE) return 0;
        if (answer === CROSSED) isInside = !isInside;
      }
      // As pointToSegmentSquared, without asking anew for what the edge before has found out.
      const dx = bx - ax;
      const dy = by - ay;
      const along = -(toX * dx + toY * dy);
      let nearX = toX;
      let nearY = toY;
      if (along > 0) {
        const lengthSquared = dx * dx + dy * dy;
        const t = along < lengthSquared ? along / lengthSquared : 1;
        nearX += t * dx;
        nearY += t * dy;
      }
      const squared = nearX * nearX + nearY * nearY;
      if (squared < best) best = squared;
      toX = bx - x;
      toY = by - y;
    }
  }
  return isInside ? 0 : best;
}
