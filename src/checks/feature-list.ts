/** The features of a layer one by one, as both engines have them: for what is said of whole layers. */
import type { CheckLayer, FeatureRef } from './check-input.ts';
import type { PreparedLayer } from './prepare.ts';

export interface FeatureList {
  /** Of the layer. */
  readonly id: string;
  /** In the layer's order; deleted ones are left out. */
  refs(): Iterable<FeatureRef>;
}

export function featuresOfLayer(layer: CheckLayer): FeatureList {
  return {
    id: layer.id,
    *refs() {
      for (let index = 0; index < layer.batch.ids.length; index++) yield { layer, index };
    },
  };
}

export function featuresOf({ source, packed, isThere, ref }: PreparedLayer): FeatureList {
  return {
    id: source.id,
    *refs() {
      for (let feature = 0; feature < packed.count; feature++) if (isThere(feature)) yield ref(feature);
    },
  };
}
