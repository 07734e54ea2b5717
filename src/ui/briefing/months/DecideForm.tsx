/** Who decides about a proposal, and why; a dismissal needs its reason. */
import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { localDay } from '../../../core/local-day.ts';
import { decideNotice, type NoticeDecision } from '../../../model/notice-decision.ts';
import { useCommands, useTexts } from '../../app-context.tsx';
import classes from './months.module.css';
import type { ProposalItemProps } from './months-pane-types.ts';

interface DecideFormProps extends ProposalItemProps {
  readonly outcome: NoticeDecision['outcome'];
  readonly onClose: () => void;
}

export function DecideForm({ proposal, name, decisions, by, onBy, outcome, onClose }: DecideFormProps) {
  const { t } = useTexts();
  const { edit } = useCommands();
  const [reason, setReason] = useState('');
  const [isTried, setTried] = useState(false);
  const missing = { by: by.trim() === '', reason: outcome === 'dismissed' && reason.trim() === '' };
  const save = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (missing.by || missing.reason) return;
    const { month, list, party } = proposal;
    const why = reason.trim() === '' ? {} : { reason: reason.trim() };
    const made = { month, list, party, outcome, ...why, by: by.trim(), when: localDay(new Date()) };
    edit({
      label: { code: 'edit.notice-decided', params: { name } },
      operations: [{ op: 'decisions', decisions: decideNotice(decisions, made) }],
    });
    onClose();
  };
  return (
    <form className={classes.form} onSubmit={save} noValidate data-testid="months-decide">
      <TextInput
        size="xs"
        autoFocus
        withAsterisk={outcome === 'dismissed'}
        label={t('monthly.decide.reason')}
        value={reason}
        error={isTried && missing.reason && t('monthly.decide.reasonNeeded')}
        onChange={(event) => setReason(event.currentTarget.value)}
        data-testid="months-decide-reason"
      />
      <TextInput
        size="xs"
        withAsterisk
        label={t('monthly.decide.by')}
        value={by}
        error={isTried && missing.by && t('monthly.decide.byNeeded')}
        onChange={(event) => onBy(event.currentTarget.value)}
        data-testid="months-decide-by"
      />
      <div className={classes.line}>
        <Button size="compact-sm" type="submit" data-testid="months-decide-save">
          {t(`monthly.decide.${outcome}`)}
        </Button>
        <Button size="compact-sm" variant="default" onClick={onClose}>
          {t('app.cancel')}
        </Button>
      </div>
    </form>
  );
}
