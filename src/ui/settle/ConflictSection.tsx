/** The conflict sheet in a finding's card: how large, whose, what lies in it, who should have it, and what can be done. */
import { Button, Loader } from '@mantine/core';
import { useMemo } from 'react';
import { findAcceptance, reopenFinding } from '../../checks/settle/accept-finding.ts';
import type { ConflictSheet } from '../../checks/settle/settle-types.ts';
import { explainProblem } from '../../i18n/explain.ts';
import { formatArea, formatCount, formatLength } from '../../i18n/format.ts';
import type { Finding } from '../../model/findings.ts';
import { useCommands, useTexts, useWorkspace } from '../app-context.tsx';
import findings from '../findings/findings.module.css';
import { Contents } from './Contents.tsx';
import { FixChooser } from './FixChooser.tsx';
import { Neighbours, PartiesSideBySide } from './Parties.tsx';
import classes from './settle.module.css';
import { useAnswer } from './use-answer.ts';

export function ConflictSection({ finding }: { finding: Finding }) {
  const { t } = useTexts();
  const { conflict } = useCommands();
  const check = useWorkspace((state) => state.check);
  // Asked again after every edit: the zones of the conflict may have changed.
  const question = useMemo(() => ({ id: finding.id, check }), [finding.id, check]);
  const ask = useMemo(
    () =>
      ({ id }: { id: string }) =>
        conflict(id),
    [conflict],
  );
  const { result } = useAnswer(question, ask);
  if (!result) {
    return (
      <div className={classes.waiting} data-testid="conflict-loading">
        <Loader size="xs" /> {t('settle.loading')}
      </div>
    );
  }
  if (!result.ok) {
    return (
      <p className={classes.refusal} role="alert" data-testid="conflict-problem">
        {explainProblem(result.problem, t)}
      </p>
    );
  }
  return <Sheet finding={finding} sheet={result.value} />;
}

function Sheet({ finding, sheet }: { finding: Finding; sheet: ConflictSheet }) {
  return (
    <div className={classes.sheet} data-testid="conflict-sheet" data-finding={sheet.finding}>
      <Size sheet={sheet} />
      {sheet.rule === 'zone-gap' ? <Neighbours sheet={sheet} /> : <PartiesSideBySide sheet={sheet} />}
      <Contents inside={sheet.inside} />
      <Suggestion sheet={sheet} />
      {finding.status === 'open' ? <FixChooser sheet={sheet} finding={finding} /> : <Accepted finding={finding} />}
    </div>
  );
}

function Size({ sheet }: { sheet: ConflictSheet }) {
  const { t, language } = useTexts();
  return (
    <dl className={classes.size} data-testid="conflict-size">
      <dt>{t('settle.size.area')}</dt>
      <dd>{formatArea(sheet.areaSquareMeters, language)}</dd>
      <dt>{t('settle.size.width')}</dt>
      <dd>{formatLength(sheet.widthMeters)}</dd>
      <dt>{t('settle.size.length')}</dt>
      <dd>{formatLength(sheet.lengthMeters)}</dd>
      {sheet.parts > 1 && (
        <>
          <dt>{t('settle.size.parts')}</dt>
          <dd>{formatCount(sheet.parts)}</dd>
        </>
      )}
    </dl>
  );
}

function Suggestion({ sheet: { suggestion, parties } }: { sheet: ConflictSheet }) {
  const { t } = useTexts();
  if (!suggestion) return null;
  const party = parties.find(
    ({ zone }) => zone.layer === suggestion.zone.layer && zone.feature === suggestion.zone.feature,
  );
  const name = party?.name ?? String(suggestion.params.name ?? suggestion.zone.feature);
  return (
    <div className={findings.section} data-testid="conflict-suggestion" data-reason={suggestion.reason}>
      <h3>{t('settle.suggestion')}</h3>
      <p>
        <strong>{name}</strong>
        {party?.owner && ` · ${party.owner}`}
      </p>
      <p className={findings.muted}>
        {t('settle.suggestion.ground', { reason: t(`settle.reason.${suggestion.reason}`, suggestion.params) })}
      </p>
    </div>
  );
}

/** What was said when it was accepted, and the way back. */
function Accepted({ finding }: { finding: Finding }) {
  const { t } = useTexts();
  const { edit } = useCommands();
  const document = useWorkspace((state) => state.document);
  const busy = useWorkspace((state) => state.phase !== 'ready');
  const said = document && findAcceptance(document, finding);
  if (!document || !said) return null;
  return (
    <div className={findings.section} data-testid="accepted">
      <h3>{t(`settle.accepted.${said.kind}`)}</h3>
      <p>{said.reason ?? t('settle.accepted.noReason')}</p>
      <p className={findings.muted}>
        {[said.by && t('settle.accepted.by', { name: said.by }), said.when].filter(Boolean).join(' · ')}
      </p>
      <Button
        size="compact-sm"
        variant="default"
        mt={8}
        disabled={busy}
        onClick={() => edit(reopenFinding(document, finding))}
        data-testid="accepted-withdraw"
      >
        {t('settle.accepted.withdraw')}
      </Button>
    </div>
  );
}
