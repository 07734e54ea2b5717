/** The thresholds that a finding rests on, as the rule pack in force has them. What is not in force is not listed. */
import type { Translate } from '../i18n/translate.ts';
import type { Finding, RuleId } from '../model/findings.ts';
import type { RulePack, Threshold } from '../model/rule-pack.ts';
import { findInForce } from '../rules/thresholds.ts';

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
const CONTROLS_OF_KIND: { readonly [kind: string]: readonly string[] | undefined } = {
  bareSoil: ['bareSoilCoverHours', 'bareSoilTreatMonths'],
  constructionSite: ['sixMeasuresList'],
  industrialPark: ['parkMeasures'],
};
/** What the estimate of PM10 is computed from. */
const FACTORS_OF_KIND: { readonly [kind: string]: readonly string[] | undefined } = {
  bareSoil: ['bareSoilPm10Tonnes'],
  constructionSite: ['constructionTspTonnes', 'constructionPm10Fraction'],
};

/** In a fixed order: what decides the rule, then what the estimate of PM10 is computed from. */
export function listThresholds(
  { rule, explain, measures }: Pick<Finding, 'rule' | 'explain' | 'measures'>,
  rulePack: RulePack,
): Threshold[] {
  const kind = String(explain.params.kind);
  const own = rule === 'source-uncontrolled' ? CONTROLS_OF_KIND[kind] : THRESHOLDS_OF_RULE[rule];
  const decisive = (own ?? []).map((name) => findInForce(rulePack, name)).filter((found) => found !== undefined);
  return [...decisive, ...(measures.pm10TonnesPerYear ? listFactors(kind, rulePack) : [])];
}

/** What the estimate of a kind of source is computed from. */
export function listFactors(kind: string, rulePack: RulePack): Threshold[] {
  return (FACTORS_OF_KIND[kind] ?? [])
    .map((name) => findInForce(rulePack, name))
    .filter((found) => found !== undefined);
}

/** Where the source can be read; only an address of the web may be followed, since a pack comes from anyone. */
export function webAddressOf({ address }: Pick<Threshold, 'address'>): string | undefined {
  return address !== undefined && /^https?:\/\//.test(address) ? address : undefined;
}

/** Units that are words; the others are signs and the same in every language. */
const UNIT_WORDS = ['1/d', 'h', 'd', 'month', 'force'];

/** The value with its unit: `48 小时`, `20 m²`, `清扫、冲洗`. */
export function formatThreshold({ value, unit }: Threshold, t: Translate): string {
  if (typeof value === 'string') return t(`app.threshold.choice.${value}`);
  if (unit === 'modes' && typeof value === 'object')
    return value.map((mode) => t(`mode.${mode}`)).join(t('app.separator'));
  if (unit === 'measures' && typeof value === 'object')
    return value.map((field) => t(`field.${field}`)).join(t('app.separator'));
  if (unit === 'grades' && typeof value === 'object') return value.join(t('app.separator'));
  if (unit === 'deg') return `${value}°`;
  if (unit === 'fraction' && typeof value === 'number') return `${value * 100}%`;
  const text = typeof value === 'object' ? value.join('–') : String(value);
  if (unit === '1' || unit === 'count') return text;
  return `${text} ${UNIT_WORDS.includes(unit) ? t(`app.threshold.unit.${unit}`) : unit.replaceAll('m2', 'm²')}`;
}
