/** The wind that each station reads at a time. No React. */
import type { Subject } from '../../core/subject.ts';
import { earliestInstant } from '../../model/instant.ts';
import type { Series } from '../../model/series.ts';
import { windAt } from '../../rules/wind.ts';
import type { AssumedWind } from '../store/what-if-state.ts';

export interface StationReading {
  readonly station: Subject;
  readonly wind: AssumedWind;
}

/** Of the stations that have a reading then, in their order; none without a time. */
export function listReadings(series: readonly Series[], asOf: string | undefined): StationReading[] {
  return series.flatMap((one): StationReading[] => {
    const wind = asOf === undefined ? undefined : windAt(one, earliestInstant(asOf));
    if (!wind) return [];
    const { station } = one;
    // Calm air may come without a direction.
    const fromDegrees = Number.isNaN(wind.fromDegrees) ? 0 : Math.round(wind.fromDegrees) % 360;
    return [{ station, wind: { fromDegrees, force: wind.force, reading: { station, timeMs: wind.timeMs } } }];
  });
}
