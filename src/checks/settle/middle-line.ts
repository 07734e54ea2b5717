/** The line along which an overlap is split where nobody draws one: along its length, through its middle. */
import type { MetricPolygons } from '../../geo/geos-wkb.ts';
import { type BorderEdge, bordersOn } from './border-lengths.ts';
import type { MetricLine } from './cut-by-line.ts';
import { farthestCorners } from './outline-length.ts';

/**
 * Through the centre of area, so that there is ground on either side, as its two far ends lie. The
 * first zone's own ground lies left of it, by the lengths of the borders.
 */
export function middleLine(ground: MetricPolygons, edges: readonly BorderEdge[]): MetricLine {
  const { ends, meters } = farthestCorners(ground);
  const [x, y] = centerOfArea(ground);
  const [dx, dy] = [(ends[1][0] - ends[0][0]) / meters, (ends[1][1] - ends[0][1]) / meters];
  const alongOf = ([px, py]: readonly [number, number]) => (px - x) * dx + (py - y) * dy;
  const [from, to] = ends.map((end) => [x + alongOf(end) * dx, y + alongOf(end) * dy] as const) as [Point, Point];
  let left = 0;
  for (const edge of edges) {
    const side = Math.sign(dx * (edge.middle[1] - y) - dy * (edge.middle[0] - x));
    if (bordersOn(edge, 0, 'zone-overlap')) left += side * edge.meters;
    if (bordersOn(edge, 1, 'zone-overlap')) left -= side * edge.meters;
  }
  return left >= 0 ? [from, to] : [to, from];
}

type Point = readonly [x: number, y: number];

/** Of all parts, holes taken out. Sums from a corner of the ground: coordinates of the frame's size would cost digits. */
function centerOfArea(ground: MetricPolygons): Point {
  const [ox, oy] = [ground[0]![0]![0]!, ground[0]![0]![1]!];
  let [sum, sumX, sumY] = [0, 0, 0];
  for (const rings of ground) {
    rings.forEach((ring, index) => {
      let [twice, momentX, momentY] = [0, 0, 0];
      for (let i = 0; i + 3 < ring.length; i += 2) {
        const [ax, ay, bx, by] = [ring[i]! - ox, ring[i + 1]! - oy, ring[i + 2]! - ox, ring[i + 3]! - oy];
        const cross = ax * by - bx * ay;
        twice += cross;
        momentX += (ax + bx) * cross;
        momentY += (ay + by) * cross;
      }
      const sign = twice > 0 === (index === 0) ? 1 : -1;
      sum += sign * twice;
      sumX += (sign * momentX) / 3;
      sumY += (sign * momentY) / 3;
    });
  }
  return [ox + sumX / sum, oy + sumY / sum];
}
