/** How much findings of one rule are about: their ground, their length or their number. */
import { formatArea, formatLength } from '../../i18n/format.ts';
import type { Language } from '../../i18n/language.ts';
import type { Finding, RuleId } from '../../model/findings.ts';
import { totalAreaSquareMeters } from '../../model/total-area.ts';

export type SizeName = 'uncoveredAreaSquareMeters' | 'areaSquareMeters' | 'lengthMeters' | 'count';

/** By what findings of a rule are large; rules that find places alone are counted. */
const SIZE_OF_RULE: { readonly [rule in RuleId]: SizeName } = {
  'source-unassigned': 'uncoveredAreaSquareMeters',
  'source-unpatrolled': 'uncoveredAreaSquareMeters',
  'source-unswept': 'areaSquareMeters',
  'source-uncontrolled': 'areaSquareMeters',
  'zone-overlap': 'areaSquareMeters',
  'zone-gap': 'areaSquareMeters',
  'zone-escape': 'areaSquareMeters',
  'zone-ownerless': 'count',
  'road-unswept': 'lengthMeters',
  'route-overlap': 'lengthMeters',
  'hotspot-unattended': 'count',
  'hotspot-source': 'count',
};

export const sizeNameOf = (rule: RuleId): SizeName => SIZE_OF_RULE[rule];

/** m², m or a count. A source that fails several measures has its ground counted once; what has no size adds none. O(findings). */
export function sizeOf(findings: readonly Finding[], name: SizeName): number {
  if (name === 'count') return findings.length;
  if (name === 'areaSquareMeters') return totalAreaSquareMeters(findings);
  return findings.reduce((sum, { measures }) => sum + (measures[name] ?? 0), 0);
}

export function formatSize(value: number, name: SizeName, language: Language): string {
  if (name === 'count') return String(value);
  return name === 'lengthMeters' ? formatLength(value) : formatArea(value, language, 'short');
}

/** Of one finding; undefined where it has no size: a source that is a point. */
export function formatFindingSize({ rule, measures }: Finding, language: Language): string | undefined {
  const name = sizeNameOf(rule);
  const value = name === 'count' ? undefined : (measures[name] ?? measures.areaSquareMeters ?? measures.lengthMeters);
  return value === undefined
    ? undefined
    : formatSize(value, value === measures.lengthMeters ? 'lengthMeters' : name, language);
}
