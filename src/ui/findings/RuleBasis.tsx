/** By which rule, with which threshold, from which source, and how sure we are of it. */
import type { Finding } from '../../model/findings.ts';
import { useTexts, useWorkspace } from '../app-context.tsx';
import classes from './findings.module.css';
import { formatThreshold, listThresholds } from './list-thresholds.ts';
import { SourceLine } from './SourceLine.tsx';

export function RuleBasis({ finding }: { finding: Finding }) {
  const { t, language } = useTexts();
  const rulePack = useWorkspace((state) => state.document?.rulePack);
  if (!rulePack) return null;
  return (
    <div className={classes.section}>
      <h3>{t('app.finding.rule')}</h3>
      <p>{t(`app.ruleText.${finding.rule}`)}</p>
      {listThresholds(finding, rulePack).map((threshold) => (
        <div key={threshold.id} style={{ marginTop: 8 }}>
          <div>
            {t('app.threshold.value', {
              label: t(`app.threshold.${threshold.id}`),
              value: formatThreshold(threshold, t),
            })}
            <span className={classes.muted}> · {t(`app.threshold.tag.${threshold.tag}`)}</span>
          </div>
          <div>{threshold.text[language]}</div>
          {threshold.appliesTo && (
            <div className={classes.muted}>
              {t('app.threshold.appliesTo')}
              {threshold.appliesTo[language]}
            </div>
          )}
          <SourceLine of={threshold} />
        </div>
      ))}
      <p className={classes.muted} style={{ marginTop: 8 }}>
        {t('app.finding.rulePack', { name: rulePack.name[language], version: rulePack.version })}
      </p>
    </div>
  );
}
