/** What could not be judged, and why. */
import { explainProblem } from '../../i18n/explain.ts';
import type { Unchecked } from '../../model/findings.ts';
import { useCommands, useTexts, useWorkspace } from '../app-context.tsx';
import { titleOf } from '../store/layer-features.ts';
import { VirtualEntries } from './VirtualEntries.tsx';

export function UncheckedList({ entries }: { entries: readonly Unchecked[] }) {
  const { t } = useTexts();
  const { select } = useCommands();
  const features = useWorkspace((state) => state.features);
  return (
    <VirtualEntries
      label={t('app.list.unchecked')}
      empty={t('app.unchecked.none')}
      count={entries.length}
      entryAt={(index) => {
        const { rule, subjects, problem } = entries[index] as Unchecked;
        const [subject] = subjects;
        return {
          head: `${t(`rule.${rule}`)} · ${subjects.map((one) => titleOf(features, one)).join(' × ')}`,
          body: explainProblem(problem, t),
          onClick: subject && (() => select({ type: 'feature', subject })),
        };
      }}
    />
  );
}
