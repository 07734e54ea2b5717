/** Roads coloured by silt loading: which road layers are, and their classes, kept in step with the data. */
import type { FeatureRecolor } from '../map/map-types.ts';
import { SILT_LOOKS, UNMEASURED_LOOK } from '../map/silt-looks.ts';
import type { FeatureBatch } from '../model/feature-batch.ts';
import { classifySiltLoading, UNMEASURED } from '../rules/silt-loading.ts';
import type { FeaturesByLayer } from '../ui/store/layer-features.ts';
import { setRecolors, type ViewStore } from '../ui/store/view-store.ts';
import type { WorkspaceStore } from '../ui/store/workspace-store.ts';

/** Returns how a layer is coloured by silt loading, or no longer. */
export function createSiltLoading(workspace: WorkspaceStore, view: ViewStore): (layer: string, on: boolean) => void {
  const show = (layers: readonly string[], features: FeaturesByLayer) => {
    const recolors = layers.flatMap((layer): [string, FeatureRecolor][] => {
      const batch = features.get(layer)?.batch;
      return batch ? [[layer, recolorBySilt(batch)]] : [];
    });
    setRecolors(view, 'siltLoading', recolors.length > 0 ? new Map(recolors) : undefined);
  };
  const shown = () => [...(view.getState().recolors.siltLoading?.keys() ?? [])];
  workspace.subscribe((state, before) => {
    const layers = shown();
    if (layers.some((layer) => state.features.get(layer) !== before.features.get(layer))) show(layers, state.features);
  });
  return (layer, on) =>
    show([...shown().filter((other) => other !== layer), ...(on ? [layer] : [])], workspace.getState().features);
}

/** Classes in the order of the legend: unmeasured last. */
export function recolorBySilt(batch: FeatureBatch): FeatureRecolor {
  const column = batch.columns.get('siltLoadingGramsPerSquareMeter');
  const values = column?.type === 'number' ? column.values : new Float64Array(batch.ids.length).fill(Number.NaN);
  const { classes, classOf } = classifySiltLoading(values);
  // Fewer classes than looks: the darkest of them, so that the most dust always looks like it.
  const skipped = SILT_LOOKS.length - classes.length;
  return {
    classes: [
      ...classes.map(({ from, to }, index) => ({
        key: 'map.silt.class',
        params: { from: from.toFixed(2), to: to.toFixed(2) },
        ...(SILT_LOOKS[index + skipped] as (typeof SILT_LOOKS)[number]),
      })),
      { key: 'map.silt.unmeasured', ...UNMEASURED_LOOK },
    ],
    classOf: classOf.map((value) => (value === UNMEASURED ? classes.length : value)),
  };
}
