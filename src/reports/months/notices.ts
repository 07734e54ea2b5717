/**
 * Who would be commended 表彰, criticised by circular 通报, called in 约谈, and which places supervised by name 挂牌督办,
 * by the thresholds of the rule pack. Proposals with their reason in numbers and the findings behind each: a person
 * decides. Nobody prescribes the thresholds; they are the district's own. Knows no words.
 */
import { type Subject, subjectKey } from '../../core/subject.ts';
import type { NoticeList, NoticeParty } from '../../model/notice-decision.ts';
import type { Thresholds } from '../../rules/thresholds.ts';
import type { FindingChange } from './compare-months.ts';
import { type ChangeFilter, type ListedChange, OPEN_BEFORE } from './list-changes.ts';
import type { OverdueDays } from './overdue.ts';
import { lastOf, type RankedTally } from './rank-tallies.ts';

export const NOTICE_THRESHOLDS = [
  'commendSettledFraction',
  'commendMinSettled',
  'commendMaxReopened',
  'circulateIncreaseFraction',
  'circulateMinOpenBefore',
  'circulateReopened',
  'talkOverdueDays',
  'talkLastMonths',
  'superviseOverdueDays',
  'superviseReopenedSquareMeters',
] as const satisfies readonly (keyof Thresholds)[];
export type NoticeThreshold = (typeof NOTICE_THRESHOLDS)[number];

export interface NoticeReason {
  readonly threshold: NoticeThreshold;
  /** What the rule pack demands, and what was counted; both in the threshold's unit. */
  readonly limit: number;
  readonly value: number;
  readonly findings: ChangeFilter;
}

export interface NoticeProposal {
  readonly month: string;
  readonly list: NoticeList;
  readonly party: NoticeParty;
  readonly reasons: readonly NoticeReason[];
}

export interface Notices {
  /** List by list, in the order of the ranking, then of the changes. */
  readonly proposals: readonly NoticeProposal[];
  /** Thresholds that are on and could not be applied, with the reason as a text key's end. */
  readonly notApplied: readonly { readonly threshold: NoticeThreshold; readonly reason: NotApplied }[];
}
export type NotApplied = 'noDeadlines' | 'pastMonth' | 'tooFewMonths';

export interface NoticeInput {
  readonly month: string;
  readonly thresholds: Pick<Thresholds, NoticeThreshold>;
  /** By share settled. */
  readonly ranked: { readonly street: readonly RankedTally[]; readonly owner: readonly RankedTally[] };
  /** The same of the months before, the newest first. */
  readonly rankedBefore: readonly NoticeInput['ranked'][];
  readonly changes: readonly ListedChange[];
  /** Undefined: the month is past, and what was handed out then is not known. */
  readonly overdue: OverdueDays | undefined;
}

const KINDS = ['street', 'owner'] as const;
type PartyKind = (typeof KINDS)[number];

/** O(changes + tallies · log). */
export function proposeNotices(input: NoticeInput): Notices {
  const proposals = [...commend(input), ...circulate(input), ...talk(input), ...supervise(input)];
  return { proposals, notApplied: listNotApplied(input) };
}

function commend({ month, thresholds, ranked }: NoticeInput): NoticeProposal[] {
  const { commendSettledFraction, commendMinSettled, commendMaxReopened } = thresholds;
  if (commendSettledFraction === 0) return [];
  return namedTallies(ranked).flatMap(({ type, name, tally: { counts, settledFraction = 0 } }) => {
    const fits =
      settledFraction >= commendSettledFraction &&
      counts.settled >= commendMinSettled &&
      counts.reopened <= commendMaxReopened;
    if (!fits) return [];
    const settled: ChangeFilter = { kinds: ['settled'], [type]: name };
    const reopened: ChangeFilter = { kinds: ['reopened'], [type]: name };
    const reasons: NoticeReason[] = [
      reason('commendSettledFraction', commendSettledFraction, settledFraction, settled),
      reason('commendMinSettled', commendMinSettled, counts.settled, settled),
      reason('commendMaxReopened', commendMaxReopened, counts.reopened, reopened),
    ];
    return [{ month, list: 'commend', party: { type, name }, reasons }];
  });
}

function circulate({ month, thresholds, ranked }: NoticeInput): NoticeProposal[] {
  const { circulateIncreaseFraction, circulateMinOpenBefore, circulateReopened } = thresholds;
  return namedTallies(ranked).flatMap(({ type, name, tally: { counts, openBefore, openNow } }) => {
    const increase = openBefore > 0 ? (openNow - openBefore) / openBefore : 0;
    const hasGrown =
      circulateIncreaseFraction > 0 && increase >= circulateIncreaseFraction && openBefore >= circulateMinOpenBefore;
    const added: ChangeFilter = { kinds: ['reopened', 'new'], [type]: name };
    const reasons = [
      ...(hasGrown
        ? [
            reason('circulateIncreaseFraction', circulateIncreaseFraction, increase, added),
            reason('circulateMinOpenBefore', circulateMinOpenBefore, openBefore, {
              kinds: [...OPEN_BEFORE],
              [type]: name,
            }),
          ]
        : []),
      ...(circulateReopened > 0 && counts.reopened >= circulateReopened
        ? [reason('circulateReopened', circulateReopened, counts.reopened, { kinds: ['reopened'], [type]: name })]
        : []),
    ];
    return reasons.length > 0 ? [{ month, list: 'circulate', party: { type, name }, reasons }] : [];
  });
}

