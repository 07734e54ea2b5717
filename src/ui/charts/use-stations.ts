/** The stations with readings that lie in the scope; all of them where none does, which is said. */
import { useMemo } from 'react';
import type { Series } from '../../model/series.ts';
import { useView, useWorkspace } from '../app-context.tsx';
import { titleOf } from '../store/layer-features.ts';

export interface Station {
  readonly name: string;
  readonly series: Series;
}

const NO_SERIES: readonly Series[] = [];

export function useStations(): { readonly stations: readonly Station[]; readonly isWider: boolean } {
  const features = useWorkspace((state) => state.features);
  const series = useWorkspace((state) => state.document?.series ?? NO_SERIES);
  const members = useView((state) => state.scopeMembers);
  return useMemo(() => {
    const all = series.map((one) => ({ name: titleOf(features, one.station), series: one }));
    const inScope = all.filter(({ series: { station } }) => {
      const index = features.get(station.layer)?.indexOf(station.feature);
      return !members || (index !== undefined && members.outside.get(station.layer)?.[index] === 0);
    });
    return inScope.length > 0
      ? { stations: inScope, isWider: false }
      : { stations: all, isWider: members !== undefined };
  }, [features, series, members]);
}
