/** Everything under the last click, finest first: zones hide each other, here none does. */
import { useTexts, useView } from '../app-context.tsx';
import classes from '../findings/findings.module.css';
import { sameTarget, type Target, targetKey } from '../store/view-store.ts';
import { FindingLink } from './FindingLink.tsx';
import { SubjectLink } from './SubjectLink.tsx';

/** A thousand reports of one address: the keys go through all of them. */
const LISTED_AT_MOST = 100;

export function UnderPointerList() {
  const { t } = useTexts();
  const under = useView((state) => state.underPointer);
  const selection = useView((state) => state.selection);
  const isOneOfThem = under.some((target) => sameTarget(target, selection));
  if (under.length < 2 || !isOneOfThem) return null;
  return <TargetList title={t('app.under.title', { count: under.length })} targets={under} />;
}

/** What lies under a click whose first answer was something else than a feature. */
export function OtherTargets() {
  const { t } = useTexts();
  const under = useView((state) => state.underPointer);
  if (under.length === 0) return null;
  return <TargetList title={t('time.cell.others', { count: under.length })} targets={under} />;
}

function TargetList({ title, targets }: { readonly title: string; readonly targets: readonly Target[] }) {
  const { t } = useTexts();
  return (
    <div className={classes.section} data-testid="under-pointer-list">
      <h3>{title}</h3>
      {targets
        .slice(0, LISTED_AT_MOST)
        .map((target) =>
          target.type === 'feature' ? (
            <SubjectLink key={targetKey(target)} subject={target.subject} />
          ) : (
            <FindingLink key={targetKey(target)} findingId={target.id} />
          ),
        )}
      {targets.length > LISTED_AT_MOST && (
        <p className={classes.muted}>{t('app.under.more', { count: targets.length - LISTED_AT_MOST })}</p>
      )}
    </div>
  );
}