function talk(input: NoticeInput): NoticeProposal[] {
  const { month, thresholds, ranked } = input;
  const late = lateChanges(input, thresholds.talkOverdueDays);
  return namedTallies(ranked).flatMap(({ type, name }) => {
    const own = late.filter(({ change }) =>
      type === 'street' ? change.street === name : change.owners.includes(name),
    );
    const months = monthsLast(input, type, name);
    const isLast = thresholds.talkLastMonths > 0 && months >= thresholds.talkLastMonths;
    const reasons = [
      ...(own.length > 0 ? [lateReason('talkOverdueDays', thresholds.talkOverdueDays, own)] : []),
      ...(isLast
        ? [
            reason('talkLastMonths', thresholds.talkLastMonths, months, {
              [type]: name,
              kinds: ['worse', 'same', 'better'],
            }),
          ]
        : []),
    ];
    return reasons.length > 0 ? [{ month, list: 'talk', party: { type, name }, reasons }] : [];
  });
}

/** By place: several findings about one feature are one proposal. */
function supervise(input: NoticeInput): NoticeProposal[] {
  const { month, thresholds, changes } = input;
  const { superviseOverdueDays, superviseReopenedSquareMeters } = thresholds;
  const places = new Map<string, { subject: Subject; late: Late[]; back: FindingChange[] }>();
  const placeOf = ({ finding }: FindingChange) => {
    const subject = finding.subjects[0];
    if (!subject) return undefined;
    const { layer, feature } = subject;
    const key = subjectKey(subject);
    const place = places.get(key) ?? { subject: { layer, feature }, late: [], back: [] };
    places.set(key, place);
    return place;
  };
  for (const late of lateChanges(input, superviseOverdueDays)) placeOf(late.change)?.late.push(late);
  if (superviseReopenedSquareMeters > 0) {
    for (const change of changes) {
      const area = change.finding.measures.areaSquareMeters ?? 0;
      if (change.kind === 'reopened' && area >= superviseReopenedSquareMeters) placeOf(change)?.back.push(change);
    }
  }
  return [...places.values()].map(({ subject, late, back }) => ({
    month,
    list: 'supervise',
    party: { type: 'feature', subject },
    reasons: [
      ...(late.length > 0 ? [lateReason('superviseOverdueDays', superviseOverdueDays, late)] : []),
      ...(back.length > 0
        ? [
            reason(
              'superviseReopenedSquareMeters',
              superviseReopenedSquareMeters,
              Math.max(...back.map(({ finding }) => finding.measures.areaSquareMeters ?? 0)),
              { ids: back.map(({ finding }) => finding.id) },
            ),
          ]
        : []),
    ],
  }));
}

interface Late {
  readonly change: ListedChange;
  readonly days: number;
}

const IS_GONE: readonly string[] = ['settled', 'excepted', 'unjudged'];

/** What is still open and so many days past its deadline; none where 0 switches it off. */
function lateChanges({ changes, overdue }: NoticeInput, atLeastDays: number): Late[] {
  if (!overdue || atLeastDays === 0) return [];
  return changes.flatMap((change) => {
    const days = overdue.days.get(change.finding.id);
    return days !== undefined && days >= atLeastDays && !IS_GONE.includes(change.kind) ? [{ change, days }] : [];
  });
}

const lateReason = (threshold: NoticeThreshold, limit: number, late: readonly Late[]): NoticeReason =>
  reason(threshold, limit, Math.max(...late.map(({ days }) => days)), {
    ids: late.map(({ change }) => change.finding.id),
  });

/** How many months in a row up to this one a name was last. */
function monthsLast({ ranked, rankedBefore }: NoticeInput, type: PartyKind, name: string): number {
  const all = [ranked, ...rankedBefore];
  const other = all.findIndex((month) => !lastOf(month[type]).includes(name));
  return other < 0 ? all.length : other;
}

function listNotApplied({ thresholds, overdue, rankedBefore }: NoticeInput): Notices['notApplied'] {
  const late = (['talkOverdueDays', 'superviseOverdueDays'] as const)
    .filter((threshold) => thresholds[threshold] > 0 && !overdue?.isKnown)
    .map((threshold) => ({ threshold, reason: overdue ? 'noDeadlines' : 'pastMonth' }) as const);
  const isShort = thresholds.talkLastMonths > rankedBefore.length + 1;
  return [...late, ...(isShort ? [{ threshold: 'talkLastMonths', reason: 'tooFewMonths' } as const] : [])];
}

function namedTallies(ranked: NoticeInput['ranked']) {
  return KINDS.flatMap((type) =>
    ranked[type].flatMap((tally) => (tally.name === undefined ? [] : [{ type, name: tally.name, tally }])),
  );
}

function reason(threshold: NoticeThreshold, limit: number, value: number, findings: ChangeFilter): NoticeReason {
  return { threshold, limit, value, findings };
}
