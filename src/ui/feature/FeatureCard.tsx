/** A feature: its fields as the ledger has them, and what the checks found about it. */
import { Button } from '@mantine/core';
import { IconFocusCentered } from '@tabler/icons-react';
import { lazy, Suspense, useMemo } from 'react';
import type { Subject } from '../../core/subject.ts';
import { thresholdsInForce } from '../../rules/thresholds.ts';
import { useCommands, useTexts, useWorkspace } from '../app-context.tsx';
import classes from '../findings/findings.module.css';
import { findingsOf } from '../findings/findings-of.ts';
import { titleOf } from '../store/layer-features.ts';
import { FindingLink } from './FindingLink.tsx';
import { listEstimates } from './list-estimates.ts';
import { type Fact, listFields } from './list-fields.ts';
import { UnderPointerList } from './UnderPointerList.tsx';

const MAX_FINDINGS = 20;

/** Forms are needed by those who edit: they are not part of the first load. */
const FeatureActions = lazy(() =>
  import('./FeatureActions.tsx').then((module) => ({ default: module.FeatureActions })),
);

export function FeatureCard({ subject }: { subject: Subject }) {
  const { t, language } = useTexts();
  const { zoomToSelection } = useCommands();
  const features = useWorkspace((state) => state.features);
  const found = features.get(subject.layer);
  const index = found?.indexOf(subject.feature);
  const facts = useMemo(
    () => (found && index !== undefined ? listFields(found.layer.kind, found.batch, index, t, language) : []),
    [found, index, t, language],
  );
  if (!found || index === undefined) return null;
  return (
    <div
      className={classes.detailBody}
      data-testid="feature-card"
      data-layer={subject.layer}
      data-feature={subject.feature}
    >
      <p className={classes.sentence} style={{ fontWeight: 600 }}>
        {titleOf(features, subject)}
      </p>
      <UnderPointerList />
      <Suspense fallback={null}>
        <FeatureActions subject={subject} />
      </Suspense>
      <FindingsOfFeature subject={subject} />
      <Estimates subject={subject} />
      <div className={classes.section}>
        <h3>{t('app.feature.fields', { name: found.layer.title })}</h3>
        <FactList facts={facts} />
      </div>
      <div className={classes.actions}>
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconFocusCentered size={15} />}
          onClick={zoomToSelection}
        >
          {t('app.zoomTo')}
        </Button>
      </div>
    </div>
  );
}

function FindingsOfFeature({ subject }: { subject: Subject }) {
  const { t } = useTexts();
  const check = useWorkspace((state) => state.check);
  const findings = useMemo(() => findingsOf(check, subject), [check, subject]);
  if (!check) return null;
  return (
    <div className={classes.section}>
      <h3>{t('app.feature.findings')}</h3>
      {findings.length === 0 && <p>{t('app.feature.noFindings')}</p>}
      {findings.slice(0, MAX_FINDINGS).map((finding) => (
        <FindingLink key={finding.id} findingId={finding.id} />
      ))}
      {findings.length > MAX_FINDINGS && (
        <p className={classes.muted}>{t('app.feature.moreFindings', { count: findings.length - MAX_FINDINGS })}</p>
      )}
    </div>
  );
}

/** For screening: what the source may emit, by the factors of the rule pack in force. */
function Estimates({ subject }: { subject: Subject }) {
  const { t, language } = useTexts();
  const found = useWorkspace((state) => state.features.get(subject.layer));
  const check = useWorkspace((state) => state.check);
  const rulePack = useWorkspace((state) => state.document?.rulePack);
  const estimates = useMemo(() => {
    const index = found?.indexOf(subject.feature);
    if (!found || index === undefined || !check || !rulePack) return [];
    const { layer, batch } = found;
    const findings = findingsOf(check, subject);
    const thresholds = thresholdsInForce(rulePack);
    return listEstimates({ kind: layer.kind, batch, index, findings, asOf: check.asOf, thresholds }, t, language);
  }, [found, subject, check, rulePack, t, language]);
  if (estimates.length === 0) return null;
  return (
    <div className={classes.section}>
      <h3>{t('app.feature.estimates')}</h3>
      <FactList facts={estimates} />
    </div>
  );
}

function FactList({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl className={classes.facts}>
      {facts.map(({ name, label, text }) => (
        <div key={name} style={{ display: 'contents' }}>
          <dt>{label}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
}
