/** By which rule, with which threshold, from which source, and how sure we are of it. */
import type { RuleId } from '../../model/findings.ts';
import type { Threshold } from '../../model/rule-pack.ts';
import { useTexts, useWorkspace } from '../app-context.tsx';
import classes from './findings.module.css';

const AREA_RULES = ['minOverlapAreaSquareMeters', 'sliverWidthMeters'] as const;
/** Thresholds that decide a rule, by their names in the rule pack. */
const THRESHOLDS_OF_RULE: { readonly [rule in RuleId]?: readonly string[] } = {
  'source-unassigned': ['coverageTolerance'],
  'source-unpatrolled': ['coverageTolerance'],
  'source-unswept': ['maxSweepingDistanceMeters', 'minPassesPerDay', 'qualifyingModes'],
  'zone-overlap': AREA_RULES,
  'zone-gap': AREA_RULES,
  'zone-escape': AREA_RULES,
  'road-unswept': ['sweptRoadGrades', 'routeMatchMeters', 'minUnsweptRoadMeters', 'stretchJoinMeters'],
  'route-overlap': ['routeMatchMeters', 'parallelRouteDegrees', 'minRouteOverlapMeters', 'stretchJoinMeters'],
  'hotspot-source': ['hotspotSourceReachMeters', 'upwindSectorDegrees', 'maxHotspotCandidates'],
};

export function RuleBasis({ rule }: { rule: RuleId }) {
  const { t, language } = useTexts();
  const rulePack = useWorkspace((state) => state.document?.rulePack);
  if (!rulePack) return null;
  const thresholds = (THRESHOLDS_OF_RULE[rule] ?? []).flatMap((name) => {
    const threshold = rulePack.thresholds[name];
    return threshold ? [{ name, threshold }] : [];
  });
  return (
    <div className={classes.section}>
      <h3>{t('app.finding.rule')}</h3>
      <p>{t(`app.ruleText.${rule}`)}</p>
      {thresholds.map(({ name, threshold }) => (
        <div key={name} style={{ marginTop: 8 }}>
          <div>
            {t('app.threshold.value', { label: t(`app.threshold.${name}`), value: formatThreshold(threshold, t) })}
            <span className={classes.muted}> · {t(`app.threshold.tag.${threshold.tag}`)}</span>
          </div>
          <div>{threshold.text[language]}</div>
          <div className={classes.muted}>
            {t('app.threshold.source')}
            {threshold.address ? (
              <a href={threshold.address} target="_blank" rel="noreferrer">
                {threshold.source}
              </a>
            ) : (
              threshold.source
            )}
            {threshold.date ? ` · ${threshold.date}` : ''}
          </div>
        </div>
      ))}
      <p className={classes.muted} style={{ marginTop: 8 }}>
        {t('app.finding.rulePack', { name: rulePack.name[language], version: rulePack.version })}
      </p>
    </div>
  );
}

function formatThreshold({ value, unit }: Threshold, t: (key: string) => string): string {
  if (typeof value === 'object')
    return value.map((item) => (unit === 'modes' ? t(`mode.${item}`) : item)).join(t('app.separator'));
  if (unit === 'fraction' && typeof value === 'number') return `${value * 100}%`;
  if (unit === 'deg') return `${value}°`;
  if (unit === 'count') return `${value}`;
  return `${value} ${unit === 'm2' ? 'm²' : unit === '1/d' ? t('app.threshold.perDay') : unit}`;
}
