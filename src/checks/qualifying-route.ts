/** Which sweeping routes count: those that meet the rule pack's passes per day and modes. The default is every route. */
import { numberAt } from '../model/feature-batch.ts';
import { THRESHOLD_SHAPES, type Thresholds } from '../rules/thresholds.ts';
import { type FeatureRef, field } from './check-input.ts';

/** A route that does not say its passes or modes counts only where nothing is demanded of them. */
export function isQualifyingRoute(route: FeatureRef, { minPassesPerDay, qualifyingModes }: Thresholds): boolean {
  const passes = numberAt(route.layer.batch, 'passesPerDay', route.index) ?? 0;
  if (passes < minPassesPerDay) return false;
  if (THRESHOLD_SHAPES.qualifyingModes.values.every((mode) => qualifyingModes.includes(mode))) return true;
  const modes = field(route, 'modes')?.split(',') ?? [];
  return modes.some((mode) => qualifyingModes.includes(mode.trim()));
}
