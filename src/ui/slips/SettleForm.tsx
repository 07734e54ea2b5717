/** When and how a finding was settled, as somebody reports it. */
import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTexts } from '../app-context.tsx';
import findings from '../findings/findings.module.css';
import classes from './slips.module.css';

interface SettleFormProps {
  /** Proposed: the day of the check. */
  readonly day: string;
  readonly onSettle: (settledAt: string, outcome: string) => void;
  readonly onCancel: () => void;
}

export function SettleForm({ day, onSettle, onCancel }: SettleFormProps) {
  const { t } = useTexts();
  const [date, setDate] = useState(day);
  const [outcome, setOutcome] = useState('');
  return (
    <form
      className={classes.settle}
      onSubmit={(event) => {
        event.preventDefault();
        onSettle(date, outcome.trim());
      }}
    >
      <TextInput
        size="xs"
        type="date"
        required
        label={t('returns.case.settledAt')}
        value={date}
        onChange={(event) => setDate(event.currentTarget.value)}
        data-testid="settle-date"
      />
      <TextInput
        size="xs"
        label={t('returns.case.outcome')}
        placeholder={t('returns.case.outcomeHint')}
        value={outcome}
        onChange={(event) => setOutcome(event.currentTarget.value)}
        data-autofocus
        data-testid="settle-outcome"
      />
      <div className={findings.actions}>
        <Button size="compact-sm" type="submit" data-testid="settle-save">
          {t('returns.case.save')}
        </Button>
        <Button size="compact-sm" variant="default" onClick={onCancel}>
          {t('app.cancel')}
        </Button>
      </div>
    </form>
  );
}
