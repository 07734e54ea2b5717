/** Joint duty or an exception, with its reason, who approved it and when. */
import { Button, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { acceptFinding } from '../../checks/settle/accept-finding.ts';
import { localDay } from '../../core/local-day.ts';
import type { Finding } from '../../model/findings.ts';
import type { WorkspaceException } from '../../model/workspace.ts';
import { useCommands, useTexts, useWorkspace } from '../app-context.tsx';
import findings from '../findings/findings.module.css';
import classes from './settle.module.css';

export function AcceptForm({ kind, finding }: { kind: WorkspaceException['kind']; finding: Finding }) {
  const { t } = useTexts();
  const { edit } = useCommands();
  const document = useWorkspace((state) => state.document);
  const busy = useWorkspace((state) => state.phase !== 'ready');
  const [reason, setReason] = useState('');
  const [by, setBy] = useState('');
  const [when, setWhen] = useState(() => localDay(new Date()));
  const [missing, setMissing] = useState(false);
  const commit = () => {
    if (!document) return;
    if (reason.trim() === '') setMissing(true);
    else edit(acceptFinding(document, finding, { kind, reason, by, when }));
  };
  return (
    <form
      className={classes.fix}
      onSubmit={(event) => {
        event.preventDefault();
        commit();
      }}
      data-testid="accept-form"
    >
      <p className={findings.muted}>{t(`settle.accept.hint.${kind}`)}</p>
      <Textarea
        size="xs"
        autosize
        minRows={2}
        maxRows={5}
        withAsterisk
        label={t('settle.accept.reason')}
        value={reason}
        error={missing && reason.trim() === '' && t('settle.accept.reasonNeeded')}
        onChange={(event) => setReason(event.currentTarget.value)}
        data-testid="accept-reason"
      />
      <div className={classes.pair}>
        <TextInput
          size="xs"
          label={t('settle.accept.by')}
          value={by}
          onChange={(event) => setBy(event.currentTarget.value)}
          data-testid="accept-by"
        />
        <TextInput
          size="xs"
          type="date"
          label={t('settle.accept.when')}
          value={when}
          onChange={(event) => setWhen(event.currentTarget.value)}
          data-testid="accept-when"
        />
      </div>
      <div className={findings.actions}>
        <Button size="compact-sm" type="submit" disabled={busy} data-testid="fix-commit">
          {t(`settle.accept.commit.${kind}`)}
        </Button>
      </div>
    </form>
  );
}
