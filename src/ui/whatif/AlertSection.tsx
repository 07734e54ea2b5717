/** An alert that is assumed: what must stop, be covered or be sprinkled, on the map and as a list. */
import { SegmentedControl } from '@mantine/core';
import { ALERT_COLOURS, type AlertColour, type RulePack } from '../../model/rule-pack.ts';
import { ALERT_DEMANDS, actionsFor } from '../../rules/alert-plan.ts';
import { useApp, useTexts, useView } from '../app-context.tsx';
import { AlertPlanChoice } from '../rulepack/AlertPlanSection.tsx';
import type { RuleEdit } from '../rulepack/use-rule-edit.ts';
import { changeWhatIf } from '../store/view-store.ts';
import { DemandList } from './DemandList.tsx';
import { DEMAND_COLORS } from './demand-colors.ts';
import { useAlert } from './use-alert.ts';
import classes from './whatif.module.css';

export function AlertSection({ pack, change }: { pack: RulePack; change: RuleEdit['change'] }) {
  const { t, language } = useTexts();
  const { view } = useApp();
  const colour = useView((state) => state.whatIf.alert);
  const plan = pack.alertPlan;
  const rows = useAlert(plan, colour);
  const measures = plan && colour ? plan.measures.filter(({ colours }) => colours.includes(colour)) : [];
  return (
    <section className={classes.section} aria-label={t('whatif.alert')}>
      <h3 className={classes.title}>{t('whatif.alert')}</h3>
      <SegmentedControl
        fullWidth
        aria-label={t('whatif.alert')}
        data={['none', ...ALERT_COLOURS].map((value) => ({ value, label: t(`whatif.alert.${value}`) }))}
        value={colour ?? 'none'}
        onChange={(value) => changeWhatIf(view, { alert: value === 'none' ? undefined : (value as AlertColour) })}
        data-testid="alert-colour"
      />
      <AlertPlanChoice pack={pack} change={change} />
      {plan && colour && actionsFor(plan, colour).length === 0 && (
        <p className={classes.note} role="status">
          {t('whatif.alert.unknown', { colour: t(`whatif.alert.${colour}`) })}
        </p>
      )}
      {measures.length > 0 && (
        <>
          <p className={classes.note}>{t('whatif.alert.noMarks')}</p>
          <ul className={classes.measures}>
            {measures.map(({ text }) => (
              <li key={text.en}>{text[language]}</li>
            ))}
          </ul>
          <DemandList
            title={t('whatif.alert.list', { colour: t(`whatif.alert.${colour ?? 'none'}`) })}
            demands={ALERT_DEMANDS}
            rows={rows}
            colorOf={(demand) => DEMAND_COLORS[demand]}
          />
        </>
      )}
    </section>
  );
}
