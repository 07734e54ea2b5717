/** By which rule, with which threshold, from which source, and how sure we are of it. */
import type { Finding } from '../../model/findings.ts';
import { citeRule } from '../../reports/cite-rule.ts';
import { useTexts, useWorkspace } from '../app-context.tsx';
import classes from './findings.module.css';
import { SourceLine } from './SourceLine.tsx';

export function RuleBasis({ finding }: { finding: Finding }) {
  const { t, language } = useTexts();
  const pack = useWorkspace((state) => state.document?.rulePack);
  if (!pack) return null;
  const { text, thresholds, rulePack } = citeRule(finding, pack, t, language);
  return (
    <div className={classes.section}>
      <h3>{t('app.finding.rule')}</h3>
      <p>{text}</p>
      {thresholds.map((threshold) => (
        <div key={threshold.id} style={{ marginTop: 8 }}>
          <div>
            {threshold.value}
            <span className={classes.muted}> · {threshold.tag}</span>
          </div>
          <div>{threshold.text}</div>
          {threshold.appliesTo && (
            <div className={classes.muted}>
              {t('app.threshold.appliesTo')}
              {threshold.appliesTo}
            </div>
          )}
          <SourceLine of={threshold} />
        </div>
      ))}
      <p className={classes.muted} style={{ marginTop: 8 }}>
        {rulePack}
      </p>
    </div>
  );
}
