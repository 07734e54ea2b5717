/** One proposal: whom it is about, why in numbers, and what was decided. */
import { Button } from '@mantine/core';
import { useState } from 'react';
import { type NoticeDecision, noticeKey } from '../../../model/notice-decision.ts';
import { explainReason } from '../../../reports/months/notice-tables.ts';
import { useTexts } from '../../app-context.tsx';
import { DecideForm } from './DecideForm.tsx';
import { DecisionLine } from './DecisionLine.tsx';
import classes from './months.module.css';
import type { ProposalItemProps } from './months-pane-types.ts';

export function ProposalItem(props: ProposalItemProps) {
  const { proposal, name, decisions, canEdit, onOpen } = props;
  const { t } = useTexts();
  const [deciding, setDeciding] = useState<NoticeDecision['outcome']>();
  const key = noticeKey(proposal);
  const decision = decisions.find((one) => noticeKey(one) === key);
  return (
    <div className={classes.proposal} data-testid="months-proposal" data-outcome={decision?.outcome ?? 'none'}>
      <div className={classes.line}>
        <strong className={classes.grow}>{name}</strong>
        <span className={classes.muted}>{t(`months.party.${proposal.party.type}`)}</span>
      </div>
      <ul className={classes.reasons}>
        {proposal.reasons.map((reason) => {
          const text = explainReason(reason, t);
          return (
            <li key={reason.threshold}>
              <button
                type="button"
                className={classes.reason}
                title={t('monthly.openReason')}
                onClick={() => onOpen({ title: t('monthly.ofWhat', { name, what: text }), filter: reason.findings })}
              >
                {text}
              </button>
            </li>
          );
        })}
      </ul>
      {decision ? (
        <DecisionLine decision={decision} name={name} decisions={decisions} canEdit={canEdit} />
      ) : deciding ? (
        <DecideForm {...props} outcome={deciding} onClose={() => setDeciding(undefined)} />
      ) : (
        <div className={classes.line}>
          <Button
            size="compact-sm"
            variant="default"
            disabled={!canEdit}
            onClick={() => setDeciding('accepted')}
            data-testid="months-accept"
          >
            {t('monthly.decide.accepted')}
          </Button>
          <Button
            size="compact-sm"
            variant="default"
            disabled={!canEdit}
            onClick={() => setDeciding('dismissed')}
            data-testid="months-dismiss"
          >
            {t('monthly.decide.dismissed')}
          </Button>
        </div>
      )}
    </div>
  );
}
