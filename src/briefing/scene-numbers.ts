/**
 * The big numbers of a scene, counted from the data of now: they are right next month too. Pure; words and
 * units are put to them where they are shown. What was not judged has no number, and never a zero.
 */
import { subjectKey } from '../core/subject.ts';
import { type CheckResult, type Finding, RULE_IDS, type RuleId } from '../model/findings.ts';
import type { RoadsideSoil } from '../model/roadside-soil.ts';
import type { Scene, SceneHotspots, SceneMeasure, SceneNumberSpec, SceneRoadsideValue } from '../model/scene.ts';
import type { Scope } from '../model/scope.ts';
import { totalAreaSquareMeters } from '../model/total-area.ts';

/** What numbers are counted from. */
export interface SceneFacts {
  /** Undefined before the first check. */
  readonly check: Pick<CheckResult, 'findings' | 'summary'> | undefined;
  /** What lies in a scope, as map and lists narrow to it; undefined where its zone is gone. */
  readonly membersOf: (scope: Scope) => SceneMembers | undefined;
  /** Undefined where the layer is gone. */
  readonly layerOf: (layer: string) => SceneLayer | undefined;
  /** Which findings on hotspots the map shows while a scene shows these of them. */
  readonly hotspotsShownBy: (hotspots: SceneHotspots) => (finding: Finding) => boolean;
  /** Undefined as long as it is not measured. */
  readonly roadsideSoil: Pick<RoadsideSoil, 'pairs'> | undefined;
}

export interface SceneMembers {
  readonly hasFinding: (finding: Finding) => boolean;
  /** By layer: 1 for each feature outside. */
  readonly outside: ReadonlyMap<string, Uint8Array>;
}

export interface SceneLayer {
  readonly title: string;
  readonly featureCount: number;
  /** Of each feature, NaN where it has none; undefined as long as they are not measured. */
  readonly areasSquareMeters?: Float64Array | undefined;
}

/** Problems are told from things: 处 and 个. */
export type SceneNumberUnit = 'findings' | 'features' | 'pairs' | 'stretches' | 'squareMeters' | 'meters';

export interface SceneNumber {
  /** Tells the numbers of one scene apart; the rule's id where it stands for a rule by itself. */
  readonly key: string;
  /** Key of the words for what is counted; `params` stand in them. */
  readonly code: string;
  readonly params: { readonly [name: string]: string };
  /** The scene's own words instead. */
  readonly label?: string;
  readonly unit: SceneNumberUnit;
  /** Undefined: not judged, not measured yet, or what was counted is gone. */
  readonly value: number | undefined;
  /** Beside a number of findings that stands by itself: their ground. */
  readonly areaSquareMeters?: number;
}

/** More do not fit the wall at a size that can be read from the last row. */
const MAXIMUM_NUMBERS = 3;

/**
 * The numbers that the scene asks for, in its order; a scene that asks for none in particular has one a rule that
 * shows and was judged, those with findings first. Exceptions, joint duties and slivers are not counted; of hotspots
 * those alone that the scene shows: its month. O(findings).
 */
export function countForScene(
  scene: Pick<Scene, 'rules' | 'numbers' | 'scope' | 'hotspots'>,
  facts: SceneFacts,
): SceneNumber[] {
  const members = scene.scope && facts.membersOf(scene.scope);
  const { hotspots } = scene;
  const counting: Counting = { facts, members, isLost: scene.scope !== undefined && !members, hotspots };
  const findings = openFindings(counting);
  if (scene.numbers) return scene.numbers.map((spec) => countSpec(spec, counting, findings));
  return RULE_IDS.filter((rule) => scene.rules.includes(rule) && isJudged(facts, rule))
    .map((rule) => countRule(rule, counting, findings.get(rule) ?? []))
    .sort((a, b) => Number((b.value ?? 0) > 0) - Number((a.value ?? 0) > 0))
    .slice(0, MAXIMUM_NUMBERS);
}

