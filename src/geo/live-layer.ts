/**
 * A packed layer that takes edits in place: a feature's new geometry goes behind all others and its
 * number stays, so that everything that was made from the layer by number stays right as well.
 * The ground a replaced geometry took is not used again before the layer is packed anew.
 */
import { GeometryType } from './geometry-column.ts';
import type { PackedLayer } from './packed-arrays.ts';
import { withLength } from './with-length.ts';

export interface LiveLayer {
  /** Always the same object; its arrays are replaced by larger ones as edits come. */
  readonly layer: PackedLayer;
  /** Copies feature `index` of another layer in the place of `feature`, which may be the next after the last. O(its positions). */
  put(feature: number, from: PackedLayer, index: number): void;
  /** The feature has no geometry any more. */
  clear(feature: number): void;
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** Edits go to the given layer itself. The first edit copies its arrays once, to leave room behind them. */
export function createLiveLayer(packed: PackedLayer): LiveLayer {
  const layer = packed as Mutable<PackedLayer>;
  // Packing hands out starts and ends as two views of one array.
  layer.partStart = layer.partStart.slice();
  layer.partEnd = layer.partEnd.slice();
  /** How much of the arrays is in use; what lies behind is room. */
  let parts = layer.ringStart.length - 1;
  let rings = layer.positionStart.length - 1;
  let positions = layer.positionStart[rings]!;

  function clear(feature: number): void {
    layer.type[feature] = GeometryType.none;
    layer.partStart[feature] = parts;
    layer.partEnd[feature] = parts;
    layer.boxes.set([Infinity, Infinity, -Infinity, -Infinity], 4 * feature);
    layer.areas[feature] = 0;
    layer.lengths[feature] = 0;
  }

  function makeFeature(feature: number): void {
    layer.type = withLength(layer.type, feature + 1);
    layer.partStart = withLength(layer.partStart, feature + 1);
    layer.partEnd = withLength(layer.partEnd, feature + 1);
    layer.boxes = withLength(layer.boxes, 4 * (feature + 1));
    layer.areas = withLength(layer.areas, feature + 1);
    layer.lengths = withLength(layer.lengths, feature + 1);
    for (let made = layer.count; made <= feature; made++) clear(made);
    layer.count = feature + 1;
  }

  return {
    layer,
    clear,
    put(feature, from, index) {
      if (feature >= layer.count) makeFeature(feature);
      const firstPart = from.partStart[index]!;
      const endPart = from.partEnd[index]!;
      const firstRing = from.ringStart[firstPart]!;
      const endRing = from.ringStart[endPart]!;
      const first = from.positionStart[firstRing]!;
      const end = from.positionStart[endRing]!;
      layer.ringStart = withLength(layer.ringStart, parts + endPart - firstPart + 1);
      layer.positionStart = withLength(layer.positionStart, rings + endRing - firstRing + 1);
      layer.xy = withLength(layer.xy, 2 * (positions + end - first));
      for (let part = firstPart; part < endPart; part++) {
        layer.ringStart[parts + part - firstPart + 1] = rings + from.ringStart[part + 1]! - firstRing;
      }
      for (let ring = firstRing; ring < endRing; ring++) {
        layer.positionStart[rings + ring - firstRing + 1] = positions + from.positionStart[ring + 1]! - first;
      }
      layer.xy.set(from.xy.subarray(2 * first, 2 * end), 2 * positions);
      layer.type[feature] = from.type[index]!;
      layer.partStart[feature] = parts;
      layer.partEnd[feature] = parts + endPart - firstPart;
      layer.boxes.set(from.boxes.subarray(4 * index, 4 * index + 4), 4 * feature);
      layer.areas[feature] = from.areas[index]!;
      layer.lengths[feature] = from.lengths[index]!;
      parts += endPart - firstPart;
      rings += endRing - firstRing;
      positions += end - first;
    },
  };
}
