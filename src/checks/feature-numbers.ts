/**
 * All features of several layers under one running number, in the document's order. Behind each layer
 * but the last some numbers are kept free, so that what edits add to it stays in that order.
 */
import { concatPacked } from '../geo/concat-packed.ts';
import { createLiveLayer, type LiveLayer } from '../geo/live-layer.ts';
import type { PackedLayer } from '../geo/packed-layer.ts';
import type { FeatureRef } from './check-input.ts';
import type { PreparedLayer } from './prepare.ts';

export interface FeatureNumbers {
  /** Of one layer that layer itself, else a copy of all. */
  readonly packed: PackedLayer;
  /** Undefined for numbers that are kept free. */
  ref(number: number): FeatureRef | undefined;
  /** The row of the feature in its file. */
  rowOf(number: number): number;
  numberOf(prepared: PreparedLayer, feature: number): number;
  /** Follows an edit of a layer; false where its free numbers are used up, and all must be numbered anew. */
  follow(prepared: PreparedLayer, feature: number): boolean;
}

/** Numbers kept free behind a layer. */
const SPARE = 256;

export function numberFeatures(layers: readonly PreparedLayer[]): FeatureNumbers {
  const packed = concatPacked(
    layers.map((prepared) => prepared.packed),
    SPARE,
  );
  const starts: number[] = [];
  let next = 0;
  for (const prepared of layers) {
    starts.push(next);
    next += prepared.packed.count + SPARE;
  }
  let live: LiveLayer | undefined;
  const placeOf = (number: number) => {
    let at = starts.length - 1;
    while (at > 0 && starts[at]! > number) at--;
    return at;
  };
  return {
    packed,
    ref(number) {
      if (number < 0) return undefined;
      const at = placeOf(number);
      const feature = number - (starts[at] ?? 0);
      const prepared = layers[at];
      return prepared && feature < prepared.packed.count ? prepared.ref(feature) : undefined;
    },
    rowOf(number) {
      const at = placeOf(number);
      return layers[at]!.rowOf(number - starts[at]!);
    },
    numberOf: (prepared, feature) => starts[layers.indexOf(prepared)]! + feature,
    follow(prepared, feature) {
      if (layers.length === 1) return true;
      const at = layers.indexOf(prepared);
      const number = starts[at]! + feature;
      if (at + 1 < layers.length && number >= starts[at + 1]!) return false;
      live ??= createLiveLayer(packed);
      live.put(number, prepared.packed, feature);
      return true;
    },
  };
}
