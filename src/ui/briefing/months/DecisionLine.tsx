/** What was decided, by whom and when; it can be taken back. */
import { Badge, Button } from '@mantine/core';
import { type NoticeDecision, withdrawNotice } from '../../../model/notice-decision.ts';
import { useCommands, useTexts } from '../../app-context.tsx';
import classes from './months.module.css';

interface DecisionLineProps {
  readonly decision: NoticeDecision;
  readonly name: string;
  readonly decisions: readonly NoticeDecision[];
  readonly canEdit: boolean;
}

export function DecisionLine({ decision, name, decisions, canEdit }: DecisionLineProps) {
  const { t } = useTexts();
  const { edit } = useCommands();
  const { outcome, reason, by, when } = decision;
  const withdraw = () => {
    const left = withdrawNotice(decisions, decision);
    edit({
      label: { code: 'edit.notice-withdrawn', params: { name } },
      operations: [{ op: 'decisions', decisions: left.length > 0 ? left : undefined }],
    });
  };
  return (
    <div className={classes.line} data-testid="months-decision">
      <Badge
        size="sm"
        variant="light"
        color={outcome === 'accepted' ? 'teal' : 'gray'}
        radius="sm"
        tt="none"
        c="var(--ct-text)"
      >
        {t(`months.outcome.${outcome}`)}
      </Badge>
      <span className={classes.grow}>{[reason, by, when].filter(Boolean).join(' · ')}</span>
      <Button size="compact-xs" variant="subtle" disabled={!canEdit} onClick={withdraw}>
        {t('monthly.withdraw')}
      </Button>
    </div>
  );
}
