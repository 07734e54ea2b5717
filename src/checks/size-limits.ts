/** Comparing a measure with a threshold: what reaches it but for rounding reaches it. */

/** Square metres and metres alike: far below the millimetre grid, far above floating-point noise. */
export const REACHED_SLACK = 1e-6;

export function isBelow(measured: number, threshold: number): boolean {
  return measured < threshold - REACHED_SLACK;
}
