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

/**
 * A position is on a line through two others if the parallelogram of the three is smaller than this,
 * in square metres. Between whole millimetres it is 0 or at least 1e-6: this tells the two apart
 * wherever in the frame they lie, though metres as such numbers are not exact.
 */
const COLLINEAR_SQUARE_METERS = 5e-7;

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
      const { cuts, along } = meetBorders(target.layer, covers, ax, ay, dx, dy);
      for (let i = 0; i + 1 < cuts.length; i++) {
        const middle = (cuts[i]! + cuts[i + 1]!) / 2;
        const meters = (cuts[i + 1]! - cuts[i]!) * length;
        const [x, y] = [ax + middle * dx, ay + middle * dy];
        if (meters === 0) continue;
        const isAlong = along.some(([from, to]) => from < middle && middle < to);
        if (isAlong || isCovered(x, y)) answer.coveredMeters += meters;
        else if (meters > longest) {
          longest = meters;
          answer.uncoveredPoint = [x, y];
        }
      }
    }
  }
  return answer;
}

interface Meetings {
  /** Where the segment meets a border, as fractions of it, with 0 and 1, sorted. */
  readonly cuts: number[];
  /** The stretches that run along a border. The middle of one is on it only up to rounding, so that its place tells nothing. */
  readonly along: [from: number, to: number][];
}

/** A cut too many does no harm, one too few does: edges that end on the segment always cut. */
function meetBorders(
  layer: PackedLayer,
  covers: readonly number[],
  ax: number,
  ay: number,
  dx: number,
  dy: number,
): Meetings {
  const cuts = [0, 1];
  const along: [number, number][] = [];
  const add = (t: number) => {
    if (t > 0 && t < 1) cuts.push(t);
  };
  const { partStart, partEnd, ringStart, positionStart, xy } = layer;
  const lengthSquared = dx * dx + dy * dy;
  if (lengthSquared === 0) return { cuts, along };
  for (const cover of covers) {
    const rings = ringStart[partEnd[cover]!]!;
    for (let ring = ringStart[partStart[cover]!]!; ring < rings; ring++) {
      const end = positionStart[ring + 1]! - 1;
      for (let edge = positionStart[ring]!; edge < end; edge++) {
        const fromX = xy[2 * edge]! - ax;
        const fromY = xy[2 * edge + 1]! - ay;
        const toX = xy[2 * edge + 2]! - ax;
        const toY = xy[2 * edge + 3]! - ay;
        const fromSide = dx * fromY - dy * fromX;
        const toSide = dx * toY - dy * toX;
        const isFromOn = Math.abs(fromSide) < COLLINEAR_SQUARE_METERS;
        const isToOn = Math.abs(toSide) < COLLINEAR_SQUARE_METERS;
        const from = (fromX * dx + fromY * dy) / lengthSquared;
        const to = (toX * dx + toY * dy) / lengthSquared;
        if (isFromOn) add(from);
        if (isToOn) add(to);
        if (isFromOn && isToOn) along.push(from < to ? [from, to] : [to, from]);
        else if (fromSide > 0 !== toSide > 0) add(from + ((to - from) * fromSide) / (fromSide - toSide));
      }
    }
  }
  cuts.sort((p, q) => p - q);
  return { cuts, along };
}
