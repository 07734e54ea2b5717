/** A feature: its fields as the ledger has them, and what the checks found about it. */
import { Button } from '@mantine/core';
import { IconFocusCentered } from '@tabler/icons-react';
import { lazy, useMemo, useState } from 'react';
import type { Subject } from '../../core/subject.ts';
import { isSourceKind } from '../../model/kinds.ts';
import { thresholdsInForce } from '../../rules/thresholds.ts';
import { useCommands, useTexts, useWorkspace } from '../app-context.tsx';
import classes from '../findings/findings.module.css';
import { findingsOf } from '../findings/findings-of.ts';
import { Lazily } from '../shell/Lazily.tsx';
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

const SourceDossier = lazy(() => import('./SourceDossier.tsx').then((module) => ({ default: module.SourceDossier })));
const HotspotSections = lazy(() =>
  import('../time/HotspotSections.tsx').then((module) => ({ default: module.HotspotSections })),
);

export function FeatureCard({ subject }: { subject: Subject }) {
  const { t, language } = useTexts();
  const { zoomToSelection } = useCommands();
  const features = useWorkspace((state) => state.features);
  const [showPhone, setShowPhone] = useState(false);
  const found = features.get(subject.layer);
  const index = found?.indexOf(subject.feature);
  const facts = useMemo(
    () => (found && index !== undefined ? listFields(found.layer.kind, found.batch, index, t, language) : []),
    [found, index, t, language],
  );
  if (!found || index === undefined) return null;
  const isSource = isSourceKind(found.layer.kind);
  // A number of somebody's is seen by whoever asks for it, not by everyone before whom the map is projected.
  const shown = facts.filter(({ name }) => name !== 'phone' || showPhone);
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
      <Lazily quiet>
        <FeatureActions subject={subject} />
      </Lazily>
      {/* Of a source, the rules tell its findings one by one. */}
      {isSource ? (
        <Lazily quiet>
          <Estimates subject={subject} />
          <SourceDossier subject={subject} showPhone={showPhone} onShowPhone={setShowPhone} />
        </Lazily>
      ) : (
        <FindingsOfFeature subject={subject} />
      )}
      <Lazily quiet>{found.layer.kind === 'hotspot' && <HotspotSections subject={subject} />}</Lazily>
      <div className={classes.section}>
        <h3>{t('app.feature.fields', { name: found.layer.title })}</h3>
        <FactList facts={shown} />
        {shown.length < facts.length && (
          <Button size="compact-xs" variant="subtle" onClick={() => setShowPhone(true)} data-testid="reveal-phone">
            {t('whatif.showPhone')}
          </Button>
        )}
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
