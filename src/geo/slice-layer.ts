/** Some of a packed layer's features as a layer of their own, so that a piece of work can be given away. */
import type { PackedLayer } from './packed-arrays.ts';

/** Features first to end − 1, renumbered from 0; none where they are equal. Copies, as `gatherLayer` does. */
export function sliceLayer(layer: PackedLayer, first: number, end: number): PackedLayer {
  return gatherLayer(
    layer,
    Uint32Array.from({ length: end - first }, (_, index) => first + index),
  );
}

/** The features that are listed, in that order, renumbered from 0. Copies: no buffer is shared with the layer. O(their positions). */
export function gatherLayer(layer: PackedLayer, features: Uint32Array): PackedLayer {
  const { partStart, partEnd, ringStart, positionStart, xy } = layer;
  const count = features.length;
  let parts = 0;
  let rings = 0;
  let positions = 0;
  for (const feature of features) {
    parts += partEnd[feature]! - partStart[feature]!;
    rings += ringStart[partEnd[feature]!]! - ringStart[partStart[feature]!]!;
    positions += positionStart[ringStart[partEnd[feature]!]!]! - positionStart[ringStart[partStart[feature]!]!]!;
  }
  const gathered = {
    count,
    type: new Uint8Array(count),
    partStart: new Uint32Array(count),
    partEnd: new Uint32Array(count),
    ringStart: new Uint32Array(parts + 1),
    positionStart: new Uint32Array(rings + 1),
    xy: new Float64Array(2 * positions),
    boxes: new Float64Array(4 * count),
    areas: new Float64Array(count),
    lengths: new Float64Array(count),
  };
  let part = 0;
  let ring = 0;
  let position = 0;
  for (let own = 0; own < count; own++) {
    const feature = features[own]!;
    gathered.type[own] = layer.type[feature]!;
    for (let side = 0; side < 4; side++) gathered.boxes[4 * own + side] = layer.boxes[4 * feature + side]!;
    gathered.areas[own] = layer.areas[feature]!;
    gathered.lengths[own] = layer.lengths[feature]!;
    gathered.partStart[own] = part;
    const firstRing = ringStart[partStart[feature]!]!;
    const endRing = ringStart[partEnd[feature]!]!;
    for (let p = partStart[feature]!; p < partEnd[feature]!; p++)
      gathered.ringStart[++part] = ring + ringStart[p + 1]! - firstRing;
    gathered.partEnd[own] = part;
    const start = positionStart[firstRing]!;
    for (let r = firstRing; r < endRing; r++) gathered.positionStart[++ring] = position + positionStart[r + 1]! - start;
    gathered.xy.set(xy.subarray(2 * start, 2 * positionStart[endRing]!), 2 * position);
    position += positionStart[endRing]! - start;
  }
  return gathered;
}
