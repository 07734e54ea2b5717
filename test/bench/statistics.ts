/** What is printed of repeated timings. */

export interface Timing {
  readonly medianMs: number;
  /** Median distance from the median, as a fraction of it; 0 for a single run. */
  readonly deviation: number;
  readonly runs: number;
}

export function summarizeRuns(milliseconds: readonly number[]): Timing {
  const medianMs = median(milliseconds);
  const spread = median(milliseconds.map((each) => Math.abs(each - medianMs)));
  return { medianMs, deviation: medianMs > 0 ? spread / medianMs : 0, runs: milliseconds.length };
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** Linear between the two nearest ranks; NaN of nothing. */
export function quantile(values: readonly number[], fraction: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (sorted.length - 1) * fraction;
  const low = sorted[Math.floor(at)] ?? Number.NaN;
  const high = sorted[Math.ceil(at)] ?? Number.NaN;
  return low + (high - low) * (at - Math.floor(at));
}

/** The exponent k of time ~ n^k between two measurements. */
export function growthExponent(fewer: number, fewerMs: number, more: number, moreMs: number): number {
  return Math.log(moreMs / fewerMs) / Math.log(more / fewer);
}
