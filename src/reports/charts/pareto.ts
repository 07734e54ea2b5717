/** Who has most of it, and what share the first ones have together. */
import { compareText } from '../../core/subject.ts';

export interface ParetoBar {
  readonly name: string;
  readonly value: number;
  /** Of all, up to and with this one: 0 to 1. */
  readonly cumulativeFraction: number;
}

export interface Pareto {
  /** Highest first; those with nothing are left out. */
  readonly bars: readonly ParetoBar[];
  readonly total: number;
}

/** Equal ones in the order of their names. Empty for a total of 0. O(n log n). */
export function buildPareto(items: readonly { readonly name: string; readonly value: number }[]): Pareto {
  const sorted = items
    .filter(({ value }) => value > 0)
    .sort((a, b) => b.value - a.value || compareText(a.name, b.name));
  const total = sorted.reduce((sum, { value }) => sum + value, 0);
  let before = 0;
  const bars = sorted.map(({ name, value }, index) => {
    before += value;
    return { name, value, cumulativeFraction: index === sorted.length - 1 ? 1 : before / total };
  });
  return { bars, total };
}
