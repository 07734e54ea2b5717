import { describe, expect, it } from 'vitest';
import { nationalRulePack } from '../../rules/parse-rule-pack.ts';
import { thresholdsInForce } from '../../rules/thresholds.ts';
import { CHANGE_KINDS, type ChangeKind } from './compare-months.ts';
import type { ListedChange } from './list-changes.ts';
import { type NoticeInput, proposeNotices } from './notices.ts';
import { rankTallies } from './rank-tallies.ts';
import type { ChangeTally } from './tally-changes.ts';

const tally = (name: string, given: Partial<Record<ChangeKind, number>>): ChangeTally => {
  const counts = Object.fromEntries(CHANGE_KINDS.map((kind) => [kind, given[kind] ?? 0])) as Record<ChangeKind, number>;
  const stayed = counts.worse + counts.same + counts.better;
  const judged = stayed + counts.settled;
  const openNow = stayed + counts.new + counts.reopened;
  return { name, counts, openBefore: judged, openNow, settledFraction: judged ? counts.settled / judged : undefined };
};
const rankedOf = (...streets: ChangeTally[]) => ({ street: rankTallies(streets, 'settledFraction'), owner: [] });

const change = (id: string, kind: ChangeKind, areaSquareMeters: number, street = '甲街道'): ListedChange => ({
  kind,
  street,
  owners: [],
  finding: {
    id,
    rule: 'source-unassigned',
    priority: 1,
    severity: 0.5,
    status: 'open',
    subjects: [{ layer: 'soil', feature: 'p1' }],
    at: [113.6, 34.7],
    measures: { areaSquareMeters },
    explain: { code: 'explain', params: {} },
  },
});

const propose = (more: Partial<NoticeInput>) =>
  proposeNotices({
    month: '2026-11',
    thresholds: thresholdsInForce(nationalRulePack()),
    ranked: { street: [], owner: [] },
    rankedBefore: [],
    changes: [],
    overdue: { days: new Map(), isKnown: true },
    ...more,
  });
const short = (more: Partial<NoticeInput>) =>
  propose(more).proposals.map(({ list, party, reasons }) => [
    list,
    party.type === 'feature' ? party.subject.feature : party.name,
    reasons.map(({ threshold, value, limit }) => `${threshold} ${value} ${limit}`),
  ]);

describe('proposals of a month', () => {
  it('commend from nine of ten settled on, with five at least and none re-opened', () => {
    const ranked = rankedOf(
      tally('好', { settled: 9, same: 1 }),
      tally('少', { settled: 4 }),
      tally('返', { settled: 10, reopened: 1 }),
      tally('差', { settled: 8, same: 1 }),
    );
    expect(short({ ranked })).toEqual([
      ['commend', '好', ['commendSettledFraction 0.9 0.9', 'commendMinSettled 9 5', 'commendMaxReopened 0 0']],
    ]);
  });

  it('criticise a growth by three tenths, or three re-opened; nobody who had nothing', () => {
    const ranked = rankedOf(
      tally('增', { same: 50, new: 15 }),
      tally('小', { same: 49, new: 40 }),
      tally('返', { same: 90, reopened: 3 }),
      tally('无', { new: 50 }),
      tally('缓', { same: 50, new: 14 }),
    );
    const lists = short({ ranked }).filter(([list]) => list === 'circulate');
    expect(lists).toEqual([
      ['circulate', '增', ['circulateIncreaseFraction 0.3 0.3', 'circulateMinOpenBefore 50 50']],
      ['circulate', '返', ['circulateReopened 3 3']],
    ]);
  });

  it('call in whoever is last two months in a row, and say so where too few months are kept', () => {
    const ranked = rankedOf(tally('首', { settled: 1 }), tally('末', { same: 1 }));
    expect(short({ ranked, rankedBefore: [ranked] })).toEqual([['talk', '末', ['talkLastMonths 2 2']]]);
    const other = rankedOf(tally('末', { settled: 1 }), tally('首', { same: 1 }));
    expect(short({ ranked, rankedBefore: [other] })).toEqual([]);
    expect(propose({ ranked })).toEqual({
      proposals: [],
      notApplied: [{ threshold: 'talkLastMonths', reason: 'tooFewMonths' }],
    });
  });

  it('call in for what is overdue, and supervise its place; once for several findings of one place', () => {
    const changes = [change('a', 'same', 10), change('b', 'reopened', 2000), change('c', 'settled', 10)];
    const days = new Map([
      ['a', 30],
      ['b', 14],
      ['c', 99],
    ]);
    const ranked = rankedOf(tally('甲街道', { same: 1, settled: 1 }));
    expect(short({ changes, ranked, overdue: { days, isKnown: true } })).toEqual([
      ['talk', '甲街道', ['talkOverdueDays 30 15']],
      ['supervise', 'p1', ['superviseOverdueDays 30 30', 'superviseReopenedSquareMeters 2000 2000']],
    ]);
  });

  it('say what was not judged: no deadlines, a past month', () => {
    const overdue = { days: new Map<string, number>(), isKnown: false };
    const reasons = (more: Partial<NoticeInput>) => propose(more).notApplied.map(({ reason }) => reason);
    expect(reasons({ overdue })).toEqual(['noDeadlines', 'noDeadlines', 'tooFewMonths']);
    expect(reasons({ overdue: undefined })).toEqual(['pastMonth', 'pastMonth', 'tooFewMonths']);
  });

  it('are switched off by nought', () => {
    const thresholds = { ...thresholdsInForce(nationalRulePack()) };
    const off = {
      commendSettledFraction: 0,
      circulateIncreaseFraction: 0,
      circulateReopened: 0,
      talkOverdueDays: 0,
      talkLastMonths: 0,
      superviseOverdueDays: 0,
      superviseReopenedSquareMeters: 0,
    };
    const ranked = rankedOf(tally('甲街道', { settled: 9 }), tally('乙', { same: 1, new: 9, reopened: 9 }));
    const changes = [change('b', 'reopened', 9000)];
    const days = new Map([['b', 99]]);
    expect(
      propose({ thresholds: { ...thresholds, ...off }, ranked, changes, overdue: { days, isKnown: true } }),
    ).toEqual({
      proposals: [],
      notApplied: [],
    });
  });
});
