/**
 * Lines and outlines cut into chunks of a few consecutive segments with a box each, and an index
 * over the boxes: what "how far is the nearest" is asked of. A long route would have a box that
 * covers half the town. Points are chunks of one position.
 */
import type { PackedLayer } from './packed-layer.ts';
import { buildSpatialIndex, type SpatialIndex } from './spatial-index.ts';

const SEGMENTS_PER_CHUNK = 8;

export interface SegmentChunks {
  readonly layer: PackedLayer;
  readonly count: number;
  /** First and last position of each chunk: its segments run from one to the other. */
  readonly first: Uint32Array;
  readonly last: Uint32Array;
  readonly feature: Uint32Array;
  readonly boxes: Float64Array;
  readonly index: SpatialIndex;
}

/** Of all features that `accept` takes. O(n log n). */
export function buildSegmentChunks(layer: PackedLayer, accept: (feature: number) => boolean): SegmentChunks {
  const { partStart, ringStart, positionStart, xy } = layer;
  const first: number[] = [];
  const last: number[] = [];
  const feature: number[] = [];
  for (let i = 0; i < layer.count; i++) {
    if (!accept(i)) continue;
    const rings = ringStart[partStart[i + 1]!]!;
    for (let ring = ringStart[partStart[i]!]!; ring < rings; ring++) {
      const end = positionStart[ring + 1]! - 1;
      for (let from = positionStart[ring]!; from < end || from === positionStart[ring]!; from += SEGMENTS_PER_CHUNK) {
        first.push(from);
        last.push(Math.min(from + SEGMENTS_PER_CHUNK, end));
        feature.push(i);
      }
    }
  }
  const boxes = new Float64Array(4 * first.length);
  for (let chunk = 0; chunk < first.length; chunk++) writeBox(boxes, chunk, xy, first[chunk]!, last[chunk]!);
  return {
    layer,
    count: first.length,
    first: Uint32Array.from(first),
    last: Uint32Array.from(last),
    feature: Uint32Array.from(feature),
    boxes,
    index: buildSpatialIndex(boxes),
  };
}

function writeBox(boxes: Float64Array, chunk: number, xy: Float64Array, first: number, last: number): void {
  let minX = Number.POSITIVE_INFINITY;
  let minY = Number.POSITIVE_INFINITY;
  let maxX = Number.NEGATIVE_INFINITY;
  let maxY = Number.NEGATIVE_INFINITY;
  for (let p = first; p <= last; p++) {
    minX = Math.min(minX, xy[2 * p]!);
    maxX = Math.max(maxX, xy[2 * p]!);
    minY = Math.min(minY, xy[2 * p + 1]!);
    maxY = Math.max(maxY, xy[2 * p + 1]!);
  }
  boxes.set([minX, minY, maxX, maxY], 4 * chunk);
}
