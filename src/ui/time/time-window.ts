/** The span of time shown as a window of bins on the axis: moving it, and from instants to bins and back. */
import type { TimeRange } from '../../checks/hotspots/filter-hotspots.ts';
import { binAt, type TimeAxis } from '../../checks/hotspots/time-axis.ts';

/** First bin, and the one after the last. */
export type BinWindow = readonly [first: number, end: number];

/** Every bin that the range has a part of; all of them without a range. */
export function windowOf({ edges }: TimeAxis, range: TimeRange | undefined): BinWindow {
  const bins = edges.length - 1;
  if (!range) return [0, bins];
  const first = range.fromMs < edges[0]! ? 0 : binAt(edges, range.fromMs);
  const last = range.endMs > edges[bins]! ? bins - 1 : binAt(edges, range.endMs - 1);
  // A range beside the axis, left by hotspots that are gone.
  if (first < 0 || last < first) return [0, bins];
  return [first, last + 1];
}

/** Undefined for the whole axis: nothing is hidden then, not even what has no time. */
export function rangeOf({ edges }: TimeAxis, [first, end]: BinWindow): TimeRange | undefined {
  const bins = edges.length - 1;
  if (first <= 0 && end >= bins) return undefined;
  return { fromMs: edges[first]!, endMs: edges[end]! };
}

/**
 * The window moved by so many bins, as wide as before and within the axis. From the whole axis one bin is taken: the
 * first on the way forward, the last on the way back.
 */
export function moveWindow(axis: TimeAxis, range: TimeRange | undefined, steps: number): TimeRange | undefined {
  const bins = axis.edges.length - 1;
  if (!range) return rangeOf(axis, steps > 0 ? [0, 1] : [bins - 1, bins]);
  const [first, end] = windowOf(axis, range);
  const moved = Math.max(-first, Math.min(bins - end, steps));
  return rangeOf(axis, [first + moved, end + moved]);
}

/** Whether the window stands at the end of the axis. */
export function isAtEnd(axis: TimeAxis, range: TimeRange | undefined): boolean {
  return range !== undefined && windowOf(axis, range)[1] >= axis.edges.length - 1;
}

/** The day or month of an instant, as it stands in the workspace's own zone. */
export function dayText({ step, offsetMs }: TimeAxis, instant: number): string {
  return new Date(instant + offsetMs).toISOString().slice(0, step === 'month' ? 7 : 10);
}

/** What the window spans, its last day included. */
export function windowText(axis: TimeAxis, [first, end]: BinWindow): string {
  const from = dayText(axis, axis.edges[first]!);
  const to = dayText(axis, axis.edges[end]! - 1);
  return from === to ? from : `${from} – ${to}`;
}
