/** What the last change of the rules came to: findings before and after, by rule. Follows undo as well. */
import { useMemo } from 'react';
import { formatCount } from '../../i18n/format.ts';
import { useTexts, useWorkspace } from '../app-context.tsx';
import { countChanges, countsOf, type RuleCounts } from './count-changes.ts';
import classes from './rulepack.module.css';

export function ChangedFindings({ before }: { before: RuleCounts | undefined }) {
  const { t } = useTexts();
  const summary = useWorkspace((state) => state.check?.summary);
  const isUpdating = useWorkspace((state) => state.phase === 'updating');
  const changes = useMemo(() => (before && summary ? countChanges(before, countsOf(summary)) : []), [before, summary]);
  return (
    <div role="status" aria-live="polite" className={classes.sticky} data-testid="rule-changes">
      {before && (
        <div className={classes.changes}>
          {isUpdating ? (
            t('rulepack.changes.running')
          ) : changes.length === 0 ? (
            t('rulepack.changes.none')
          ) : (
            <>
              <strong>{t('rulepack.changes.title')}</strong>
              {changes.map(({ rule, before: from, after }) => (
                <div key={rule} className={classes.line}>
                  <span className={classes.label}>{t(`rule.${rule}`)}</span>
                  <span className={classes.value}>
                    {t('rulepack.changes.counts', { from: formatCount(from), to: formatCount(after) })}
                  </span>
                </div>
              ))}
            </>
          )}
        </div>
      )}
    </div>
  );
}
