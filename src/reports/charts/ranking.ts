/**
 * Ranks by one number, highest first. Equal numbers share a rank and the next one is left out (1, 2, 2, 4);
 * among them the order is that of their names.
 */
import { compareText } from '../../core/subject.ts';

export interface Ranked<T> {
  readonly rank: number;
  readonly item: T;
  readonly value: number;
}

/** O(n log n). Values that are no number come last, with no better rank than 0. */
export function rankBy<T extends { readonly name: string }>(
  items: readonly T[],
  numberOf: (item: T) => number,
): Ranked<T>[] {
  const sorted = items
    .map((item) => ({ item, value: numberOf(item) }))
    .sort((a, b) => b.value - a.value || compareText(a.item.name, b.item.name));
  let rank = 0;
  return sorted.map(({ item, value }, index) => {
    if (index === 0 || value !== sorted[index - 1]!.value) rank = index + 1;
    return { rank, item, value };
  });
}

/** What a number is divided by, so that large and small can be compared. */
export const NORMALIZATIONS = ['none', 'perSquareKilometer', 'perHundredSources'] as const;
export type Normalization = (typeof NORMALIZATIONS)[number];

export interface Base {
  readonly sources: number;
  /** Undefined where nothing of the kind has ground of its own. */
  readonly areaSquareMeters: number | undefined;
}

/** 0 where there is nothing to divide by. */
export function normalize(value: number, by: Normalization, { sources, areaSquareMeters }: Base): number {
  if (by === 'none') return value;
  const base = by === 'perHundredSources' ? sources / 100 : (areaSquareMeters ?? 0) / 1e6;
  return base > 0 ? value / base : 0;
}
