/** What a plan asks of every source under a colour: as rows for the list, and as colours on the map while the panel is open. */
import { useEffect, useMemo } from 'react';
import type { FeatureRecolor, RecolorClass } from '../../map/map-types.ts';
import { earliestInstant } from '../../model/instant.ts';
import type { AlertColour, AlertPlan } from '../../model/rule-pack.ts';
import { ALERT_DEMANDS, actionsFor, type DemandedItem, isAlertKind, listDemands } from '../../rules/alert-plan.ts';
import { useApp, useWorkspace } from '../app-context.tsx';
import { setRecolors } from '../store/view-store.ts';
import { DEMAND_COLORS, UNASKED_COLOR } from './demand-colors.ts';
import type { DemandRow } from './demand-rows.ts';

const CLASSES: readonly RecolorClass[] = [
  ...ALERT_DEMANDS.map((demand) => ({ key: `whatif.demand.${demand}`, color: DEMAND_COLORS[demand] })),
  { key: 'whatif.demand.none', color: UNASKED_COLOR },
];

/** O(features of the kinds that plans may speak of), from their fields alone. */
export function useAlert(plan: AlertPlan | undefined, colour: AlertColour | undefined): readonly DemandRow[] {
  const { view } = useApp();
  const features = useWorkspace((state) => state.features);
  const asOf = useWorkspace((state) => state.check?.asOf);
  const demanded = useMemo(() => {
    if (!plan || !colour || actionsFor(plan, colour).length === 0) return [];
    const instant = asOf === undefined ? Number.NaN : earliestInstant(asOf);
    return [...features.values()].flatMap(({ layer, batch }) =>
      isAlertKind(layer.kind)
        ? [{ layer: layer.id, ids: batch.ids, items: listDemands(plan, colour, layer.kind, batch, instant) }]
        : [],
    );
  }, [plan, colour, features, asOf]);
  useEffect(() => {
    if (demanded.length === 0) return;
    const recolors = demanded.map(({ layer, ids, items }) => [layer, recolorOf(ids.length, items)] as const);
    setRecolors(view, 'alert', new Map(recolors));
    return () => setRecolors(view, 'alert', undefined);
  }, [demanded, view]);
  return useMemo(
    () =>
      demanded.flatMap(({ layer, ids, items }) =>
        items.map(
          ({ index, demands, measures }): DemandRow => ({
            subject: { layer, feature: ids[index] as string },
            demands,
            measures,
          }),
        ),
      ),
    [demanded],
  );
}

/** By the first of what is asked: to stop weighs more than to be covered. */
function recolorOf(count: number, items: readonly DemandedItem[]): FeatureRecolor {
  const classOf = new Uint8Array(count).fill(CLASSES.length - 1);
  for (const { index, demands } of items) classOf[index] = ALERT_DEMANDS.indexOf(demands[0] ?? 'stop');
  return { classes: CLASSES, classOf };
}
