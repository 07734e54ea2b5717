/** Several packed layers as one, so that a join sees all zones of a kind at once. */
import type { PackedLayer } from './packed-layer.ts';

/** Features keep their order: those of the first layer, then those of the next. One layer is returned as it is. O(positions). */
export function concatPacked(layers: readonly PackedLayer[]): PackedLayer {
  if (layers.length === 1) return layers[0] as PackedLayer;
  const count = layers.reduce((sum, layer) => sum + layer.count, 0);
  return {
    count,
    type: joinBytes(layers.map((layer) => layer.type)),
    partStart: joinOffsets(layers.map((layer) => layer.partStart)),
    ringStart: joinOffsets(layers.map((layer) => layer.ringStart)),
    positionStart: joinOffsets(layers.map((layer) => layer.positionStart)),
    xy: joinNumbers(layers.map((layer) => layer.xy)),
    boxes: joinNumbers(layers.map((layer) => layer.boxes)),
    areas: joinNumbers(layers.map((layer) => layer.areas)),
    lengths: joinNumbers(layers.map((layer) => layer.lengths)),
  };
}

function joinBytes(arrays: readonly Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(arrays.reduce((sum, array) => sum + array.length, 0));
  let at = 0;
  for (const array of arrays) {
    joined.set(array, at);
    at += array.length;
  }
  return joined;
}

function joinNumbers(arrays: readonly Float64Array[]): Float64Array {
  const joined = new Float64Array(arrays.reduce((sum, array) => sum + array.length, 0));
  let at = 0;
  for (const array of arrays) {
    joined.set(array, at);
    at += array.length;
  }
  return joined;
}

/** Each array is n + 1 offsets from 0; so is the joined one. */
function joinOffsets(arrays: readonly Uint32Array[]): Uint32Array {
  const joined = new Uint32Array(1 + arrays.reduce((sum, array) => sum + array.length - 1, 0));
  let at = 0;
  let base = 0;
  for (const array of arrays) {
    for (let i = 1; i < array.length; i++) joined[at + i] = base + array[i]!;
    at += array.length - 1;
    base += array.at(-1)!;
  }
  return joined;
}
