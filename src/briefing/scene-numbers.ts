/**
 * The big numbers of a scene, counted from the findings of now: they are right next month too.
 * Pure; words and units are put to them where they are shown.
 */
import { type Finding, RULE_IDS, type RuleId } from '../model/findings.ts';
import type { Scene } from '../model/scene.ts';

export interface SceneNumber {
  readonly rule: RuleId;
  readonly count: number;
  /** Ground concerned, all findings added; absent where the rule has no area. */
  readonly areaSquareMeters?: number;
}

/** More do not fit the wall at a size that can be read from the last row. */
const MAXIMUM_NUMBERS = 3;

/**
 * One number a rule that the scene shows, in the order of the rules, those with findings first.
 * Exceptions and joint duties are not counted. O(findings).
 *
 * @param findings those in the scene's scope
 */
export function countForScene(scene: Pick<Scene, 'rules'>, findings: Iterable<Finding>): SceneNumber[] {
  const shown = new Set<string>(scene.rules);
  const totals = new Map<RuleId, { count: number; area: number; hasArea: boolean }>();
  for (const rule of RULE_IDS) if (shown.has(rule)) totals.set(rule, { count: 0, area: 0, hasArea: false });
  for (const finding of findings) {
    const total = finding.status === 'open' ? totals.get(finding.rule) : undefined;
    if (!total) continue;
    total.count++;
    const area = finding.measures.uncoveredAreaSquareMeters ?? finding.measures.areaSquareMeters;
    if (area === undefined) continue;
    total.area += area;
    total.hasArea = true;
  }
  return [...totals]
    .map(([rule, { count, area, hasArea }]) => (hasArea ? { rule, count, areaSquareMeters: area } : { rule, count }))
    .sort((a, b) => Number(b.count > 0) - Number(a.count > 0))
    .slice(0, MAXIMUM_NUMBERS);
}
