/** A range of a packed layer's features as a layer of its own, so that a piece of work can be given away. */
import type { PackedLayer } from './packed-arrays.ts';

/** Features first to end − 1, renumbered from 0; none where they are equal. Copies: no buffer is shared with the layer. O(positions in the range). */
export function sliceLayer(layer: PackedLayer, first: number, end: number): PackedLayer {
  const { partStart, partEnd, ringStart, positionStart, xy } = layer;
  const count = end - first;
  let parts = 0;
  let rings = 0;
  let positions = 0;
  for (let feature = first; feature < end; feature++) {
    parts += partEnd[feature]! - partStart[feature]!;
    rings += ringStart[partEnd[feature]!]! - ringStart[partStart[feature]!]!;
    positions += positionStart[ringStart[partEnd[feature]!]!]! - positionStart[ringStart[partStart[feature]!]!]!;
  }
  const slice = {
    count,
    type: layer.type.slice(first, end),
    partStart: new Uint32Array(count),
    partEnd: new Uint32Array(count),
    ringStart: new Uint32Array(parts + 1),
    positionStart: new Uint32Array(rings + 1),
    xy: new Float64Array(2 * positions),
    boxes: layer.boxes.slice(4 * first, 4 * end),
    areas: layer.areas.slice(first, end),
    lengths: layer.lengths.slice(first, end),
  };
  let part = 0;
  let ring = 0;
  let position = 0;
  for (let feature = first; feature < end; feature++) {
    slice.partStart[feature - first] = part;
    const firstRing = ringStart[partStart[feature]!]!;
    const endRing = ringStart[partEnd[feature]!]!;
    for (let p = partStart[feature]!; p < partEnd[feature]!; p++)
      slice.ringStart[++part] = ring + ringStart[p + 1]! - firstRing;
    slice.partEnd[feature - first] = part;
    const start = positionStart[firstRing]!;
    for (let r = firstRing; r < endRing; r++) slice.positionStart[++ring] = position + positionStart[r + 1]! - start;
    slice.xy.set(xy.subarray(2 * start, 2 * positionStart[endRing]!), 2 * position);
    position += positionStart[endRing]! - start;
  }
  return slice;
}
