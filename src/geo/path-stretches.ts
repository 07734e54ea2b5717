/**
 * Paths of a packed layer beside the segments of others: which parts lie within a distance of which
 * feature, and the coordinates of parts of a path. A path is one ring of a line: its index counts
 * through the layer's rings. Lengths along it are in metres from its start.
 */
import { findNearInterval } from './near-interval.ts';
import type { PackedLayer } from './packed-layer.ts';
import type { SegmentChunks } from './segment-chunks.ts';
import { HitList } from './spatial-index.ts';

export interface NearStretches {
  /**
   * Calls `visit` with each part of the path that lies within `meters` of one segment of the chunks, exactly
   * that far included, and with the feature whose segment it is; parts overlap and come in no promised order.
   * Segments that stand at an angle to the path whose cosine is below `minCosine` are passed over: 0 takes
   * all, whichever way they run. O(segments of the path × (log n + segments of the chunks around)).
   */
  visit(
    layer: PackedLayer,
    path: number,
    chunks: SegmentChunks,
    meters: number,
    minCosine: number,
    visit: (feature: number, fromMeters: number, toMeters: number) => void,
  ): void;
}

/** Keeps its scratch memory from call to call. */
export function createNearStretches(): NearStretches {
  const hits = new HitList();
  const interval = new Float64Array(2);
  return {
    visit(layer, path, chunks, meters, minCosine, visit) {
      const { positionStart, xy } = layer;
      const other = chunks.layer.xy;
      let base = 0;
      for (let p = positionStart[path]!; p + 1 < positionStart[path + 1]!; p++) {
        const ax = xy[2 * p]!;
        const ay = xy[2 * p + 1]!;
        const bx = xy[2 * p + 2]!;
        const by = xy[2 * p + 3]!;
        const length = Math.hypot(bx - ax, by - ay);
        const minX = Math.min(ax, bx) - meters;
        const minY = Math.min(ay, by) - meters;
        const maxX = Math.max(ax, bx) + meters;
        const maxY = Math.max(ay, by) + meters;
        chunks.index.search(minX, minY, maxX, maxY, hits);
        for (let k = 0; k < hits.count; k++) {
          const chunk = hits.items[k]!;
          for (let q = chunks.first[chunk]!; q < chunks.last[chunk]!; q++) {
            const cx = other[2 * q]!;
            const cy = other[2 * q + 1]!;
            const dx = other[2 * q + 2]!;
            const dy = other[2 * q + 3]!;
            if ((cx < minX && dx < minX) || (cx > maxX && dx > maxX)) continue;
            if ((cy < minY && dy < minY) || (cy > maxY && dy > maxY)) continue;
            if (minCosine > 0) {
              const dot = Math.abs((bx - ax) * (dx - cx) + (by - ay) * (dy - cy));
              if (dot < minCosine * length * Math.hypot(dx - cx, dy - cy)) continue;
            }
            if (!findNearInterval(ax, ay, bx, by, cx, cy, dx, dy, meters, interval)) continue;
            visit(chunks.feature[chunk]!, base + interval[0]! * length, base + interval[1]! * length);
          }
        }
        base += length;
      }
    },
  };
}

export function measurePath({ positionStart, xy }: PackedLayer, path: number): number {
  let length = 0;
  for (let p = positionStart[path]!; p + 1 < positionStart[path + 1]!; p++) {
    length += Math.hypot(xy[2 * p + 2]! - xy[2 * p]!, xy[2 * p + 3]! - xy[2 * p + 1]!);
  }
  return length;
}

/** The part of a path between two places on it, as x, y pairs with the corners between; both ends included. */
export function slicePath(
  { positionStart, xy }: PackedLayer,
  path: number,
  fromMeters: number,
  toMeters: number,
): number[] {
  const slice: number[] = [];
  const add = (x: number, y: number) => {
    if (slice.at(-2) !== x || slice.at(-1) !== y) slice.push(x, y);
  };
  let base = 0;
  for (let p = positionStart[path]!; p + 1 < positionStart[path + 1]!; p++) {
    const x = xy[2 * p]!;
    const y = xy[2 * p + 1]!;
    const dx = xy[2 * p + 2]! - x;
    const dy = xy[2 * p + 3]! - y;
    const length = Math.hypot(dx, dy);
    const first = Math.max(0, (fromMeters - base) / length);
    const last = Math.min(1, (toMeters - base) / length);
    base += length;
    if (first > last) continue;
    add(x + first * dx, y + first * dy);
    add(last === 1 ? x + dx : x + last * dx, last === 1 ? y + dy : y + last * dy);
  }
  return slice;
}
