/** What an update would do to the layer that is there, by name, before it is done. */
import type { MergePlan } from '../../formats/importing/import-types.ts';
import { useTexts } from '../app-context.tsx';
import classes from './importing.module.css';

const PARTS = ['added', 'changed', 'removed', 'kept'] as const;

export function MergeList({ plan }: { readonly plan: MergePlan }) {
  const { t } = useTexts();
  return (
    <section className={classes.section} data-testid="import-merge">
      <p style={{ margin: 0 }}>{t('importing.done.counts', { ...plan.counts })}</p>
      {PARTS.filter((part) => plan.names[part].length > 0).map((part) => (
        <div key={part} style={{ marginTop: 8 }}>
          <strong>{t(`importing.merge.${part}`, { count: plan.counts[part] })}</strong>
          <div className={classes.names}>
            {plan.names[part].join('、')}
            {plan.counts[part] > plan.names[part].length && ' …'}
          </div>
        </div>
      ))}
    </section>
  );
}
