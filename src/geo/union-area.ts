/**
 * The area of one polygon that several others cover together, counted once where they overlap each
 * other: by slabs between all corners and crossings, in which edges do not cross. For the few
 * features that overlapping zones share; where they do not overlap each other a sum is enough.
 */
import type { PackedLayer } from './packed-layer.ts';

/** left x, left y, right x, right y, owner: 0 for the polygon, n + 1 for the nth cover. */
const STRIDE = 5;

/** One covering polygon. */
export interface Cover {
  readonly layer: PackedLayer;
  readonly feature: number;
}

/** Square metres. O(n² + n log n per slab) in the edges near the polygon; n is small. */
export function measureCoveredArea(layer: PackedLayer, feature: number, covers: readonly Cover[]): number {
  const box = layer.boxes.subarray(4 * feature, 4 * feature + 4);
  const edges: number[] = [];
  collectEdges(edges, layer, feature, box, 0);
  covers.forEach((cover, index) => {
    collectEdges(edges, cover.layer, cover.feature, box, index + 1);
  });
  const slabs = slabBounds(edges, box[2]! - box[0]!);
  let sum = 0;
  for (let i = 0; i + 1 < slabs.length; i++) sum += measureSlab(edges, covers.length, slabs[i]!, slabs[i + 1]!);
  return sum;
}

/** Edges that run through the box's width, below its ceiling or above, in coordinates from its lower left corner. */
function collectEdges(edges: number[], layer: PackedLayer, feature: number, box: Float64Array, owner: number): void {
  const { partStart, partEnd, ringStart, positionStart, xy } = layer;
  const [minX, minY, maxX] = [box[0]!, box[1]!, box[2]!];
  const rings = ringStart[partEnd[feature]!]!;
  for (let ring = ringStart[partStart[feature]!]!; ring < rings; ring++) {
    const end = positionStart[ring + 1]! - 1;
    for (let edge = positionStart[ring]!; edge < end; edge++) {
      const from = xy[2 * edge]! < xy[2 * edge + 2]! ? edge : edge + 1;
      const to = from === edge ? edge + 1 : edge;
      const left = xy[2 * from]! - minX;
      const right = xy[2 * to]! - minX;
      if (left === right || right <= 0 || left >= maxX - minX) continue;
      edges.push(left, xy[2 * from + 1]! - minY, right, xy[2 * to + 1]! - minY, owner);
    }
  }
}

/** All x between 0 and `width` where an edge ends or two cross, sorted. */
function slabBounds(edges: readonly number[], width: number): Float64Array {
  const bounds = [0, width];
  const add = (x: number) => {
    if (x > 0 && x < width) bounds.push(x);
  };
  for (let i = 0; i < edges.length; i += STRIDE) {
    add(edges[i]!);
    add(edges[i + 2]!);
    for (let j = i + STRIDE; j < edges.length; j += STRIDE) {
      const x = crossingX(edges, i, j);
      if (x !== undefined) add(x);
    }
  }
  return Float64Array.from(bounds).sort();
}

/** Where two edges cross, strictly within both; parallel ones do not. */
function crossingX(edges: readonly number[], i: number, j: number): number | undefined {
  const left = Math.max(edges[i]!, edges[j]!);
  const right = Math.min(edges[i + 2]!, edges[j + 2]!);
  if (left >= right) return undefined;
  const gapLeft = heightAt(edges, i, left) - heightAt(edges, j, left);
  const gapRight = heightAt(edges, i, right) - heightAt(edges, j, right);
  if (gapLeft >= 0 === gapRight >= 0) return undefined;
  return left + ((right - left) * gapLeft) / (gapLeft - gapRight);
}

function heightAt(edges: readonly number[], i: number, x: number): number {
  const left = edges[i]!;
  const leftY = edges[i + 1]!;
  return leftY + ((edges[i + 3]! - leftY) * (x - left)) / (edges[i + 2]! - left);
}

/** Within a slab the edges lie one above the other: from bottom to top, add what is inside the polygon and under a cover. */
function measureSlab(edges: readonly number[], coverCount: number, left: number, right: number): number {
  if (right <= left) return 0;
  const middle = (left + right) / 2;
  const active: { height: number; owner: number }[] = [];
  for (let i = 0; i < edges.length; i += STRIDE) {
    if (edges[i]! < middle && edges[i + 2]! > middle) {
      active.push({ height: heightAt(edges, i, middle), owner: edges[i + 4]! });
    }
  }
  active.sort((p, q) => p.height - q.height);
  const inside = new Uint8Array(coverCount + 1);
  let covering = 0;
  let below = 0;
  let sum = 0;
  for (const { height, owner } of active) {
    if (inside[0] === 1 && covering > 0) sum += (height - below) * (right - left);
    inside[owner]! ^= 1;
    if (owner > 0) covering += inside[owner] === 1 ? 1 : -1;
    below = height;
  }
  return sum;
}
