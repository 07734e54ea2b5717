/** Proposals of a month and what was decided about them, as a table and as JSON. */
import type { Translate } from '../../i18n/translate.ts';
import { type NoticeDecision, type NoticeParty, noticeKey } from '../../model/notice-decision.ts';
import { column, type DescribeSubject, type Wording } from '../findings-table.ts';
import type { Table, TableCell } from '../table.ts';
import type { NoticeProposal, NoticeReason, Notices } from './notices.ts';

/** Reasons as sentences, each with the district's own value in brackets. */
export function explainReason({ threshold, value, limit }: NoticeReason, translate: Translate): string {
  const key = `months.reason.${threshold}`;
  if (threshold.endsWith('Fraction')) return translate(key, { valueFraction: value, limitFraction: limit });
  if (threshold.endsWith('SquareMeters')) return translate(key, { valueSquareMeters: value, limitSquareMeters: limit });
  return translate(key, { value, limit });
}

/** The name of a street or unit; of a place what the ledger calls it. */
export function nameParty(party: NoticeParty, describe: DescribeSubject): string {
  return party.type === 'feature' ? (describe(party.subject).name ?? party.subject.feature) : party.name;
}

/** One row a proposal, with the decision where there is one. `acceptedOnly`: what may go into papers. */
export function noticesTable(
  { proposals }: Pick<Notices, 'proposals'>,
  decisions: readonly NoticeDecision[],
  wording: Wording,
  acceptedOnly = false,
): Table {
  const { translate, describe } = wording;
  const decided = new Map(decisions.map((decision) => [noticeKey(decision), decision]));
  const rows = proposals.flatMap((proposal) => {
    const decision = decided.get(noticeKey(proposal));
    return acceptedOnly && decision?.outcome !== 'accepted' ? [] : [rowOf(proposal, decision, translate, describe)];
  });
  return {
    title: translate(acceptedOnly ? 'months.accepted' : 'months.notices'),
    columns: [
      'month',
      'list',
      'partyType',
      'party',
      'basis',
      'noticeDecision',
      'decidedReason',
      'decidedBy',
      'decidedOn',
    ].map((key) => column(key, 'text', translate)),
    rows,
  };
}

function rowOf(
  { month, list, party, reasons }: NoticeProposal,
  decision: NoticeDecision | undefined,
  translate: Translate,
  describe: DescribeSubject,
): TableCell[] {
  return [
    month,
    translate(`months.list.${list}`),
    translate(`months.party.${party.type}`),
    nameParty(party, describe),
    reasons.map((reason) => explainReason(reason, translate)).join(translate('report.listSeparator')),
    translate(`months.outcome.${decision?.outcome ?? 'none'}`),
    decision?.reason ?? null,
    decision?.by ?? null,
    decision?.when ?? null,
  ];
}

/** For other programs: the proposals, what could not be applied, and the decisions. */
export function noticesJson({ proposals, notApplied }: Notices, decisions: readonly NoticeDecision[]): string {
  return `${JSON.stringify({ format: 'chentu-notices', version: 1, proposals, notApplied, decisions }, null, 2)}\n`;
}
