/** What the stations' series say of the wind at the workspace's clock; the first is taken where nobody has set one. */
import { useEffect, useMemo } from 'react';
import { useApp, useWorkspace } from '../app-context.tsx';
import { changeWhatIf } from '../store/view-store.ts';
import { listReadings, type StationReading } from './list-readings.ts';

export function useReadings(): readonly StationReading[] {
  const { view } = useApp();
  const series = useWorkspace((state) => state.document?.series);
  const asOf = useWorkspace((state) => state.check?.asOf);
  const readings = useMemo(() => listReadings(series ?? [], asOf), [series, asOf]);
  useEffect(() => {
    const [first] = readings;
    if (first && view.getState().whatIf.wind === undefined) changeWhatIf(view, { wind: first.wind });
  }, [readings, view]);
  return readings;
}
