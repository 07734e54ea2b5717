/** A range of a packed layer's features as a layer of its own, so that a piece of work can be given away. */
import type { PackedLayer } from './packed-arrays.ts';

/** Features first to end − 1, renumbered from 0; none where they are equal. Copies: no buffer is shared with the layer. O(positions in the range). */
export function sliceLayer(layer: PackedLayer, first: number, end: number): PackedLayer {
  const { type, partStart, ringStart, positionStart, xy, boxes, areas, lengths } = layer;
  const firstPart = partStart[first]!;
  const endPart = partStart[end]!;
  const firstRing = ringStart[firstPart]!;
  const endRing = ringStart[endPart]!;
  return {
    count: end - first,
    type: type.slice(first, end),
    partStart: sliceOffsets(partStart, first, end),
    ringStart: sliceOffsets(ringStart, firstPart, endPart),
    positionStart: sliceOffsets(positionStart, firstRing, endRing),
    xy: xy.slice(2 * positionStart[firstRing]!, 2 * positionStart[endRing]!),
    boxes: boxes.slice(4 * first, 4 * end),
    areas: areas.slice(first, end),
    lengths: lengths.slice(first, end),
  };
}

/** Offsets first to end, both included, from 0 again. */
function sliceOffsets(offsets: Uint32Array, first: number, end: number): Uint32Array {
  const base = offsets[first]!;
  return offsets.slice(first, end + 1).map((offset) => offset - base);
}
