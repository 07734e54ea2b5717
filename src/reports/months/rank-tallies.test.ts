import { describe, expect, it } from 'vitest';
import type { ChangeKind } from './compare-months.ts';
import { CHANGE_KINDS } from './compare-months.ts';
import { lastOf, type Ranking, rankTallies, withAllNames } from './rank-tallies.ts';
import { type ChangeTally, emptyTally } from './tally-changes.ts';

const tally = (name: string | undefined, given: Partial<Record<ChangeKind, number>>): ChangeTally => {
  const counts = Object.fromEntries(CHANGE_KINDS.map((kind) => [kind, given[kind] ?? 0])) as Record<ChangeKind, number>;
  const stayed = counts.worse + counts.same + counts.better;
  const judged = stayed + counts.settled;
  const openNow = stayed + counts.new + counts.reopened;
  return { name, counts, openBefore: judged, openNow, settledFraction: judged ? counts.settled / judged : undefined };
};
const ranks = (tallies: readonly ChangeTally[], by: Ranking) =>
  rankTallies(tallies, by).map(({ name, rank }) => [name, rank]);

describe('a ranking', () => {
  const all = [
    tally('甲', { settled: 1, same: 2 }),
    tally('乙', { settled: 2, same: 4, reopened: 1 }),
    tally('丙', { settled: 3, same: 1, new: 5 }),
    tally('丁', { same: 7 }),
    tally(undefined, { settled: 9 }),
    emptyTally('戊'),
  ];

  it('gives equal shares one rank and leaves out the next; who had nothing to settle has none', () => {
    expect(ranks(all, 'settledFraction')).toEqual([
      ['丙', 1],
      ['甲', 2],
      ['乙', 2],
      ['丁', 4],
      [undefined, undefined],
      ['戊', undefined],
    ]);
  });

  it('by counts has the fewest first, and whoever has none', () => {
    expect(ranks(all, 'openNow')).toEqual([
      ['戊', 1],
      ['甲', 2],
      ['乙', 3],
      ['丙', 4],
      ['丁', 5],
      [undefined, undefined],
    ]);
    expect(ranks(all, 'added').map(([, rank]) => rank)).toEqual([1, 1, 1, 4, 5, undefined]);
  });

  it('knows who is last, unless all are equal', () => {
    expect(lastOf(rankTallies(all, 'settledFraction'))).toEqual(['丁']);
    const equal = [tally('甲', { settled: 1, same: 2 }), tally('乙', { settled: 2, same: 4 })];
    expect(lastOf(rankTallies(equal, 'settledFraction'))).toEqual([]);
    expect(lastOf([])).toEqual([]);
  });

  it('lists names without findings, and what has no name last', () => {
    const listed = withAllNames([tally(undefined, { new: 1 }), tally('甲', { new: 1 })], ['乙', '甲', '乙']);
    expect(listed.map(({ name, openNow }) => [name, openNow])).toEqual([
      ['甲', 1],
      ['乙', 0],
      [undefined, 1],
    ]);
  });
});
