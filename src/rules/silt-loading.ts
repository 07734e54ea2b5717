/**
 * Roads by silt loading 积尘负荷: dust under 75 µm on the driven lanes, in g/m². No limit is in force for it
 * nationwide, so that the classes are quarters of what was measured here: they rank, they do not judge.
 * Not to be compared with 以克论净, which weighs all dust of a square metre.
 */

export interface SiltClass {
  /** Lowest and highest measured value in g/m². */
  readonly from: number;
  readonly to: number;
}
export interface SiltClasses {
  /** From the least to the most dust; fewer than four where values are few or equal. */
  readonly classes: readonly SiltClass[];
  /** Index into `classes` for each value; UNMEASURED without one. */
  readonly classOf: Uint8Array;
  readonly measured: number;
}
export const UNMEASURED = 255;

const QUARTERS = 4;

/**
 * Typical silt loading by road class in the Pearl River Delta, in g/m², from motorway to class IV: for scale,
 * never as a limit. https://www.oalib.com/downloadEndnote/4340318
 */
export const TYPICAL_SILT_LOADING = { from: 0.99, to: 1.45 } as const;

/** Quarters of equal number; equal values share a class. NaN and negative values are not measured. O(n log n). */
export function classifySiltLoading(values: ArrayLike<number>): SiltClasses {
  const sorted = Array.from(values)
    .filter((value) => value >= 0)
    .sort((a, b) => a - b);
  const tops = new Set<number>();
  for (let quarter = 1; quarter <= QUARTERS; quarter++) {
    const top = sorted[Math.ceil((quarter * sorted.length) / QUARTERS) - 1];
    if (top !== undefined) tops.add(top);
  }
  const limits = [...tops];
  const classOf = Uint8Array.from(values, (value) =>
    value >= 0 ? limits.findIndex((limit) => value <= limit) : UNMEASURED,
  );
  const classes = limits.map((to, index) => {
    const before = limits[index - 1];
    return {
      from: before === undefined ? (sorted[0] as number) : (sorted.find((value) => value > before) as number),
      to,
    };
  });
  return { classes, classOf, measured: sorted.length };
}
