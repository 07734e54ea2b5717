/**
 * Streets or units in the order of one number. Equal numbers share a rank and the next is left out (1, 2, 2, 4), so that
 * nobody is placed before another by chance; who has nothing to be judged by has no rank. Knows no words.
 */
import type { ChangeTally } from './tally-changes.ts';
import { emptyTally } from './tally-changes.ts';

export const RANKINGS = ['settledFraction', 'added', 'openNow'] as const;
/** `added`: new and back again. */
export type Ranking = (typeof RANKINGS)[number];

export interface RankedTally extends ChangeTally {
  /** 1 is the best; absent for what has no name, and by share for whoever had nothing to settle. */
  readonly rank?: number;
}

/** Those without a rank last, in the order given. O(n log n). */
export function rankTallies(tallies: readonly ChangeTally[], by: Ranking): RankedTally[] {
  const ranked = tallies.filter((tally) => hasRank(tally, by)).sort((a, b) => compare(a, b, by));
  let rank = 0;
  const withRanks = ranked.map((tally, index): RankedTally => {
    const before = ranked[index - 1];
    if (!before || compare(before, tally, by) !== 0) rank = index + 1;
    return { ...tally, rank };
  });
  return [...withRanks, ...tallies.filter((tally) => !hasRank(tally, by))];
}

/** Names without any finding are there too, with nothing counted: a street that is clean is not one that was forgotten. */
export function withAllNames(tallies: readonly ChangeTally[], names: readonly string[]): ChangeTally[] {
  const known = new Set(tallies.map(({ name }) => name));
  const missing = [...new Set(names)].filter((name) => !known.has(name)).map(emptyTally);
  const named = tallies.filter(({ name }) => name !== undefined);
  return [...named, ...missing, ...tallies.filter(({ name }) => name === undefined)];
}

/** Who is last: all of the largest rank. Nobody where fewer than two are ranked, or all are equal. */
export function lastOf(ranked: readonly RankedTally[]): string[] {
  const worst = Math.max(0, ...ranked.map(({ rank = 0 }) => rank));
  return worst < 2 ? [] : ranked.flatMap(({ rank, name }) => (rank === worst && name !== undefined ? [name] : []));
}

const hasRank = ({ name, settledFraction }: ChangeTally, by: Ranking) =>
  name !== undefined && (by !== 'settledFraction' || settledFraction !== undefined);

/** In whole numbers, so that 1 of 3 and 2 of 6 are equal. */
function compare(a: ChangeTally, b: ChangeTally, by: Ranking): number {
  if (by === 'settledFraction') return b.counts.settled * judgedOf(a) - a.counts.settled * judgedOf(b);
  return by === 'openNow' ? a.openNow - b.openNow : addedOf(a) - addedOf(b);
}

const judgedOf = ({ counts }: ChangeTally) => counts.settled + counts.worse + counts.same + counts.better;
export const addedOf = ({ counts }: Pick<ChangeTally, 'counts'>): number => counts.new + counts.reopened;
