/** How far the findings have come: handed out, overdue, settled; those still found apart from those that are gone. */
import { Button, UnstyledButton } from '@mantine/core';
import { IconFileImport } from '@tabler/icons-react';
import { useMemo } from 'react';
import { formatCount } from '../../i18n/format.ts';
import { tallyCases } from '../../model/case-tally.ts';
import { CASE_STANDINGS, type CaseStanding } from '../../model/cases.ts';
import { findDay } from '../../reports/slips/slip-days.ts';
import { useApp, useTexts, useWorkspace } from '../app-context.tsx';
import draw from '../draw/draw.module.css';
import classes from './slips.module.css';

export function SlipCaseSection() {
  const { t } = useTexts();
  const { view } = useApp();
  const document = useWorkspace((state) => state.document);
  const check = useWorkspace((state) => state.check);
  const tally = useMemo(
    () => check && document && tallyCases(document, check.findings, findDay(check.asOf) ?? ''),
    [document, check],
  );
  if (!tally) return null;
  const gone = Object.values(tally.gone).reduce((sum, count) => sum + count, 0);
  return (
    <section className={draw.section} aria-label={t('returns.cases')} data-testid="cases">
      <h3 className={classes.heading}>{t('returns.cases')}</h3>
      <ul className={classes.counts}>
        {CASE_STANDINGS.map((standing) => (
          <StandingLine key={standing} standing={standing} count={tally.found[standing]} />
        ))}
      </ul>
      {gone > 0 && (
        <p className={draw.hint} data-testid="cases-gone">
          {t('returns.cases.gone', { count: gone, settledCount: tally.gone.settled + tally.gone.verified })}
        </p>
      )}
      <p className={draw.hint}>{t('returns.back.hint')}</p>
      <Button
        variant="default"
        leftSection={<IconFileImport size={18} />}
        onClick={() => view.setState({ dialog: 'returns', returned: [] })}
        data-testid="returns-open"
      >
        {t('returns.back')}
      </Button>
    </section>
  );
}

/** Pressed, the list shows those alone. */
function StandingLine({ standing, count }: { standing: CaseStanding; count: number }) {
  const { t } = useTexts();
  const { view, settings } = useApp();
  const show = () => {
    view.setState({ standing, list: 'findings' });
    settings.getState().change({ findingsOpen: true });
  };
  return (
    <li>
      <UnstyledButton
        className={classes.standing}
        data-standing={standing}
        data-testid={`cases-${standing}`}
        disabled={count === 0}
        onClick={show}
        title={t('returns.cases.show')}
      >
        <span>{t(`returns.standing.${standing}`)}</span>
        <span className={standing === 'overdue' && count > 0 ? classes.overdue : undefined}>{formatCount(count)}</span>
      </UnstyledButton>
    </li>
  );
}
