/**
 * A ready story 一键汇报 of any workspace: scenes like any other, to be edited, from the rules that were judged and
 * the layers that are there. Pure and deterministic; what a part lacks leaves it out, and nothing is made up. Titles
 * and captions carry no numbers: those are bound to the data.
 */
import type { CheckResult, RuleId } from '../../model/findings.ts';
import type { Patch } from '../../model/patch.ts';
import type { Scene } from '../../model/scene.ts';
import type { WorkspaceDocument } from '../../model/workspace.ts';
import { nextSceneId } from '../scene-edits.ts';
import { frameGround, type Ground } from './frame-ground.ts';
import { districtGround, groundOfFindings } from './story-ground.ts';
import { type PartPlan, planParts, type StoryPart, type WhyLeftOut } from './story-parts.ts';

/** What the caller knows besides document and check. */
export interface StoryFacts {
  /** By what the district is divided: without streets nothing is told by street. */
  readonly streets: number;
  /** The workspace keeps findings of an earlier month. */
  readonly hasMonthBefore: boolean;
  /** Findings of road-unswept with uncovered bare soil beside them, by id; undefined where nobody could measure it. */
  readonly roadsideFindings: ReadonlySet<string> | undefined;
}

export interface Story {
  readonly scenes: readonly Scene[];
  readonly left: readonly { readonly part: StoryPart; readonly why: WhyLeftOut }[];
}

type Words = (key: string) => string;
type Judged = Pick<CheckResult, 'findings' | 'summary'>;

/** Rules on sources, the one with most to do first. */
const WORST_RULES = ['source-uncontrolled', 'source-unassigned', 'source-unpatrolled', 'source-unswept'] as const;

/** No scenes for a workspace without any position. O(findings + positions). */
export function buildStory(document: WorkspaceDocument, check: Judged, facts: StoryFacts, words: Words): Story {
  const district = districtGround(document);
  if (!district) return { scenes: [], left: [] };
  const open = countOpen(check);
  const worst = WORST_RULES.find((rule) => (open.get(rule) ?? 0) > 0) ?? WORST_RULES[0];
  const scenes: Scene[] = [];
  const left: { part: StoryPart; why: WhyLeftOut }[] = [];
  for (const plan of planParts(worst)) {
    const why = whyLeftOut(plan, document, check, open, facts);
    if (why) left.push({ part: plan.part, why });
    else {
      const made = sceneOf(plan, { document, check, district, facts, words });
      scenes.push({ ...made, id: nextSceneId([...document.scenes, ...scenes]) });
    }
  }
  return { scenes, left };
}

/** Appends a story to the scenes, in one step of the history. */
export function addStory({ scenes }: Pick<WorkspaceDocument, 'scenes'>, story: Story): Patch {
  return {
    label: { code: 'edit.story-added', params: { count: story.scenes.length } },
    operations: [{ op: 'scenes', scenes: [...scenes, ...story.scenes] }],
  };
}

function countOpen({ findings }: Judged): Map<RuleId, number> {
  const counts = new Map<RuleId, number>();
  for (const { rule, status } of findings) if (status === 'open') counts.set(rule, (counts.get(rule) ?? 0) + 1);
  return counts;
}

function whyLeftOut(
  { needs, needsKinds = [], needsMore }: PartPlan,
  { layers, cases = [] }: WorkspaceDocument,
  { summary, findings }: Judged,
  open: ReadonlyMap<RuleId, number>,
  { streets, hasMonthBefore, roadsideFindings }: StoryFacts,
): WhyLeftOut | undefined {
  if (!needsKinds.every((kind) => layers.some((layer) => layer.kind === kind && layer.base.ids.length > 0)))
    return 'noLayer';
  if (needs && !needs.some((rule) => summary.byRule[rule])) return 'notJudged';
  if (needs && !needs.some((rule) => (open.get(rule) ?? 0) > 0)) return 'nothing';
  if (needsMore === 'roadsideSoil' && !roadsideFindings) return 'notJudged';
  if (needsMore === 'roadsideSoil' && roadsideFindings?.size === 0) return 'noRoadsideSoil';
  if (needsMore === 'streets' && streets < 2) return 'noStreets';
  if (needsMore === 'owners' && !hasOwners(layers)) return 'noOwners';
  if ((needsMore === 'streets' || needsMore === 'owners') && findings.length === 0) return 'nothing';
  if (needsMore === 'month' && !hasMonthBefore) return 'noMonth';
  if (needsMore === 'cases' && !cases.some(({ status }) => status !== 'open')) return 'noCases';
  return undefined;
}

const hasOwners = (layers: WorkspaceDocument['layers']) =>
  layers.some(({ base }) => base.columns.has('owner') || base.columns.has('operator'));

interface Making {
  readonly document: WorkspaceDocument;
  readonly check: Judged;
  readonly district: Ground;
  readonly facts: StoryFacts;
  readonly words: Words;
}

function sceneOf(plan: PartPlan, { document, check, district, facts, words }: Making): Omit<Scene, 'id'> {
  const { part, kinds, numbers, board, isNear, hotspots, narrowed } = plan;
  const rules = plan.rules.filter((rule) => check.summary.byRule[rule]);
  const shown = check.findings.filter(isOpenOf(rules));
  const found = groundOfFindings(narrowed ? shown.filter(({ id }) => facts.roadsideFindings?.has(id)) : shown);
  // By street means nothing where nothing divides the district.
  const usable = board?.type === 'byStreet' && facts.streets === 0 ? undefined : board;
  return {
    title: words(`boards.story.${part}.title`),
    caption: words(`boards.story.${part}.caption`),
    notes: words(`boards.story.${part}.notes`),
    group: words('boards.story.group'),
    camera: frameGround(isNear && found ? found : unionOf(district, found)),
    layers: Object.fromEntries(document.layers.filter(({ kind }) => kinds.includes(kind)).map(({ id }) => [id, 1])),
    rules,
    numbers: numbers.filter((spec) => spec.of !== 'findings' || check.summary.byRule[spec.rule]),
    ...(usable && { board: usable }),
    ...(hotspots && { hotspots }),
    ...(narrowed && { narrowed }),
  };
}

/** Findings may lie outside of the boundary. */
const unionOf = (one: Ground, other: Ground | undefined): Ground =>
  other
    ? [Math.min(one[0], other[0]), Math.min(one[1], other[1]), Math.max(one[2], other[2]), Math.max(one[3], other[3])]
    : one;

const isOpenOf =
  (rules: readonly RuleId[]) =>
  ({ rule, status }: { readonly rule: RuleId; readonly status: string }) =>
    status === 'open' && rules.includes(rule);
