/** What must stop at the assumed force, by the rule pack in force; other places' rules to choose from. */
import { Button } from '@mantine/core';
import { useMemo } from 'react';
import { earliestInstant } from '../../model/instant.ts';
import type { RulePack } from '../../model/rule-pack.ts';
import { listWindStops } from '../../rules/alert-plan.ts';
import { listBundledRulePacks } from '../../rules/bundled-rule-packs.ts';
import { adoptThreshold } from '../../rules/rule-pack-edits.ts';
import { findInForce } from '../../rules/thresholds.ts';
import { useTexts, useView, useWorkspace } from '../app-context.tsx';
import { SourceLine } from '../findings/SourceLine.tsx';
import { inBoth, type RuleEdit } from '../rulepack/use-rule-edit.ts';
import { DemandList } from './DemandList.tsx';
import type { DemandRow } from './demand-rows.ts';
import classes from './whatif.module.css';

const RULE = 'windStopForce';

export function WindStops({ pack, change }: { pack: RulePack; change: RuleEdit['change'] }) {
  const { t, language } = useTexts();
  const force = useView((state) => state.whatIf.wind?.force);
  const threshold = findInForce(pack, RULE);
  const limit = typeof threshold?.value === 'number' ? threshold.value : undefined;
  const isReached = force !== undefined && limit !== undefined && force >= limit;
  const rows = useWindRows(isReached);
  const others = useMemo(
    () =>
      listBundledRulePacks().flatMap(({ name, thresholds }) => {
        const own = thresholds[RULE];
        return own?.tag === 'confirmed' && own.source.en !== threshold?.source.en ? [{ name, own }] : [];
      }),
    [threshold],
  );
  return (
    <section className={classes.section} aria-label={t('whatif.stops')}>
      <h3 className={classes.title}>{t('whatif.stops')}</h3>
      {threshold && limit !== undefined ? (
        <div>
          <div>
            {t('whatif.stops.rule', { limit })}
            <span className={classes.muted}> · {t(`app.threshold.tag.${threshold.tag}`)}</span>
          </div>
          {threshold.appliesTo && <div>{threshold.appliesTo[language]}</div>}
          <SourceLine of={threshold} />
          {threshold.tag === 'proposed' && <p className={classes.note}>{t('whatif.stops.noNational')}</p>}
        </div>
      ) : (
        <p className={classes.note}>{t('whatif.stops.noRule')}</p>
      )}
      {others.length > 0 && (
        <details className={classes.others}>
          <summary>{t('whatif.stops.others')}</summary>
          <div className={classes.choices}>
            {others.map(({ name, own }) => (
              <Button
                key={name.en}
                size="compact-sm"
                variant="default"
                onClick={() =>
                  change(adoptThreshold(pack, own), 'edit.rules-overridden', inBoth(`app.threshold.${RULE}`))
                }
                data-testid={`adopt-wind-${own.value}`}
              >
                {t('whatif.stops.adopt', { name: name[language], limit: own.value as number })}
              </Button>
            ))}
          </div>
        </details>
      )}
      <p className={classes.verdict} role="status" data-testid="wind-verdict">
        {force === undefined
          ? t('whatif.stops.noForce')
          : t(isReached ? 'whatif.stops.reached' : 'whatif.stops.below', { force, limit: limit ?? '—' })}
      </p>
      {isReached && <DemandList title={t('whatif.stops')} demands={['stop', 'ask']} rows={rows} />}
    </section>
  );
}

/** O(sites and truck routes), on the page: fields only. */
function useWindRows(isReached: boolean): readonly DemandRow[] {
  const features = useWorkspace((state) => state.features);
  const asOf = useWorkspace((state) => state.check?.asOf);
  return useMemo(() => {
    if (!isReached) return [];
    const instant = asOf === undefined ? Number.NaN : earliestInstant(asOf);
    return [...features.values()].flatMap(({ layer, batch }): DemandRow[] => {
      const { kind } = layer;
      if (kind !== 'constructionSite' && kind !== 'haulRoute') return [];
      const { stopped, asked } = listWindStops(kind, batch, instant);
      const rowOf = (index: number, demand: 'stop' | 'ask'): DemandRow => ({
        subject: { layer: layer.id, feature: batch.ids[index] as string },
        demands: [demand],
        measures: [],
      });
      return [...stopped.map((index) => rowOf(index, 'stop')), ...asked.map((index) => rowOf(index, 'ask'))];
    });
  }, [features, asOf, isReached]);
}
