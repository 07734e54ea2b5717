/** Which place's plan says what alerts demand: chosen by the office, since no national rule does. */
import { Badge, Select } from '@mantine/core';
import { useMemo } from 'react';
import { ALERT_COLOURS, type RulePack } from '../../model/rule-pack.ts';
import { listBundledRulePacks } from '../../rules/bundled-rule-packs.ts';
import { adoptAlertPlan } from '../../rules/rule-pack-edits.ts';
import { useTexts } from '../app-context.tsx';
import { SourceLine } from '../findings/SourceLine.tsx';
import classes from './rulepack.module.css';
import type { RuleEdit } from './use-rule-edit.ts';
import { inBoth } from './use-rule-edit.ts';

interface AlertPlanProps {
  readonly pack: RulePack;
  readonly change: RuleEdit['change'];
}

export function AlertPlanSection(props: AlertPlanProps) {
  const { t, language } = useTexts();
  const { alertPlan } = props.pack;
  return (
    <section aria-label={t('rulepack.alertPlan')} className={classes.planSection}>
      <h3 className={classes.groupTitle}>{t('rulepack.alertPlan')}</h3>
      <AlertPlanChoice {...props} />
      {alertPlan?.measures.map(({ colours, action, text, timesPerDay }) => (
        <div key={`${colours.join()} ${action} ${text.en} ${timesPerDay ?? ''}`} className={classes.item}>
          <div>
            <strong>
              {ALERT_COLOURS.filter((one) => colours.includes(one))
                .map((one) => t(`whatif.alert.${one}`))
                .join(t('app.separator'))}
            </strong>
            {' · '}
            {t(`whatif.demand.${action}`)}
          </div>
          <div className={classes.text}>{text[language]}</div>
        </div>
      ))}
    </section>
  );
}

/** The choice of a plan with its source: shown with the rules and where an alert is switched on. */
export function AlertPlanChoice({ pack, change }: AlertPlanProps) {
  const { t, language } = useTexts();
  const plans = useMemo(() => listBundledRulePacks().flatMap(({ alertPlan }) => alertPlan ?? []), []);
  const plan = pack.alertPlan;
  const known = plan && plans.find(({ name }) => name.en === plan.name.en);
  const choose = (name: string | null) => {
    const chosen = plans.find((one) => one.name.en === name);
    if (chosen === known && plan !== undefined) return;
    const title = chosen ? { 'zh-CN': chosen.name['zh-CN'], en: chosen.name.en } : inBoth('rulepack.alertPlan.none');
    change(adoptAlertPlan(pack, chosen), 'edit.rules-plan', title);
  };
  const data = [
    ...plans.map(({ name }) => ({ value: name.en, label: name[language] })),
    ...(plan && !known ? [{ value: plan.name.en, label: plan.name[language] }] : []),
  ];
  return (
    <div className={classes.head}>
      <Select
        label={t('rulepack.alertPlan.choose')}
        data={data}
        value={plan?.name.en ?? null}
        placeholder={t('rulepack.alertPlan.none')}
        onChange={choose}
        clearable
        clearButtonProps={{ 'aria-label': t('app.clear') }}
        data-testid="alert-plan"
      />
      {plan ? (
        <div>
          {plan.appliesTo && (
            <div className={classes.muted}>
              {t('app.threshold.appliesTo')}
              {plan.appliesTo[language]}
            </div>
          )}
          <SourceLine of={plan} />
          <Badge
            size="sm"
            variant="light"
            color={plan.tag === 'confirmed' ? 'teal' : 'gray'}
            radius="sm"
            tt="none"
            c="var(--ct-text)"
          >
            {t(`app.threshold.tag.${plan.tag}`)}
          </Badge>
        </div>
      ) : (
        <p className={classes.note}>{t('rulepack.alertPlan.hint')}</p>
      )}
    </div>
  );
}
