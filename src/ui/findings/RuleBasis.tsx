/** By which rule, with which threshold, from which source, and how sure we are of it. */
import type { Finding } from '../../model/findings.ts';
import type { Threshold } from '../../model/rule-pack.ts';
import { formatThreshold, listThresholds, webAddressOf } from '../../reports/list-thresholds.ts';
import { useTexts, useWorkspace } from '../app-context.tsx';
import classes from './findings.module.css';

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
          <Source threshold={threshold} />
        </div>
      ))}
      <p className={classes.muted} style={{ marginTop: 8 }}>
        {t('app.finding.rulePack', { name: rulePack.name[language], version: rulePack.version })}
      </p>
    </div>
  );
}

function Source({ threshold }: { threshold: Threshold }) {
  const { t, language } = useTexts();
  const { source, date } = threshold;
  const address = webAddressOf(threshold);
  const text = source[language] || t('app.threshold.noSource');
  return (
    <div className={classes.muted}>
      {t('app.threshold.source')}
      {address ? (
        <a href={address} target="_blank" rel="noreferrer">
          {text}
        </a>
      ) : (
        text
      )}
      {date ? ` · ${date}` : ''}
    </div>
  );
}
