/** What is hidden so that the features of an area show alone. */
import type { FeaturesByLayer } from '../store/layer-features.ts';
import type { LayerMasks } from '../store/view-store.ts';

/** Every layer but the boundaries, which say where one is. O(features). */
export function masksAround(
  features: FeaturesByLayer,
  inside: Readonly<Record<string, readonly string[]>>,
): LayerMasks {
  const masks = new Map<string, Uint8Array>();
  for (const [id, { layer, batch, indexOf }] of features) {
    if (layer.kind === 'boundary') continue;
    const mask = new Uint8Array(batch.ids.length).fill(1);
    for (const feature of inside[id] ?? []) {
      const index = indexOf(feature);
      if (index !== undefined) mask[index] = 0;
    }
    masks.set(id, mask);
  }
  return masks;
}
