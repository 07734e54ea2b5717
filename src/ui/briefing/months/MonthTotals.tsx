/** The district's month: how many findings went which way, each number opening its findings. */
import { formatCount } from '../../../i18n/format.ts';
import type { ChangeKind } from '../../../reports/months/compare-months.ts';
import { OPEN_BEFORE, OPEN_NOW } from '../../../reports/months/list-changes.ts';
import type { MonthReport } from '../../../reports/months/month-report.ts';
import { useTexts } from '../../app-context.tsx';
import { CountButton } from './CountButton.tsx';
import { formatShare } from './format-share.ts';
import classes from './months.module.css';
import type { OpenFindings } from './months-pane-types.ts';

/** What matters first. */
const ORDER: readonly ChangeKind[] = ['new', 'reopened', 'worse', 'settled', 'same', 'better', 'excepted', 'unjudged'];

export function MonthTotals({ report, onOpen }: { readonly report: MonthReport; readonly onOpen: OpenFindings }) {
  const { t } = useTexts();
  const { openBefore, openNow, settledFraction, counts } = report.all;
  const openOf = (key: 'openBefore' | 'openNow', count: number) => {
    const title = t(`column.${key}`);
    const kinds = key === 'openNow' ? OPEN_NOW : OPEN_BEFORE;
    return (
      <span>
        {title}{' '}
        <CountButton
          count={count}
          title={title}
          onOpen={() => onOpen({ title, filter: { kinds } })}
          testId={`months-${key}`}
        />
      </span>
    );
  };
  return (
    <section aria-label={t('monthly.totals')}>
      <div className={classes.line}>
        {openOf('openBefore', openBefore)}
        <span aria-hidden>→</span>
        {openOf('openNow', openNow)}
        <span className={classes.grow} />
        <span data-testid="months-fraction">
          {t('column.settledFraction')} {formatShare(settledFraction)}
        </span>
      </div>
      <ul className={classes.kinds}>
        {ORDER.map((kind) => {
          const title = t(`months.change.${kind}`);
          return (
            <li key={kind}>
              <button
                type="button"
                className={classes.kind}
                disabled={counts[kind] === 0}
                onClick={() => onOpen({ title, filter: { kinds: [kind] } })}
                data-testid={`months-kind-${kind}`}
              >
                <strong>{formatCount(counts[kind])}</strong>
                <span>{kind === 'excepted' ? t('monthly.short.excepted') : title}</span>
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
