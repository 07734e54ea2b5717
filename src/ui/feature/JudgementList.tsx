/** Each rule that judged a source: what it found, or that it holds, with the thresholds that decide. */
import { useMemo } from 'react';
import type { Surroundings } from '../../checks/around-types.ts';
import { soilClocksOf } from '../../checks/controls.ts';
import { type Judgement, judgementsOf } from '../../checks/subject-judgements.ts';
import type { Subject } from '../../core/subject.ts';
import { GeometryType } from '../../geo/geometry-column.ts';
import { explainProblem } from '../../i18n/explain.ts';
import type { Translate } from '../../i18n/translate.ts';
import { earliestInstant } from '../../model/instant.ts';
import type { LayerKind } from '../../model/kinds.ts';
import { formatThreshold, listThresholds } from '../../reports/list-thresholds.ts';
import { thresholdsInForce } from '../../rules/thresholds.ts';
import { useTexts, useWorkspace } from '../app-context.tsx';
import classes from '../findings/findings.module.css';
import { SourceLine } from '../findings/SourceLine.tsx';
import { FindingLink } from './FindingLink.tsx';

const MARKS = { finding: '✕', holds: '✓', unjudged: '–' } as const;

export interface JudgementListProps {
  readonly subject: Subject;
  readonly kind: LayerKind;
  /** Once it is known: by how much a rule holds. */
  readonly around: Surroundings | undefined;
}

export function JudgementList({ subject, kind, around }: JudgementListProps) {
  const { t } = useTexts();
  const judgements = useJudgements(subject, kind);
  if (judgements.length === 0) return null;
  return (
    <div className={classes.section}>
      <h3>{t('whatif.judged')}</h3>
      {judgements.map((judgement) => (
        <JudgementItem key={judgement.rule} judgement={judgement} kind={kind} around={around} />
      ))}
    </div>
  );
}

interface JudgementItemProps extends Omit<JudgementListProps, 'subject'> {
  readonly judgement: Judgement;
}

function JudgementItem({ judgement, kind, around }: JudgementItemProps) {
  const { t, language } = useTexts();
  const pack = useWorkspace((state) => state.document?.rulePack);
  const { rule, verdict } = judgement;
  const thresholds = pack ? listThresholds({ rule, explain: { code: '', params: { kind } }, measures: {} }, pack) : [];
  return (
    <div data-testid={`judgement-${rule}`} data-verdict={verdict}>
      <div>
        <span aria-hidden="true">{MARKS[verdict]} </span>
        {t('whatif.verdict', { name: t(`whatif.duty.${rule}`), verdict: t(`whatif.verdict.${verdict}`) })}
        {verdict === 'holds' && around && <span className={classes.muted}>{measureOf(rule, around, t)}</span>}
      </div>
      {judgement.verdict === 'finding' &&
        judgement.findings.map((finding) => <FindingLink key={finding.id} findingId={finding.id} />)}
      {judgement.verdict === 'unjudged' && judgement.problem && (
        <div className={classes.muted}>{explainProblem(judgement.problem, t)}</div>
      )}
      {judgement.verdict !== 'unjudged' && thresholds.length > 0 && (
        <details>
          <summary className={classes.summary}>{t('whatif.basis')}</summary>
          {thresholds.map((threshold) => (
            <div key={threshold.id} style={{ marginTop: 4 }}>
              {t('app.threshold.value', {
                label: t(`app.threshold.${threshold.id}`),
                value: formatThreshold(threshold, t),
              })}
              <span className={classes.muted}> · {t(`app.threshold.tag.${threshold.tag}`)}</span>
              <div className={classes.muted}>{threshold.text[language]}</div>
              <SourceLine of={threshold} />
            </div>
          ))}
        </details>
      )}
    </div>
  );
}

/** By how much a rule holds, where that is a number. */
function measureOf(rule: Judgement['rule'], { coverage, routes }: Surroundings, t: Translate): string {
  if (rule === 'source-unassigned' || rule === 'source-unpatrolled') {
    const { fraction } = coverage[rule === 'source-unassigned' ? 'responsibilityZone' : 'patrolZone'];
    return t('whatif.holds.covered', { coveredFraction: fraction });
  }
  const route = rule === 'source-unswept' ? routes.find(({ qualifies }) => qualifies) : undefined;
  return route ? t('whatif.holds.swept', { distanceMeters: route.distanceMeters }) : '';
}

function useJudgements(subject: Subject, kind: LayerKind): readonly Judgement[] {
  const check = useWorkspace((state) => state.check);
  const features = useWorkspace((state) => state.features);
  const pack = useWorkspace((state) => state.document?.rulePack);
  return useMemo(() => {
    const found = features.get(subject.layer);
    const index = found?.indexOf(subject.feature);
    if (!check || !pack || !found || index === undefined) return [];
    const { layer, batch } = found;
    const ref = { layer: { id: layer.id, kind, title: layer.title, batch }, index };
    const isUndated =
      kind === 'bareSoil' && soilClocksOf(ref, earliestInstant(check.asOf), thresholdsInForce(pack)) === 'unknown';
    const hasGeometry = batch.geometry.type[index] !== GeometryType.none;
    return judgementsOf(check, { subject, kind, hasGeometry, isUndated }, (one) =>
      [...features.values()].some(({ layer: { kind: own }, batch: { ids } }) => own === one && ids.length > 0),
    );
  }, [check, features, pack, subject, kind]);
}
