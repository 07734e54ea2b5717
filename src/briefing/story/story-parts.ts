/**
 * The parts of a ready story in their order: what each needs, which layers and findings it shows, which numbers and
 * which board it asks for. Words are keys: `boards.story.<part>.title`, `.caption` and `.notes`.
 */
import type { RuleId } from '../../model/findings.ts';
import type { LayerKind } from '../../model/kinds.ts';
import { SCENE_ROADSIDE_VALUES, type Scene, type SceneBoardSpec, type SceneNumberSpec } from '../../model/scene.ts';

export const STORY_PARTS = [
  'overview',
  'unassigned',
  'worst',
  'measures',
  'overlaps',
  'gaps',
  'roads',
  'hotspots',
  'streets',
  'owners',
  'months',
  'tasks',
] as const;
export type StoryPart = (typeof STORY_PARTS)[number];

/** Why a part is not in the story. */
export type WhyLeftOut =
  | 'notJudged'
  | 'nothing'
  | 'noLayer'
  | 'noRoadsideSoil'
  | 'noStreets'
  | 'noOwners'
  | 'noMonth'
  | 'noCases';

export interface PartPlan {
  readonly part: StoryPart;
  /** Of these kinds all layers are shown. */
  readonly kinds: readonly LayerKind[];
  /** Marked on the map, those of them that were judged. */
  readonly rules: readonly RuleId[];
  readonly numbers: readonly SceneNumberSpec[];
  readonly board?: SceneBoardSpec;
  /** The camera goes to the findings; else to the whole district. */
  readonly isNear?: boolean;
  readonly hotspots?: Scene['hotspots'];
  readonly narrowed?: Scene['narrowed'];
  /** Some of these rules must have been judged and have findings. */
  readonly needs?: readonly RuleId[];
  /** At least one layer of each of these kinds. */
  readonly needsKinds?: readonly LayerKind[];
  readonly needsMore?: 'roadsideSoil' | 'streets' | 'owners' | 'month' | 'cases';
}

const GROUND = ['boundary', 'responsibilityZone'] as const satisfies readonly LayerKind[];
const SOURCES = ['bareSoil', 'constructionSite', 'industrialPark', 'stockpile'] as const satisfies readonly LayerKind[];
/** How many cards the worst have. */
const WORST = 10;
const MOST_ROADS = 12;
const MOST_TASKS = 24;

const count = (rule: RuleId) => ({ of: 'findings', rule, measure: 'count' }) as const;
const ground = (rule: RuleId) => ({ of: 'findings', rule, measure: 'areaSquareMeters' }) as const;

/** @param worst the rule of the worst: the first of the rules on sources that has findings */
export function planParts(worst: RuleId): readonly PartPlan[] {
  return [
    {
      part: 'overview',
      kinds: [...GROUND, ...SOURCES],
      rules: [],
      numbers: [
        { of: 'summary', value: 'sources' },
        { of: 'summary', value: 'zones' },
        { of: 'summary', value: 'uncoveredAreaSquareMeters' },
      ],
    },
    {
      part: 'unassigned',
      kinds: [...GROUND, ...SOURCES],
      rules: ['source-unassigned'],
      numbers: [count('source-unassigned'), ground('source-unassigned')],
      board: { type: 'byStreet', rule: 'source-unassigned' },
      needs: ['source-unassigned'],
    },
    {
      part: 'worst',
      kinds: [...GROUND, ...SOURCES],
      // The cards leave no room for marks on the map.
      rules: [],
      numbers: [],
      board: { type: 'worst', rule: worst, limit: WORST },
      needs: [worst],
    },
    {
      part: 'measures',
      kinds: [...GROUND, 'constructionSite', 'bareSoil', 'industrialPark'],
      rules: ['source-uncontrolled'],
      numbers: [count('source-uncontrolled'), ground('source-uncontrolled')],
      board: { type: 'byStreet', rule: 'source-uncontrolled' },
      needs: ['source-uncontrolled'],
    },
    {
      part: 'overlaps',
      kinds: [...GROUND, 'patrolZone'],
      rules: ['zone-overlap'],
      numbers: [count('zone-overlap'), ground('zone-overlap')],
      isNear: true,
      needs: ['zone-overlap'],
    },
    {
      part: 'gaps',
      kinds: [...GROUND, 'patrolZone'],
      rules: ['zone-gap', 'zone-escape'],
      // The ground of gaps among patrol zones is most of a district: what no responsibility zone covers says more.
      numbers: [count('zone-gap'), { of: 'summary', value: 'uncoveredAreaSquareMeters' }, count('zone-escape')],
      isNear: true,
      needs: ['zone-gap', 'zone-escape'],
    },
    {
      part: 'roads',
      kinds: ['boundary', 'bareSoil', 'road'],
      rules: ['road-unswept'],
      numbers: SCENE_ROADSIDE_VALUES.map((value) => ({ of: 'roadsideSoil', value })),
      board: { type: 'roadsideSoil', limit: MOST_ROADS },
      narrowed: 'roadsideSoil',
      needs: ['road-unswept'],
      needsKinds: ['bareSoil'],
      needsMore: 'roadsideSoil',
    },
    {
      part: 'hotspots',
      kinds: [...GROUND, 'hotspot'],
      rules: ['hotspot-unattended'],
      numbers: [count('hotspot-unattended')],
      hotspots: { drawing: 'points', time: 'month' },
      needsKinds: ['hotspot'],
    },
    {
      part: 'streets',
      kinds: [...GROUND],
      rules: [],
      numbers: [],
      board: { type: 'ranking', of: 'street' },
      needsMore: 'streets',
    },
    {
      part: 'owners',
      kinds: [...GROUND, ...SOURCES],
      rules: [],
      numbers: [],
      board: { type: 'ranking', of: 'owner' },
      needsMore: 'owners',
    },
    { part: 'months', kinds: [...GROUND], rules: [], numbers: [], board: { type: 'months' }, needsMore: 'month' },
    {
      part: 'tasks',
      kinds: [...GROUND, ...SOURCES],
      rules: [],
      numbers: [],
      board: { type: 'tasks', limit: MOST_TASKS },
      needsMore: 'cases',
    },
  ];
}
