/** How it was counted, beside what was counted: a ranking without it does not survive a challenge. */
import { listCountingRules } from '../../../reports/months/change-tables.ts';
import type { MonthReport } from '../../../reports/months/month-report.ts';
import { useTexts } from '../../app-context.tsx';
import classes from './months.module.css';

export function CountingRules({ report }: { readonly report: MonthReport }) {
  const { t } = useTexts();
  const [, ...rules] = listCountingRules(report.compared, t);
  return (
    <details open data-testid="months-counting">
      <summary className={classes.summary}>{t('months.counting')}</summary>
      <ol className={classes.rules}>
        {report.isNow && report.uncheckedCount > 0 && (
          <li>{t('monthly.unchecked', { count: report.uncheckedCount })}</li>
        )}
        {rules.map((rule) => (
          <li key={rule}>{rule}</li>
        ))}
      </ol>
    </details>
  );
}
