/**
 * How much of a line lies in any of several polygons, and where its longest uncovered stretch is.
 * A stretch along a border is covered, as a point on an edge is.
 */

import type { PackedLayer } from './packed-layer.ts';
import { Location, locatePoint } from './point-in-polygon.ts';
import type { BandedLayer } from './relate.ts';

export interface LineCoverage {
  coveredMeters: number;
  /** The middle of the longest uncovered stretch of one segment; undefined where all is covered. */
  uncoveredPoint: [x: number, y: number] | undefined;
}

/** O(segments × edges of the covers). Lines that are sources are few and short. */
export function measureLineCoverage(
  layer: PackedLayer,
  feature: number,
  target: BandedLayer,
  covers: readonly number[],
): LineCoverage {
  const { partStart, partEnd, ringStart, positionStart, xy } = layer;
  const answer: LineCoverage = { coveredMeters: 0, uncoveredPoint: undefined };
  let longest = 0;
  const isCovered = (x: number, y: number) =>
    covers.some((cover) => locatePoint(target.layer, target.bands, cover, x, y) !== Location.outside);
  const rings = ringStart[partEnd[feature]!]!;
  for (let ring = ringStart[partStart[feature]!]!; ring < rings; ring++) {
    const end = positionStart[ring + 1]! - 1;
    for (let p = positionStart[ring]!; p < end; p++) {
      const ax = xy[2 * p]!;
      const ay = xy[2 * p + 1]!;
      const dx = xy[2 * p + 2]! - ax;
      const dy = xy[2 * p + 3]! - ay;
      const length = Math.hypot(dx, dy);
      const cuts = cutsOf(target.layer, covers, ax, ay, dx, dy);
      for (let i = 0; i + 1 < cuts.length; i++) {
        const middle = (cuts[i]! + cuts[i + 1]!) / 2;
        const meters = (cuts[i + 1]! - cuts[i]!) * length;
        const [x, y] = [ax + middle * dx, ay + middle * dy];
        if (meters === 0) continue;
        if (isCovered(x, y)) answer.coveredMeters += meters;
        else if (meters > longest) {
          longest = meters;
          answer.uncoveredPoint = [x, y];
        }
      }
    }
  }
  return answer;
}

/** Where the segment meets a border, as fractions of it, with 0 and 1, sorted. Parallel borders cut at their ends. */
function cutsOf(layer: PackedLayer, covers: readonly number[], ax: number, ay: number, dx: number, dy: number) {
  const cuts = [0, 1];
  const add = (t: number) => {
    if (t > 0 && t < 1) cuts.push(t);
  };
  const { partStart, partEnd, ringStart, positionStart, xy } = layer;
  const lengthSquared = dx * dx + dy * dy;
  for (const cover of covers) {
    const rings = ringStart[partEnd[cover]!]!;
    for (let ring = ringStart[partStart[cover]!]!; ring < rings; ring++) {
      const end = positionStart[ring + 1]! - 1;
      for (let edge = positionStart[ring]!; edge < end; edge++) {
        const cx = xy[2 * edge]! - ax;
        const cy = xy[2 * edge + 1]! - ay;
        const ex = xy[2 * edge + 2]! - xy[2 * edge]!;
        const ey = xy[2 * edge + 3]! - xy[2 * edge + 1]!;
        const cross = dx * ey - dy * ex;
        if (cross !== 0) {
          const u = (cx * dy - cy * dx) / cross;
          if (u >= 0 && u <= 1) add((cx * ey - cy * ex) / cross);
        } else if (lengthSquared > 0) {
          add((cx * dx + cy * dy) / lengthSquared);
          add(((cx + ex) * dx + (cy + ey) * dy) / lengthSquared);
        }
      }
    }
  }
  return cuts.sort((p, q) => p - q);
}
