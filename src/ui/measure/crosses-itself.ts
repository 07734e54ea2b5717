/** Whether an outline under way crosses itself: its area then means nothing. */
import { findCrossing } from '../../draw/ring-crossing.ts';
import type { LonLat } from '../../model/lon-lat.ts';
import type { MeasureKind } from './measure-shapes.ts';

export function crossesItself(kind: MeasureKind, positions: readonly LonLat[]): boolean {
  if (kind !== 'area' || positions.length <= 3) return false;
  const places = positions.map((at) => [...at]);
  return findCrossing(places, true) !== undefined;
}