/** Layers whose features must be measured before all numbers of these scenes are known. O(numbers). */
export function layersToMeasure(scenes: readonly Pick<Scene, 'numbers'>[]): string[] {
  const layers = scenes.flatMap(({ numbers = [] }) =>
    numbers.flatMap((spec) => (spec.of === 'layer' && spec.measure === 'areaSquareMeters' ? [spec.layer] : [])),
  );
  return [...new Set(layers)];
}

/** Whether a number of these scenes is counted from the soil beside unswept roads. O(numbers). */
export function needsRoadsideSoil(scenes: readonly Pick<Scene, 'numbers'>[]): boolean {
  return scenes.some(({ numbers }) => numbers?.some(({ of }) => of === 'roadsideSoil'));
}

interface Counting {
  readonly facts: SceneFacts;
  /** Undefined: the whole district. */
  readonly members: SceneMembers | undefined;
  /** The scope is gone: nothing can be counted in it. */
  readonly isLost: boolean;
  /** Undefined: all of them. */
  readonly hotspots: SceneHotspots | undefined;
}

function openFindings({ facts, members, isLost, hotspots }: Counting): Map<RuleId, Finding[]> {
  const byRule = new Map<RuleId, Finding[]>();
  if (isLost) return byRule;
  let isShown: ((finding: Finding) => boolean) | undefined;
  for (const finding of facts.check?.findings ?? []) {
    if (finding.status !== 'open' || (members && !members.hasFinding(finding))) continue;
    if (hotspots && isAboutHotspot(finding.rule)) {
      isShown ??= facts.hotspotsShownBy(hotspots);
      if (!isShown(finding)) continue;
    }
    const same = byRule.get(finding.rule);
    if (same) same.push(finding);
    else byRule.set(finding.rule, [finding]);
  }
  return byRule;
}

export const isAboutHotspot = (rule: RuleId) => rule.startsWith('hotspot-');

const isJudged = ({ check }: SceneFacts, rule: RuleId) => check?.summary.byRule[rule] !== undefined;

function countRule(rule: RuleId, counting: Counting, findings: readonly Finding[]): SceneNumber {
  const areaSquareMeters = findings.length > 0 ? wholeGroundOf(rule, counting, findings) : undefined;
  return {
    key: rule,
    code: `rule.${rule}`,
    params: {},
    unit: 'findings',
    value: counting.isLost ? undefined : findings.length,
    ...(areaSquareMeters === undefined ? {} : { areaSquareMeters }),
  };
}

function countSpec(spec: SceneNumberSpec, counting: Counting, findings: ReadonlyMap<RuleId, Finding[]>): SceneNumber {
  const label = spec.label ? { label: spec.label } : {};
  const { facts } = counting;
  if (spec.of === 'findings') {
    const { rule, measure } = spec;
    const isKnown = isJudged(facts, rule) && !counting.isLost;
    return {
      key: `findings ${rule} ${measure}`,
      code: `rule.${rule}`,
      params: {},
      ...label,
      unit: UNIT_OF_MEASURE[measure],
      value: isKnown ? measureFindings(rule, measure, counting, findings.get(rule) ?? []) : undefined,
    };
  }
  if (spec.of === 'summary') {
    const { value } = spec;
    const isCount = value === 'sources' || value === 'zones';
    const found = facts.check?.summary[value];
    // Without a boundary there is no ground of the district, and not one of 0 m².
    const isThere = isCount || (facts.check?.summary.boundaryAreaSquareMeters ?? 0) > 0;
    return {
      key: `summary ${value}`,
      code: `boards.number.${value}`,
      params: {},
      ...label,
      unit: isCount ? 'features' : 'squareMeters',
      value: isThere ? found : undefined,
    };
  }
  if (spec.of === 'roadsideSoil') {
    const { value } = spec;
    return {
      key: `roadsideSoil ${value}`,
      code: `boards.number.roadside.${value}`,
      params: {},
      ...label,
      unit: value === 'pairs' ? 'pairs' : value === 'roads' ? 'stretches' : 'squareMeters',
      value: counting.isLost ? undefined : countRoadside(value, facts, findings.get('road-unswept') ?? []),
    };
  }
  const layer = facts.layerOf(spec.layer);
  return {
    key: `layer ${spec.layer} ${spec.measure}`,
    code: 'boards.number.layer',
    params: { name: layer?.title ?? spec.layer },
    ...label,
    unit: spec.measure === 'count' ? 'features' : 'squareMeters',
    value: layer && !counting.isLost ? measureLayer(layer, spec, counting) : undefined,
  };
}

