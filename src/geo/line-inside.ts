/**
 * How much of a line lies in one polygon, edge by edge of the polygon's bands near each segment: for
 * figures that follow the pointer. A stretch along the border counts as inside, as a point on an edge does.
 */
import { bandAt } from './edge-bands.ts';
import type { PackedLayer } from './packed-layer.ts';
import { Location, locatePoint } from './point-in-polygon.ts';
import type { BandedLayer } from './relate.ts';

/** Whether a box lies wholly inside, wholly outside, or cannot be told without a look at the edges (undefined). */
export type HoldsBox = (minX: number, minY: number, maxX: number, maxY: number) => boolean | undefined;

/** Metres. O(segments + edges near those that `holdsBox` cannot tell). */
export function measureLineInside(
  lines: PackedLayer,
  line: number,
  target: BandedLayer,
  polygon: number,
  holdsBox: HoldsBox,
): number {
  const { partStart, partEnd, ringStart, positionStart, xy } = lines;
  let meters = 0;
  const rings = ringStart[partEnd[line]!]!;
  for (let ring = ringStart[partStart[line]!]!; ring < rings; ring++) {
    const end = positionStart[ring + 1]! - 1;
    for (let p = positionStart[ring]!; p < end; p++) {
      const [ax, ay, bx, by] = [xy[2 * p]!, xy[2 * p + 1]!, xy[2 * p + 2]!, xy[2 * p + 3]!];
      const holds = holdsBox(Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by));
      if (holds === false) continue;
      const length = Math.hypot(bx - ax, by - ay);
      meters += holds ? length : length * fractionInside(target, polygon, ax, ay, bx - ax, by - ay);
    }
  }
  return meters;
}

function fractionInside(target: BandedLayer, polygon: number, ax: number, ay: number, dx: number, dy: number): number {
  const { layer, bands } = target;
  if (bands.bandCount[polygon] === 0) return 0;
  const cuts = [0, 1];
  const low = bands.firstBand[polygon]! + bandAt(bands, layer, polygon, Math.min(ay, ay + dy));
  const high = bands.firstBand[polygon]! + bandAt(bands, layer, polygon, Math.max(ay, ay + dy));
  // An edge of several bands cuts several times in the same place, which does no harm.
  for (let at = bands.edgeStart[low]!; at < bands.edgeStart[high + 1]!; at++) {
    const edge = bands.edges[at]!;
    const { xy } = layer;
    const [fromX, fromY] = [xy[2 * edge]! - ax, xy[2 * edge + 1]! - ay];
    const [toX, toY] = [xy[2 * edge + 2]! - ax, xy[2 * edge + 3]! - ay];
    const fromSide = dx * fromY - dy * fromX;
    const toSide = dx * toY - dy * toX;
    if (fromSide > 0 === toSide > 0 && fromSide !== 0 && toSide !== 0) continue;
    const squared = dx * dx + dy * dy;
    const [from, to] = [(fromX * dx + fromY * dy) / squared, (toX * dx + toY * dy) / squared];
    if (fromSide === toSide) cuts.push(from, to);
    else cuts.push(from + ((to - from) * fromSide) / (fromSide - toSide));
  }
  cuts.sort((a, b) => a - b);
  let inside = 0;
  for (let i = 1; i < cuts.length; i++) {
    const [from, to] = [Math.max(0, cuts[i - 1]!), Math.min(1, cuts[i]!)];
    if (!(to > from)) continue;
    const middle = (from + to) / 2;
    const place = locatePoint(layer, bands, polygon, ax + middle * dx, ay + middle * dy);
    if (place !== Location.outside) inside += to - from;
  }
  return inside;
}
