/**
 * Which rules a workspace can be judged by, and why the others were not: a rule without its layers
 * finds nothing, and that must not read as "all is well". The same for both engines.
 */
import { type Problem, problem } from '../core/result.ts';
import type { RuleId } from '../model/findings.ts';
import { type LayerKind, SOURCE_KINDS, ZONE_KINDS } from '../model/kinds.ts';
import type { CheckInput } from './check-input.ts';
import { CONTROLLED_KINDS } from './controls.ts';

/** The rules of this version, in the order of RULE_IDS. */
export const CHECKED_RULES = [
  'source-unassigned',
  'source-unpatrolled',
  'source-unswept',
  'source-uncontrolled',
  'zone-overlap',
  'zone-gap',
  'zone-escape',
  'zone-ownerless',
  'road-unswept',
  'route-overlap',
  'hotspot-unattended',
  'hotspot-source',
] as const satisfies readonly RuleId[];
export type CheckedRule = (typeof CHECKED_RULES)[number];

/** Of each group of kinds one must be there. */
const NEEDS: Readonly<Record<CheckedRule, readonly (readonly LayerKind[])[]>> = {
  'source-unassigned': [SOURCE_KINDS, ['responsibilityZone']],
  'source-unpatrolled': [SOURCE_KINDS, ['patrolZone']],
  'source-unswept': [SOURCE_KINDS, ['sweepingRoute']],
  'source-uncontrolled': [CONTROLLED_KINDS],
  'zone-overlap': [ZONE_KINDS],
  'zone-gap': [ZONE_KINDS],
  'zone-escape': [ZONE_KINDS],
  'zone-ownerless': [ZONE_KINDS],
  'road-unswept': [['road'], ['sweepingRoute']],
  'route-overlap': [['sweepingRoute']],
  'hotspot-unattended': [['hotspot'], ZONE_KINDS],
  'hotspot-source': [['hotspot'], SOURCE_KINDS],
};

/** Undefined: judge it. `silent`: patrol rules exist only where there are patrol zones, and nothing is said otherwise. */
export function whyNotJudged(hasFeatures: HasFeatures, rule: CheckedRule): Problem | 'silent' | undefined {
  for (const kinds of NEEDS[rule]) {
    if (kinds.some(hasFeatures)) continue;
    if (kinds.length === 1 && kinds[0] === 'patrolZone') return 'silent';
    return problem('rule-lacks-layer', { rule, kinds: kinds.join(',') });
  }
  return undefined;
}

/** Whether a layer of a kind has a feature at all. */
export type HasFeatures = (kind: LayerKind) => boolean;

export function featuresIn(input: CheckInput): HasFeatures {
  return (kind) => input.layers.some((layer) => layer.kind === kind && layer.batch.geometry.count > 0);
}