const UNIT_OF_MEASURE = {
  count: 'findings',
  areaSquareMeters: 'squareMeters',
  lengthMeters: 'meters',
} as const satisfies Record<SceneMeasure, SceneNumberUnit>;

/** Undefined where there are findings and none of them has the measure. */
function measureFindings(
  rule: RuleId,
  measure: SceneMeasure,
  counting: Counting,
  findings: readonly Finding[],
): number | undefined {
  if (measure === 'count') return findings.length;
  if (findings.length === 0) return 0;
  if (measure === 'areaSquareMeters') return groundOf(rule, counting, findings);
  return addUp(findings.map(({ measures }) => measures.lengthMeters));
}

/** The uncovered part where the rule has one, else all of it. */
function groundOf(rule: RuleId, counting: Counting, findings: readonly Finding[]): number | undefined {
  return (
    addUp(findings.map(({ measures }) => measures.uncoveredAreaSquareMeters)) ?? wholeGroundOf(rule, counting, findings)
  );
}

/**
 * As the list of findings says it. A source that fails several measures counts once; so does, in the whole district,
 * ground on which three zones overlap. In a scope the pairs are added up.
 */
function wholeGroundOf(rule: RuleId, { facts, members }: Counting, findings: readonly Finding[]): number | undefined {
  if (!findings.some(({ measures }) => measures.areaSquareMeters !== undefined)) return undefined;
  const once = rule === 'zone-overlap' && !members ? facts.check?.summary.byRule[rule]?.areaSquareMeters : undefined;
  return once ?? totalAreaSquareMeters(findings);
}

/** Of the open stretches that are counted: in a scope those in it, with all soil beside them. */
function countRoadside(value: SceneRoadsideValue, facts: SceneFacts, findings: readonly Finding[]): number | undefined {
  if (!facts.roadsideSoil || !isJudged(facts, 'road-unswept')) return undefined;
  const ids = new Set(findings.map(({ id }) => id));
  const pairs = facts.roadsideSoil.pairs.filter(({ finding }) => ids.has(finding));
  if (value === 'pairs') return pairs.length;
  if (value === 'roads') return new Set(pairs.map(({ finding }) => finding)).size;
  const patches = new Map(pairs.map(({ soil, areaSquareMeters }) => [subjectKey(soil), areaSquareMeters]));
  return pairs.length === 0 ? 0 : addUp([...patches.values()]);
}

function measureLayer(
  { featureCount, areasSquareMeters }: SceneLayer,
  { layer, measure }: Extract<SceneNumberSpec, { of: 'layer' }>,
  { members }: Counting,
): number | undefined {
  const outside = members?.outside.get(layer);
  if (measure === 'count') return outside ? outside.reduce((inside, out) => inside + 1 - out, 0) : featureCount;
  return areasSquareMeters && (addUp([...areasSquareMeters].filter((_, index) => outside?.[index] !== 1)) ?? 0);
}

/** Of those that are numbers; undefined where none is. */
function addUp(values: readonly (number | undefined)[]): number | undefined {
  const known = values.filter((value): value is number => value !== undefined && !Number.isNaN(value));
  return known.length === 0 ? undefined : known.reduce((sum, value) => sum + value, 0);
}
