/**
 * Lines and outlines cut into chunks of a few consecutive segments with a box each, and an index
 * over the boxes: what "how far is the nearest" is asked of. A long route would have a box that
 * covers half the town. Points are chunks of one position.
 */
import type { PackedLayer } from './packed-layer.ts';
import { buildSpatialIndex, type SpatialIndex } from './spatial-index.ts';
import { withLength } from './with-length.ts';

const SEGMENTS_PER_CHUNK = 4;

export interface SegmentChunks {
  readonly layer: PackedLayer;
  /** First and last position of each chunk: its segments run from one to the other. */
  readonly first: Uint32Array;
  readonly last: Uint32Array;
  readonly feature: Uint32Array;
  /** 0 for a chunk whose feature has become shorter, or counts no more: it is in reserve. */
  readonly isUsed: Uint8Array;
  readonly index: SpatialIndex;
  /** The chunks of each feature that has any. */
  readonly chunksOf: Map<number, readonly number[]>;
}

/** Of all features that `accept` takes. O(n log n). */
export function buildSegmentChunks(layer: PackedLayer, accept: (feature: number) => boolean): SegmentChunks {
  const first: number[] = [];
  const last: number[] = [];
  const feature: number[] = [];
  const chunksOf = new Map<number, number[]>();
  for (let i = 0; i < layer.count; i++) {
    if (!accept(i)) continue;
    const own: number[] = [];
    forEachChunk(layer, i, (from, to) => {
      own.push(first.length);
      first.push(from);
      last.push(to);
      feature.push(i);
    });
    if (own.length > 0) chunksOf.set(i, own);
  }
  const boxes = new Float64Array(4 * first.length);
  for (let chunk = 0; chunk < first.length; chunk++)
    boxes.set(boxOfRun(layer.xy, first[chunk]!, last[chunk]!), 4 * chunk);
  return {
    layer,
    first: Uint32Array.from(first),
    last: Uint32Array.from(last),
    feature: Uint32Array.from(feature),
    isUsed: new Uint8Array(first.length).fill(1),
    index: buildSpatialIndex(boxes),
    chunksOf,
  };
}

/**
 * Takes in what became of one feature, in place; `accepted` says whether it counts now. Its old
 * chunks are used again, so that a line dragged about does not leave a trail. O(its positions).
 */
export function updateSegmentChunks(chunks: SegmentChunks, feature: number, accepted: boolean): void {
  const live = chunks as { -readonly [K in keyof SegmentChunks]: SegmentChunks[K] };
  const free = [...(chunks.chunksOf.get(feature) ?? [])];
  const own: number[] = [];
  if (accepted) {
    forEachChunk(chunks.layer, feature, (from, to) => {
      const chunk = free.shift() ?? chunks.index.count;
      live.first = withLength(live.first, chunk + 1);
      live.last = withLength(live.last, chunk + 1);
      live.feature = withLength(live.feature, chunk + 1);
      live.first[chunk] = from;
      live.last[chunk] = to;
      live.feature[chunk] = feature;
      live.isUsed = withLength(live.isUsed, chunk + 1);
      live.isUsed[chunk] = 1;
      chunks.index.update(chunk, ...boxOfRun(chunks.layer.xy, from, to));
      own.push(chunk);
    });
  }
  for (const chunk of free) {
    live.isUsed[chunk] = 0;
    chunks.index.update(chunk, Infinity, Infinity, -Infinity, -Infinity);
  }
  // What is left over stays with the feature, with empty boxes, until it needs it again.
  chunks.chunksOf.set(feature, [...own, ...free]);
}

/** Runs of up to so many segments, and one for a ring that is a single position. */
function forEachChunk(layer: PackedLayer, feature: number, visit: (first: number, last: number) => void): void {
  const { partStart, partEnd, ringStart, positionStart } = layer;
  const rings = ringStart[partEnd[feature]!]!;
  for (let ring = ringStart[partStart[feature]!]!; ring < rings; ring++) {
    const start = positionStart[ring]!;
    const end = positionStart[ring + 1]! - 1;
    for (let from = start; from < end || from === start; from += SEGMENTS_PER_CHUNK) {
      visit(from, Math.min(from + SEGMENTS_PER_CHUNK, end));
    }
  }
}

function boxOfRun(xy: Float64Array, first: number, last: number): [number, number, number, number] {
  const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let p = first; p <= last; p++) {
    box[0] = Math.min(box[0], xy[2 * p]!);
    box[1] = Math.min(box[1], xy[2 * p + 1]!);
    box[2] = Math.max(box[2], xy[2 * p]!);
    box[3] = Math.max(box[3], xy[2 * p + 1]!);
  }
  return box;
}
