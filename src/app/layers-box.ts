/** Where layers lie, for framing them. */
import type { Bounds } from '../map/map-types.ts';
import type { LayerFeatures } from '../ui/store/layer-features.ts';
import { boxOf } from './scope-geometry.ts';

/** The box of boundary layers where there are any, else of everything; outliers far away must not hide the district. */
export function boundsOf(
  layers: readonly LayerFeatures[],
  outside?: ReadonlyMap<string, Uint8Array>,
): Bounds | undefined {
  const boundaries = outside ? [] : layers.filter(({ layer }) => layer.kind === 'boundary');
  const zones = outside ? [] : layers.filter(({ layer }) => layer.kind === 'responsibilityZone');
  for (const group of [boundaries, zones, layers]) {
    let box: Bounds | undefined;
    for (const { layer, batch } of group) {
      const skipped = outside?.get(layer.id);
      for (let feature = 0; feature < batch.ids.length; feature++) {
        const own = skipped?.[feature] === 1 ? undefined : boxOf(batch.geometry, feature);
        if (own) box = box ? joinBoxes(box, own) : own;
      }
    }
    if (box) return box;
  }
  return undefined;
}

function joinBoxes(a: Bounds, b: Bounds): Bounds {
  return [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[2], b[2]), Math.max(a[3], b[3])];
}
