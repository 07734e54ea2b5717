/** What can be chosen as a big number of a scene: only what has a meaning for its rule or its kind of layer. Pure. */
import { RULE_IDS, type RuleId } from '../model/findings.ts';
import type { LayerKind } from '../model/kinds.ts';
import { SCENE_ROADSIDE_VALUES, SCENE_SUMMARY_VALUES, type SceneNumberSpec } from '../model/scene.ts';

/** Findings about ground; the area of a source is its uncovered part. */
const AREA_RULES: ReadonlySet<RuleId> = new Set<RuleId>([
  'source-unassigned',
  'source-unpatrolled',
  'source-unswept',
  'source-uncontrolled',
  'zone-overlap',
  'zone-gap',
  'zone-escape',
]);
const LENGTH_RULES: ReadonlySet<RuleId> = new Set<RuleId>(['road-unswept', 'route-overlap']);
const AREA_KINDS: ReadonlySet<LayerKind> = new Set<LayerKind>([
  'bareSoil',
  'constructionSite',
  'industrialPark',
  'stockpile',
  'responsibilityZone',
  'patrolZone',
]);

export interface NumberChoices {
  readonly findings: readonly SceneNumberSpec[];
  readonly layers: readonly SceneNumberSpec[];
  readonly summary: readonly SceneNumberSpec[];
}

export function listNumberChoices(layers: readonly { readonly id: string; readonly kind: LayerKind }[]): NumberChoices {
  return {
    findings: [
      ...RULE_IDS.flatMap((rule): SceneNumberSpec[] => [
        { of: 'findings', rule, measure: 'count' },
        ...(AREA_RULES.has(rule) ? [{ of: 'findings', rule, measure: 'areaSquareMeters' } as const] : []),
        ...(LENGTH_RULES.has(rule) ? [{ of: 'findings', rule, measure: 'lengthMeters' } as const] : []),
      ]),
      ...SCENE_ROADSIDE_VALUES.map((value) => ({ of: 'roadsideSoil', value }) as const),
    ],
    layers: layers.flatMap(({ id, kind }): SceneNumberSpec[] => [
      { of: 'layer', layer: id, measure: 'count' },
      ...(AREA_KINDS.has(kind) ? [{ of: 'layer', layer: id, measure: 'areaSquareMeters' } as const] : []),
    ]),
    summary: SCENE_SUMMARY_VALUES.map((value) => ({ of: 'summary', value })),
  };
}

/** One text for what is counted, whatever the label: equal for equal numbers. */
export function numberKey(number: SceneNumberSpec): string {
  if (number.of === 'findings') return `findings/${number.rule}/${number.measure}`;
  if (number.of === 'layer') return `layer/${number.layer}/${number.measure}`;
  return `${number.of}/${number.value}`;
}
