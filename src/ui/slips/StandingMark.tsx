/** In a row of the list: how the finding's case stands. Nothing where it is open. */
import { overdueDays, standingOf } from '../../model/cases.ts';
import type { WorkspaceCase } from '../../model/workspace.ts';
import { findDay } from '../../reports/slips/slip-days.ts';
import { useTexts, useWorkspace } from '../app-context.tsx';
import classes from './slips.module.css';

export function StandingMark({ own }: { own: WorkspaceCase }) {
  const { t } = useTexts();
  const day = findDay(useWorkspace((state) => state.check?.asOf ?? '')) ?? '';
  const standing = standingOf(own, day);
  if (standing === 'open') return null;
  return (
    <span className={classes.mark} data-standing={standing} title={t(`returns.standing.${standing}`)}>
      {t(`returns.mark.${standing}`, { days: overdueDays(own, day) })}
    </span>
  );
}
