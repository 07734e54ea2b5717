/** What the engine knows of a layer's features: their streets and sizes. Asked anew when the layer changes. */
import { useEffect, useState } from 'react';
import type { LayerSizes } from '../../checks/sizes-of.ts';
import type { StreetAnswer } from '../../checks/street-of.ts';
import type { Translate } from '../../i18n/translate.ts';
import type { StreetColumn } from '../../reports/layer-grid.ts';
import { useCommands, useWorkspace } from '../app-context.tsx';
import { type FeaturesByLayer, type LayerFeatures, titleOf } from '../store/layer-features.ts';

export interface LayerFacts {
  readonly streets: StreetAnswer | undefined;
  readonly sizes: LayerSizes | undefined;
}

/** Undefined until the engine has answered; older answers stay as long as they fit the number of features. */
export function useLayerFacts(found: LayerFeatures | undefined): LayerFacts | undefined {
  const { streetsOf, sizesOf } = useCommands();
  const isReady = useWorkspace((state) => state.phase === 'ready');
  const [facts, setFacts] = useState<(LayerFacts & { readonly layer: string; readonly count: number }) | undefined>();
  useEffect(() => {
    if (!found || !isReady) return;
    let isCurrent = true;
    const { layer, batch } = found;
    void Promise.all([layer.kind === 'boundary' ? undefined : streetsOf({ layer: layer.id }), sizesOf(layer.id)]).then(
      ([streets, sizes]) => {
        if (!isCurrent) return;
        const count = batch.ids.length;
        setFacts({
          layer: layer.id,
          count,
          streets: streets?.ok && streets.value.codes.length === count ? streets.value : undefined,
          sizes: sizes.ok && sizes.value.areasSquareMeters.length === count ? sizes.value : undefined,
        });
      },
    );
    return () => {
      isCurrent = false;
    };
  }, [found, isReady, streetsOf, sizesOf]);
  return found && facts?.layer === found.layer.id && facts.count === found.batch.ids.length ? facts : undefined;
}

/** Undefined where nothing divides the district. O(streets). */
export function nameStreets(
  answer: StreetAnswer | undefined,
  features: FeaturesByLayer,
  t: Translate,
): StreetColumn | undefined {
  if (answer?.level === undefined) return undefined;
  const dictionary = answer.streets.map((street) => titleOf(features, street));
  return { title: t(`level.${answer.level}`), names: { type: 'text', codes: answer.codes, dictionary } };
}
