/** Everything under the last click, finest first: zones hide each other, here none does. */
import { useTexts, useView } from '../app-context.tsx';
import classes from '../findings/findings.module.css';
import { sameTarget, targetKey } from '../store/view-store.ts';
import { FindingLink } from './FindingLink.tsx';
import { SubjectLink } from './SubjectLink.tsx';

export function UnderPointerList() {
  const { t } = useTexts();
  const under = useView((state) => state.underPointer);
  const selection = useView((state) => state.selection);
  const isOneOfThem = under.some((target) => sameTarget(target, selection));
  if (under.length < 2 || !isOneOfThem) return null;
  return (
    <div className={classes.section} data-testid="under-pointer-list">
      <h3>{t('app.under.title', { count: under.length })}</h3>
      {under.map((target) =>
        target.type === 'feature' ? (
          <SubjectLink key={targetKey(target)} subject={target.subject} />
        ) : (
          <FindingLink key={targetKey(target)} findingId={target.id} />
        ),
      )}
    </div>
  );
}
