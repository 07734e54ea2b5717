/** Where the border of an edited feature is another one than before. */

import type { Box } from '../geo/box.ts';
import type { PackedLayer } from '../geo/packed-layer.ts';

/** Edges as texts, to be told apart: exact, since positions are snapped. O(positions). */
export function edgesOf(layer: PackedLayer, feature: number): Map<string, Box> {
  const { partStart, partEnd, ringStart, positionStart, xy } = layer;
  const edges = new Map<string, Box>();
  for (let ring = ringStart[partStart[feature]!]!; ring < ringStart[partEnd[feature]!]!; ring++) {
    for (let p = positionStart[ring]!; p + 1 < positionStart[ring + 1]!; p++) {
      const [ax, ay, bx, by] = [xy[2 * p]!, xy[2 * p + 1]!, xy[2 * p + 2]!, xy[2 * p + 3]!];
      edges.set(`${ax},${ay},${bx},${by}`, [Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by)]);
    }
  }
  return edges;
}

/**
 * The box of all edges that only one of the two has; null where they have the same. Undefined where those that
 * both have come in another order, as they may after a repair: sums over them are rounded anew everywhere.
 */
export function boxOfChange(before: ReadonlyMap<string, Box>, after: ReadonlyMap<string, Box>): Box | null | undefined {
  if (!haveOneOrder(before, after)) return undefined;
  let box: Box | null = null;
  const take = (edges: ReadonlyMap<string, Box>, others: ReadonlyMap<string, Box>) => {
    for (const [key, [minX, minY, maxX, maxY]] of edges) {
      if (others.has(key)) continue;
      box = box
        ? [Math.min(box[0], minX), Math.min(box[1], minY), Math.max(box[2], maxX), Math.max(box[3], maxY)]
        : [minX, minY, maxX, maxY];
    }
  };
  take(before, after);
  take(after, before);
  return box;
}

function haveOneOrder(before: ReadonlyMap<string, Box>, after: ReadonlyMap<string, Box>): boolean {
  const others = after.keys();
  for (const key of before.keys()) {
    if (!after.has(key)) continue;
    let other = others.next();
    while (!other.done && !before.has(other.value)) other = others.next();
    if (other.value !== key) return false;
  }
  return true;
}
