/** A feature: its fields as the ledger has them, and what the checks found about it. */
import { Button } from '@mantine/core';
import { IconFocusCentered } from '@tabler/icons-react';
import { useMemo } from 'react';
import type { Subject } from '../../core/subject.ts';
import { formatArea, formatNumber } from '../../i18n/format.ts';
import { formatParam } from '../../i18n/format-param.ts';
import type { Language, Translate } from '../../i18n/translate.ts';
import { type FeatureBatch, type Value, valueAt } from '../../model/feature-batch.ts';
import { fieldsOfKind } from '../../model/kinds.ts';
import { useCommands, useTexts, useWorkspace } from '../app-context.tsx';
import classes from '../findings/findings.module.css';
import { findingsOf } from '../search/find-matches.ts';
import { titleOf } from '../store/layer-features.ts';
import { FindingLink } from './FindingLink.tsx';
import { UnderPointerList } from './UnderPointerList.tsx';

const MAX_FINDINGS = 20;

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
      <FindingsOfFeature subject={subject} />
      <div className={classes.section}>
        <h3>{t('app.feature.fields', { name: found.layer.title })}</h3>
        <dl className={classes.facts}>
          {facts.map(({ name, label, text }) => (
            <div key={name} style={{ display: 'contents' }}>
              <dt>{label}</dt>
              <dd>{text}</dd>
            </div>
          ))}
        </dl>
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

interface Fact {
  readonly name: string;
  readonly label: string;
  readonly text: string;
}

/** Canonical fields first, in the order of the forms; then the file's own columns under their own names. */
function listFields(
  kind: Parameters<typeof fieldsOfKind>[0],
  batch: FeatureBatch,
  index: number,
  t: Translate,
  language: Language,
): Fact[] {
  const canonical = Object.keys(fieldsOfKind(kind));
  const own = [...batch.columns.keys()].filter((name) => !canonical.includes(name) && name !== 'chentu_id');
  return [...canonical, ...own].flatMap((name) => {
    const value = valueAt(batch.columns.get(name), index);
    if (value === null || value === '') return [];
    const isCanonical = canonical.includes(name);
    const label = isCanonical ? t(`field.${name}`) : name;
    return [{ name, label, text: isCanonical ? formatField(name, value, language) : String(value) }];
  });
}

function formatField(name: string, value: Value, language: Language): string {
  if (typeof value === 'number') {
    if (name === 'areaSquareMeters') return formatArea(value, language, 'both');
    return formatNumber(value, Number.isInteger(value) ? 0 : 2);
  }
  // The six measures and their like share the names of the four states.
  const code = formatParam('state', value, language);
  if (code !== String(value)) return code;
  return formatParam(name, value, language);
}
