/**
 * What a person decided about a proposal of a month: to commend 表彰, to circulate a notice of criticism 通报, to call in
 * for a talk 约谈, to supervise a case by name 挂牌督办. Proposals come from the rule pack; nothing is said before somebody
 * decided it.
 */
import { type Subject, subjectKey } from '../core/subject.ts';

export const NOTICE_LISTS = ['commend', 'circulate', 'talk', 'supervise'] as const;
export type NoticeList = (typeof NOTICE_LISTS)[number];

/** Whom or what it is about. */
export type NoticeParty =
  | { readonly type: 'street' | 'owner'; readonly name: string }
  | { readonly type: 'feature'; readonly subject: Subject };

export const NOTICE_OUTCOMES = ['accepted', 'dismissed'] as const;

export interface NoticeDecision {
  /** `2026-11`. */
  readonly month: string;
  readonly list: NoticeList;
  readonly party: NoticeParty;
  readonly outcome: (typeof NOTICE_OUTCOMES)[number];
  /** Why, in the words of whoever decided. */
  readonly reason?: string;
  /** Who decided. A name: personal data. */
  readonly by?: string;
  /** An ISO day. */
  readonly when?: string;
}

/** What a decision answers: the same text for the same proposal. */
export function noticeKey({ month, list, party }: Pick<NoticeDecision, 'month' | 'list' | 'party'>): string {
  return `${month} ${list} ${party.type === 'feature' ? subjectKey(party.subject) : `${party.type} ${party.name}`}`;
}

/** The decisions with one more: a later one takes an earlier one's place. O(decisions). */
export function decideNotice(decisions: readonly NoticeDecision[], made: NoticeDecision): NoticeDecision[] {
  return [...withdrawNotice(decisions, made), made];
}

/** The decisions without the one about a proposal. O(decisions). */
export function withdrawNotice(
  decisions: readonly NoticeDecision[],
  of: Pick<NoticeDecision, 'month' | 'list' | 'party'>,
): NoticeDecision[] {
  const key = noticeKey(of);
  return decisions.filter((decision) => noticeKey(decision) !== key);
}
