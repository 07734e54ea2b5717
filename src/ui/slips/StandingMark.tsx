/** In a row of the list: how the finding's case stands. Nothing where it has none. */
import { useTexts } from '../app-context.tsx';
import classes from './slips.module.css';
import { useCase } from './use-case.ts';

export function StandingMark({ finding }: { finding: string }) {
  const { t } = useTexts();
  const { own, standing, overdueDays } = useCase(finding);
  if (!own || standing === 'open') return null;
  return (
    <span className={classes.mark} data-standing={standing} title={t(`returns.standing.${standing}`)}>
      {t(`returns.mark.${standing}`, { days: overdueDays })}
    </span>
  );
}
