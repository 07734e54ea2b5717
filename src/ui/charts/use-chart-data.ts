/** The numbers behind the charts, for the scope as it is, asked of the engine anew after every edit. */
import { useMemo } from 'react';
import type { ChartRequest } from '../../checks/chart-fact-types.ts';
import type { Result } from '../../core/result.ts';
import type { ChartData } from '../../reports/charts/chart-data.ts';
import { useCommands, useView, useWorkspace } from '../app-context.tsx';
import { useAnswer } from '../settle/use-answer.ts';
import { type FeaturesByLayer, fieldOf, titleOf } from '../store/layer-features.ts';
import { listScopes } from '../store/scope-members.ts';
import { zonesOfOneDuty } from '../store/zones-of-one-duty.ts';

export interface ChartNumbers {
  readonly result: Result<ChartData> | undefined;
  readonly asking: boolean;
  /** In the order of the data's zones. */
  readonly zoneNames: readonly string[];
}

export function useChartData(): ChartNumbers {
  const { chartData } = useCommands();
  const features = useWorkspace((state) => state.features);
  const check = useWorkspace((state) => state.check);
  const scope = useView((state) => state.scope);
  const request = useMemo((): ChartRequest | undefined => {
    if (!check) return undefined;
    const zones = scope?.type === 'zone' ? zonesWithin(features, scope.zone) : listScopes(features).zones;
    return {
      zones: zonesOfOneDuty(
        features,
        zones.map(({ zone }) => zone),
      ),
      scope,
    };
  }, [features, check, scope]);
  const { result, asking } = useAnswer(request, chartData);
  const zoneNames = useMemo(
    () => (result?.ok ? result.value.zones.map(({ zone }) => titleOf(features, zone)) : []),
    [features, result],
  );
  return { result, asking, zoneNames };
}

/** The zones that name this one as their parent, else itself. O(zones). */
function zonesWithin(features: FeaturesByLayer, scopeZone: { layer: string; feature: string }) {
  const names = new Set(
    [scopeZone.feature, fieldOf(features, scopeZone, 'code'), fieldOf(features, scopeZone, 'name')].filter(
      (name) => name !== undefined,
    ),
  );
  const within = [...features].flatMap(
    ([
      layer,
      {
        layer: { kind },
        batch,
      },
    ]) =>
      kind === 'responsibilityZone'
        ? batch.ids
            .map((feature) => ({ zone: { layer, feature } }))
            .filter(({ zone }) => names.has(fieldOf(features, zone, 'parent') ?? ''))
        : [],
  );
  return within.length > 0 ? within : [{ zone: scopeZone }];
}
