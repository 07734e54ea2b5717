/** Proposals of commendations and notices with their reasons in numbers: a person accepts or dismisses each. */
import { useState } from 'react';
import { NOTICE_LISTS, type NoticeDecision, type NoticeList, noticeKey } from '../../../model/notice-decision.ts';
import type { MonthReport } from '../../../reports/months/month-report.ts';
import { nameParty } from '../../../reports/months/notice-tables.ts';
import { useTexts } from '../../app-context.tsx';
import draw from '../../draw/draw.module.css';
import { DecisionLine } from './DecisionLine.tsx';
import classes from './months.module.css';
import type { OpenFindings } from './months-pane-types.ts';
import { ProposalItem } from './ProposalItem.tsx';
import { useDescribe } from './use-describe.ts';

interface NoticesPartProps {
  readonly report: MonthReport;
  readonly decisions: readonly NoticeDecision[];
  readonly canEdit: boolean;
  readonly onOpen: OpenFindings;
}

export function NoticesPart({ report, decisions, canEdit, onOpen }: NoticesPartProps) {
  const { t } = useTexts();
  const describe = useDescribe();
  /** Whoever decides writes the name once. */
  const [by, setBy] = useState('');
  const { proposals, notApplied } = report.notices;
  const known = new Set(proposals.map(noticeKey));
  const left = decisions.filter((decision) => decision.month === report.after && !known.has(noticeKey(decision)));
  return (
    <section aria-label={t('months.notices')} data-testid="months-notices">
      <p className={draw.hint}>{t('monthly.notices.hint')}</p>
      {NOTICE_LISTS.map((list) => (
        <section key={list} aria-label={t(`months.list.${list}`)} data-testid={`months-notices-${list}`}>
          <ListHeading list={list} count={proposals.filter((proposal) => proposal.list === list).length} />
          {proposals
            .filter((proposal) => proposal.list === list)
            .map((proposal) => (
              <ProposalItem
                key={noticeKey(proposal)}
                proposal={proposal}
                name={nameParty(proposal.party, describe)}
                decisions={decisions}
                canEdit={canEdit}
                by={by}
                onBy={setBy}
                onOpen={onOpen}
              />
            ))}
        </section>
      ))}
      {notApplied.length > 0 && (
        <ul className={classes.rules} data-testid="months-not-applied">
          {notApplied.map(({ threshold, reason }) => (
            <li key={threshold} className={classes.muted}>
              {t('monthly.notApplied', {
                name: t(`app.threshold.${threshold}`),
                reason: t(`months.notApplied.${reason}`),
              })}
            </li>
          ))}
        </ul>
      )}
      {left.length > 0 && (
        <section aria-label={t('monthly.decidedBefore')}>
          <h3 className={classes.heading}>{t('monthly.decidedBefore')}</h3>
          {left.map((decision) => (
            <div key={noticeKey(decision)} className={classes.proposal}>
              {t(`months.list.${decision.list}`)} · {nameParty(decision.party, describe)}
              <DecisionLine
                decision={decision}
                name={nameParty(decision.party, describe)}
                decisions={decisions}
                canEdit={canEdit}
              />
            </div>
          ))}
        </section>
      )}
    </section>
  );
}

function ListHeading({ list, count }: { readonly list: NoticeList; readonly count: number }) {
  const { t } = useTexts();
  return (
    <h3 className={classes.heading}>
      {t(`months.list.${list}`)} <span className={classes.muted}>{count === 0 ? t('monthly.noProposal') : count}</span>
    </h3>
  );
}
