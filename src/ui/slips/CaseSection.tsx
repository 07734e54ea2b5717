/** What became of a finding, on its card: handed out, until when, what came back, photos; and the next step. */
import { Badge, Button } from '@mantine/core';
import { IconArrowBackUp, IconCheck, IconChecks } from '@tabler/icons-react';
import { useState } from 'react';
import { assignPatch, reopenPatch, settlePatch, verifyPatch } from '../../model/case-edits.ts';
import type { Finding } from '../../model/findings.ts';
import type { Patch } from '../../model/patch.ts';
import type { WorkspaceDocument } from '../../model/workspace.ts';
import { deadlineAfter } from '../../reports/slips/slip-days.ts';
import { useApp, useCommands, useTexts, useWorkspace } from '../app-context.tsx';
import findings from '../findings/findings.module.css';
import { CasePhotos } from './CasePhotos.tsx';
import { SettleForm } from './SettleForm.tsx';
import classes from './slips.module.css';
import { type ShownCase, useCase } from './use-case.ts';

export function CaseSection({ finding }: { finding: Finding }) {
  const { t } = useTexts();
  const shown = useCase(finding.id);
  const { own, standing } = shown;
  // An exception is nobody's task.
  if (finding.status !== 'open') return null;
  return (
    <div className={`${findings.section} ${classes.case}`} data-testid="case" data-standing={standing}>
      <h3>{t('returns.case')}</h3>
      <Badge
        variant={standing === 'overdue' ? 'filled' : 'light'}
        color={standing === 'overdue' ? 'red' : 'gray'}
        radius="sm"
        tt="none"
        data-testid="case-standing"
      >
        {t(`returns.standing.${standing}`)}
      </Badge>
      {(standing === 'settled' || standing === 'verified') && <p>{t(`returns.case.still.${standing}`)}</p>}
      {own && <CaseFacts shown={shown} />}
      <CasePhotos finding={finding.id} own={own} />
      <CaseSteps finding={finding.id} shown={shown} />
    </div>
  );
}

function CaseFacts({ shown: { own, overdueDays } }: { shown: ShownCase }) {
  const { t } = useTexts();
  const lines: readonly (readonly [string, string | undefined])[] = [
    ['assignedAt', own?.assignedAt],
    ['deadline', own?.deadline],
    ['overdue', overdueDays > 0 ? t('returns.case.days', { days: overdueDays }) : undefined],
    ['settledAt', own?.settledAt],
    ['outcome', own?.outcome],
    ['verifiedAt', own?.verifiedAt],
  ];
  return (
    <dl className={findings.facts}>
      {lines.map(
        ([name, text]) =>
          text !== undefined && (
            <div key={name} style={{ display: 'contents' }}>
              <dt>{t(`returns.case.${name}`)}</dt>
              <dd className={name === 'overdue' ? classes.overdue : undefined} data-testid={`case-${name}`}>
                {text}
              </dd>
            </div>
          ),
      )}
    </dl>
  );
}

function CaseSteps({ finding, shown: { standing, day } }: { finding: string; shown: ShownCase }) {
  const { t } = useTexts();
  const { workspace, slips } = useApp();
  const { edit } = useCommands();
  const [settling, setSettling] = useState(false);
  const doc = () => workspace.getState().document;
  const change = (make: (document: WorkspaceDocument) => Patch) => {
    const document = doc();
    if (document) edit(make(document));
  };
  const isReadOnly = useWorkspace((state) => state.document === undefined);
  if (settling) {
    return (
      <SettleForm
        day={day}
        onCancel={() => setSettling(false)}
        onSettle={(settledAt, outcome) => {
          setSettling(false);
          change((document) =>
            settlePatch(document, [{ finding, settledAt, ...(outcome && { outcome }), photos: [] }]),
          );
        }}
      />
    );
  }
  const assign = () => {
    const deadline = deadlineAfter(day, slips.getState().deadlineDays);
    if (deadline) change((document) => assignPatch(document, [{ finding, deadline, assignedAt: day }]));
  };
  return (
    <div className={findings.actions}>
      {standing === 'open' && (
        <Button size="compact-sm" variant="default" disabled={isReadOnly} onClick={assign} data-testid="case-assign">
          {t('returns.case.assign', { deadline: deadlineAfter(day, slips.getState().deadlineDays) ?? '' })}
        </Button>
      )}
      {standing !== 'settled' && standing !== 'verified' && (
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconCheck size={15} />}
          onClick={() => setSettling(true)}
          data-testid="case-settle"
        >
          {t('returns.case.settle')}
        </Button>
      )}
      {standing === 'settled' && (
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconChecks size={15} />}
          onClick={() => change((document) => verifyPatch(document, finding, day))}
          data-testid="case-verify"
        >
          {t('returns.case.verify')}
        </Button>
      )}
      {(standing === 'settled' || standing === 'verified') && (
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconArrowBackUp size={15} />}
          onClick={() => change((document) => reopenPatch(document, finding))}
          data-testid="case-reopen"
        >
          {t('returns.case.reopen')}
        </Button>
      )}
    </div>
  );
}
