/** The line along which an overlap is split where nobody draws one: between its two far ends, each zone on its own side. */
import type { MetricPolygons } from '../../geo/geos-wkb.ts';
import { type BorderEdge, bordersOn } from './border-lengths.ts';
import type { MetricLine } from './cut-by-line.ts';
import { farthestCorners } from './outline-length.ts';

/** The first zone's own ground lies left of it, by the lengths of the borders. */
export function middleLine(ground: MetricPolygons, edges: readonly BorderEdge[]): MetricLine {
  const [from, to] = farthestCorners(ground).ends;
  let left = 0;
  for (const edge of edges) {
    const [x, y] = edge.middle;
    const side = Math.sign((to[0] - from[0]) * (y - from[1]) - (to[1] - from[1]) * (x - from[0]));
    if (bordersOn(edge, 0, 'zone-overlap')) left += side * edge.meters;
    if (bordersOn(edge, 1, 'zone-overlap')) left -= side * edge.meters;
  }
  return left >= 0 ? [from, to] : [to, from];
}
