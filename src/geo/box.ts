/** Boxes along the axes, in metres of the frame. */
import type { MetricPolygons } from './geos-wkb.ts';

export type Box = readonly [minX: number, minY: number, maxX: number, maxY: number];

/** Undefined for a feature without geometry. */
export function boxOf({ boxes }: { readonly boxes: Float64Array }, feature: number): Box | undefined {
  const at = 4 * feature;
  const box: Box = [boxes[at]!, boxes[at + 1]!, boxes[at + 2]!, boxes[at + 3]!];
  return box[0] <= box[2] ? box : undefined;
}

/** Infinity … -Infinity for none. O(positions). */
export function boxOfPolygons(polygons: MetricPolygons): Box {
  const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const ring of polygons.flat()) {
    for (let i = 0; i < ring.length; i += 2) {
      box[0] = Math.min(box[0], ring[i]!);
      box[1] = Math.min(box[1], ring[i + 1]!);
      box[2] = Math.max(box[2], ring[i]!);
      box[3] = Math.max(box[3], ring[i + 1]!);
    }
  }
  return box;
}

/** Whether two boxes come within a distance of each other. */
export function isNear(box: Box, other: Box | undefined, meters: number): boolean {
  if (!other) return false;
  const dx = Math.max(other[0] - box[2], box[0] - other[2], 0);
  const dy = Math.max(other[1] - box[3], box[1] - other[3], 0);
  return dx * dx + dy * dy <= meters * meters;
}
