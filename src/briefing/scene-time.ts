/**
 * The span of time of a scene's hotspots: as it is kept and as instants. A calendar month that is the one of the
 * workspace's date is kept as such, so that next month's data show next month. Pure.
 */
import { beijingClock, earliestInstant, latestInstant } from '../model/instant.ts';
import type { SceneHotspots } from '../model/scene.ts';

/** Milliseconds since 1970; the end is not part of it. */
export interface TimeSpan {
  readonly fromMs: number;
  readonly endMs: number;
}

/** The calendar month in Beijing that a date lies in; undefined for what is no date. */
export function monthAround(asOf: string | undefined): TimeSpan | undefined {
  const instant = earliestInstant(asOf ?? '');
  if (Number.isNaN(instant)) return undefined;
  const month = beijingClock(instant).slice(0, 'YYYY-MM'.length);
  return { fromMs: earliestInstant(month), endMs: latestInstant(month) };
}

export function formatSceneTime({ fromMs, endMs }: TimeSpan, asOf: string | undefined): SceneHotspots['time'] {
  const month = monthAround(asOf);
  if (month?.fromMs === fromMs && month.endMs === endMs) return 'month';
  return { from: isoInBeijing(fromMs), end: isoInBeijing(endMs) };
}

/** Undefined means all times, also where the workspace has no date to take the month of. */
export function readSceneTime(time: SceneHotspots['time'], asOf: string | undefined): TimeSpan | undefined {
  if (time === undefined) return undefined;
  if (time === 'month') return monthAround(asOf);
  return { fromMs: earliestInstant(time.from), endMs: earliestInstant(time.end) };
}

const isoInBeijing = (instant: number) => `${beijingClock(instant)}+08:00`.replace('.000+', '+');

/**
 * The spans that time runs through on its way to a scene's own: from the first instant there is, or that the scene
 * starts at, up to its end, in at most so many steps. The last is the scene's own. O(edges).
 *
 * @param edges instants at which the days, weeks or months of the data begin, ascending, and the end of the last
 */
export function growTime(
  edges: ArrayLike<number>,
  own: TimeSpan | undefined,
  mostSteps: number,
): (TimeSpan | undefined)[] {
  const from = own?.fromMs ?? edges[0] ?? Number.NaN;
  const end = own?.endMs ?? edges[edges.length - 1] ?? Number.NaN;
  const ends = Array.from(edges).filter((edge) => edge > from && edge < end);
  const stride = Math.max(1, Math.ceil((ends.length + 1) / mostSteps));
  // Counted from the end, so that the last step is as long as the others.
  const taken = ends.filter((_, index) => (ends.length - index) % stride === 0);
  return [...taken.map((endMs) => ({ fromMs: from, endMs })), own];
}
