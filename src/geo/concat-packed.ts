/** Several packed layers as one, so that a join sees all zones of a kind at once. */
import { GeometryType } from './geometry-column.ts';
import type { PackedLayer } from './packed-layer.ts';

/**
 * Features keep their order: those of the first layer, then those of the next. `spare` leaves that
 * many empty features behind each layer but the last, for features that edits add to it. One layer
 * is returned as it is. O(positions).
 */
export function concatPacked(layers: readonly PackedLayer[], spare = 0): PackedLayer {
  if (layers.length === 1) return layers[0] as PackedLayer;
  const ends = layers.map((layer) => usedOf(layer));
  const count = layers.reduce((sum, layer) => sum + layer.count, 0) + spare * Math.max(0, layers.length - 1);
  const sum = (pick: (end: Used) => number) => ends.reduce((total, end) => total + pick(end), 0);
  const parts = sum((end) => end.parts);
  const joined: PackedLayer = {
    count,
    type: new Uint8Array(count).fill(GeometryType.none),
    partStart: new Uint32Array(count).fill(parts),
    partEnd: new Uint32Array(count).fill(parts),
    ringStart: new Uint32Array(parts + 1),
    positionStart: new Uint32Array(sum((end) => end.rings) + 1),
    xy: new Float64Array(2 * sum((end) => end.positions)),
    boxes: emptyBoxes(count),
    areas: new Float64Array(count),
    lengths: new Float64Array(count),
  };
  const at = { feature: 0, part: 0, ring: 0, position: 0 };
  layers.forEach((layer, index) => {
    const end = ends[index] as Used;
    joined.type.set(layer.type.subarray(0, layer.count), at.feature);
    for (let i = 0; i < layer.count; i++) {
      joined.partStart[at.feature + i] = at.part + layer.partStart[i]!;
      joined.partEnd[at.feature + i] = at.part + layer.partEnd[i]!;
    }
    for (let i = 1; i <= end.parts; i++) joined.ringStart[at.part + i] = at.ring + layer.ringStart[i]!;
    for (let i = 1; i <= end.rings; i++) joined.positionStart[at.ring + i] = at.position + layer.positionStart[i]!;
    joined.xy.set(layer.xy.subarray(0, 2 * end.positions), 2 * at.position);
    joined.boxes.set(layer.boxes.subarray(0, 4 * layer.count), 4 * at.feature);
    joined.areas.set(layer.areas.subarray(0, layer.count), at.feature);
    joined.lengths.set(layer.lengths.subarray(0, layer.count), at.feature);
    at.feature += layer.count + spare;
    at.part += end.parts;
    at.ring += end.rings;
    at.position += end.positions;
  });
  return joined;
}

interface Used {
  readonly parts: number;
  readonly rings: number;
  readonly positions: number;
}

/** What of a layer's arrays is in use: an edited layer has room behind it. */
function usedOf({ count, partEnd, ringStart, positionStart }: PackedLayer): Used {
  let parts = 0;
  for (let feature = 0; feature < count; feature++) parts = Math.max(parts, partEnd[feature]!);
  const rings = ringStart[parts] ?? 0;
  return { parts, rings, positions: positionStart[rings] ?? 0 };
}

function emptyBoxes(count: number): Float64Array {
  const boxes = new Float64Array(4 * count);
  for (let i = 0; i < boxes.length; i += 4) boxes.set([Infinity, Infinity, -Infinity, -Infinity], i);
  return boxes;
}
