/** How layers look and what is written on them, made again only where something changed. */
import { labelFeatures, styleFeatures } from '../map/feature-style.ts';
import type { FeatureLabels, FeatureRecolor, FeatureStyling } from '../map/map-types.ts';
import type { LayerFeatures } from '../ui/store/layer-features.ts';

/** Labels are made once for each batch and way of writing leaders (`{name}` stands for theirs). */
export function createLabelCache(): (found: LayerFeatures, leader: string | undefined) => FeatureLabels {
  const made = new WeakMap<LayerFeatures, { readonly leader: string | undefined; readonly labels: FeatureLabels }>();
  return (found, leader) => {
    const kept = made.get(found);
    if (kept && kept.leader === leader) return kept.labels;
    const write = leader === undefined ? undefined : (name: string) => leader.replace('{name}', name);
    const labels = labelFeatures(found.layer.kind, found.batch, write);
    made.set(found, { leader, labels });
    return labels;
  };
}

interface Overrides {
  readonly dimmed: Uint8Array | undefined;
  /** Masks of several reasons: hidden is what any of them hides. */
  readonly hidden: readonly Uint8Array[];
  readonly recolor: FeatureRecolor | undefined;
}

/** Made once for each batch and what is laid over it: a layer that a change leaves alone keeps its styling, and moves nothing to the GPU. */
export function createStylingCache(): (found: LayerFeatures, overrides: Overrides) => FeatureStyling {
  const made = new WeakMap<LayerFeatures, { readonly overrides: Overrides; readonly styling: FeatureStyling }>();
  return (found, overrides) => {
    const kept = made.get(found);
    if (kept && sameOverrides(kept.overrides, overrides)) return kept.styling;
    const { dimmed, hidden, recolor } = overrides;
    const mask = joinMasks(hidden, found.batch.ids.length);
    const styling = styleFeatures(found.layer.kind, found.batch, {
      ...(dimmed ? { dimmed } : {}),
      ...(mask ? { hidden: mask } : {}),
      ...(recolor ? { recolor } : {}),
    });
    made.set(found, { overrides, styling });
    return styling;
  };
}

function sameOverrides(a: Overrides, b: Overrides): boolean {
  return (
    a.dimmed === b.dimmed &&
    a.recolor === b.recolor &&
    a.hidden.length === b.hidden.length &&
    a.hidden.every((mask, index) => mask === b.hidden[index])
  );
}

/** Undefined where nothing hides; masks made for an older batch are left out until they are made anew. */
function joinMasks(masks: readonly Uint8Array[], count: number): Uint8Array | undefined {
  const fitting = masks.filter((mask) => mask.length === count);
  if (fitting.length < 2) return fitting[0];
  return Uint8Array.from({ length: count }, (_, feature) => (fitting.some((mask) => mask[feature] === 1) ? 1 : 0));
}
