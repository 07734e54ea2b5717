/** The rule pack in force: every threshold with its source, to be overridden, reset, switched, loaded and saved. */
import { useMemo } from 'react';
import { useTexts, useWorkspace } from '../app-context.tsx';
import { AlertPlanSection } from './AlertPlanSection.tsx';
import { ChangedFindings } from './ChangedFindings.tsx';
import { PackHead } from './PackHead.tsx';
import classes from './rulepack.module.css';
import { ThresholdItem } from './ThresholdItem.tsx';
import { GROUP_NAMES, THRESHOLD_GROUPS } from './threshold-groups.ts';
import { useRuleEdit } from './use-rule-edit.ts';

export function RulePackPanel() {
  const { t } = useTexts();
  const pack = useWorkspace((state) => state.document?.rulePack);
  const { change, before } = useRuleEdit();
  const groups = useMemo(
    () =>
      GROUP_NAMES.map((group) => ({
        group,
        thresholds: THRESHOLD_GROUPS[group].flatMap((id) => pack?.thresholds[id] ?? []),
      })),
    [pack],
  );
  if (!pack) return null;
  return (
    <div className={classes.panel}>
      <PackHead pack={pack} change={change} />
      <ChangedFindings before={before} />
      <p className={classes.note}>{t('rulepack.external')}</p>
      {groups.map(({ group, thresholds }) => (
        <section key={group} aria-label={t(`rulepack.group.${group}`)}>
          <h3 className={classes.groupTitle}>{t(`rulepack.group.${group}`)}</h3>
          {thresholds.map((threshold) => (
            <ThresholdItem key={threshold.id} threshold={threshold} pack={pack} change={change} />
          ))}
        </section>
      ))}
      <AlertPlanSection pack={pack} change={change} />
    </div>
  );
}
