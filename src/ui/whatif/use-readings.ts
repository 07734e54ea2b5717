/** What the stations' series say of the wind at the workspace's clock; the first is taken where nobody has set one. */
import { useEffect, useMemo } from 'react';
import type { Subject } from '../../core/subject.ts';
import { earliestInstant } from '../../model/instant.ts';
import { windAt } from '../../rules/wind.ts';
import { useApp, useWorkspace } from '../app-context.tsx';
import { changeWhatIf } from '../store/view-store.ts';
import type { AssumedWind } from '../store/what-if-state.ts';

export interface StationReading {
  readonly station: Subject;
  readonly wind: AssumedWind;
}

export function useReadings(): readonly StationReading[] {
  const { view } = useApp();
  const series = useWorkspace((state) => state.document?.series);
  const asOf = useWorkspace((state) => state.check?.asOf);
  const readings = useMemo(
    () =>
      (series ?? []).flatMap((one): StationReading[] => {
        const wind = asOf === undefined ? undefined : windAt(one, earliestInstant(asOf));
        if (!wind) return [];
        const { station } = one;
        // Calm air may come without a direction.
        const fromDegrees = Number.isNaN(wind.fromDegrees) ? 0 : Math.round(wind.fromDegrees) % 360;
        return [{ station, wind: { fromDegrees, force: wind.force, reading: { station, timeMs: wind.timeMs } } }];
      }),
    [series, asOf],
  );
  useEffect(() => {
    const [first] = readings;
    if (first && view.getState().whatIf.wind === undefined) changeWhatIf(view, { wind: first.wind });
  }, [readings, view]);
  return readings;
}
