import { describe, expect, it } from 'vitest';
import type { CheckSummary, Finding, RuleSummary } from '../model/findings.ts';
import type { Scene } from '../model/scene.ts';
import { countForScene, layersToMeasure, needsRoadsideSoil, type SceneFacts } from './scene-numbers.ts';

const summaryOf = (areaSquareMeters = 0): RuleSummary => ({
  count: 0,
  areaSquareMeters,
  slivers: 0,
  sliverAreaSquareMeters: 0,
  excepted: 0,
});
const summary: CheckSummary = {
  sources: 12,
  zones: 5,
  byRule: {
    'zone-overlap': summaryOf(110),
    'source-unassigned': summaryOf(),
    'source-uncontrolled': summaryOf(),
    'hotspot-unattended': summaryOf(),
    'road-unswept': summaryOf(),
  },
  byZone: [],
  boundaryAreaSquareMeters: 5000,
  uncoveredAreaSquareMeters: 400,
};
const finding = (
  rule: Finding['rule'],
  measures: Finding['measures'],
  feature = 'a',
  status: Finding['status'] = 'open',
) => ({ rule, measures, status, subjects: [{ layer: 'soil', feature }] }) as unknown as Finding;

const findings = [
  finding('zone-overlap', { areaSquareMeters: 100 }, 'in'),
  finding('zone-overlap', { areaSquareMeters: 50 }, 'out', 'joint'),
  finding('zone-overlap', { areaSquareMeters: 20 }, 'out'),
  finding('source-unassigned', { areaSquareMeters: 900, uncoveredAreaSquareMeters: 300 }, 'in'),
  finding('source-unassigned', { areaSquareMeters: 100, uncoveredAreaSquareMeters: 100 }, 'out'),
  finding('source-uncontrolled', { areaSquareMeters: 70 }, 'in'),
  finding('source-uncontrolled', { areaSquareMeters: 70 }, 'in'),
  finding('hotspot-unattended', {}),
  { ...finding('road-unswept', { lengthMeters: 150.5 }, 'in'), id: 'one' },
  { ...finding('road-unswept', { lengthMeters: 49.5 }, 'out'), id: 'two' },
];

const facts: SceneFacts = {
  check: { findings, summary },
  hotspotsShownBy:
    ({ time }) =>
    ({ subjects }) =>
      time !== 'month' || subjects[0]?.feature === 'november',
  roadsideSoil: {
    pairs: [
      { finding: 'one', soil: { layer: 'soil', feature: 'p' }, distanceMeters: 0, areaSquareMeters: 300, at: [0, 0] },
      { finding: 'one', soil: { layer: 'soil', feature: 'q' }, distanceMeters: 5, areaSquareMeters: 40, at: [0, 0] },
      { finding: 'two', soil: { layer: 'soil', feature: 'q' }, distanceMeters: 9, areaSquareMeters: 40, at: [0, 0] },
      {
        finding: 'two',
        soil: { layer: 'soil', feature: 'r' },
        distanceMeters: 9,
        areaSquareMeters: undefined,
        at: [0, 0],
      },
      { finding: 'settled', soil: { layer: 'soil', feature: 's' }, distanceMeters: 1, areaSquareMeters: 7, at: [0, 0] },
    ],
  },
  membersOf: (scope) =>
    scope.type === 'owner' && scope.owner === '甲'
      ? {
          hasFinding: ({ subjects }) => subjects[0]?.feature === 'in',
          outside: new Map([['soil', Uint8Array.from([0, 1, 0])]]),
        }
      : undefined,
  layerOf: (layer) =>
    layer === 'soil'
      ? { title: '裸土', featureCount: 3, areasSquareMeters: Float64Array.from([10, 20, Number.NaN]) }
      : undefined,
};
const scene = (more: Partial<Scene>) => ({ rules: [], ...more });
const values = (more: Partial<Scene>) => countForScene(scene(more), facts).map(({ value }) => value);

describe('the numbers of a scene with some hotspots', () => {
  const numbers = [{ of: 'findings', rule: 'hotspot-unattended', measure: 'count' }] as const;
  const month = { drawing: 'points', time: 'month' } as const;

  it('count those that it shows, and findings about anything else whatever their time', () => {
    expect(countForScene(scene({ numbers }), facts)[0]?.value).toBe(1);
    expect(countForScene({ ...scene({ numbers }), hotspots: month }, facts)[0]?.value).toBe(0);
    expect(countForScene({ ...scene({ numbers }), hotspots: { drawing: 'grid' } }, facts)[0]?.value).toBe(1);
    const automatic = countForScene(
      { ...scene({ rules: ['hotspot-unattended', 'zone-overlap'] }), hotspots: month },
      facts,
    );
    expect(automatic.map(({ value }) => value)).toEqual([2, 0]);
  });
});

describe('the numbers of unswept roads and soil beside them', () => {
  const numbers = (['pairs', 'roads', 'areaSquareMeters'] as const).map(
    (value) => ({ of: 'roadsideSoil', value }) as const,
  );
  const count = (more: Parameters<typeof scene>[0], of = facts) =>
    countForScene(scene({ numbers, ...more }), of).map(({ value }) => value);

  it('are pairs of open stretches, those stretches, and each patch once', () => {
    // What is beside a stretch that is no open finding counts for nothing; a patch without an area adds none.
    expect(count({})).toEqual([4, 2, 340]);
    expect(needsRoadsideSoil([scene({ numbers })])).toBe(true);
    expect(needsRoadsideSoil([scene({}), scene({ numbers: [] })])).toBe(false);
  });

  it('are those of a scope, and unknown as long as nobody has measured them', () => {
    expect(count({ scope: { type: 'owner', owner: '甲' } })).toEqual([2, 1, 340]);
    expect(count({ scope: { type: 'owner', owner: '乙' } })).toEqual([undefined, undefined, undefined]);
    expect(count({}, { ...facts, roadsideSoil: undefined })).toEqual([undefined, undefined, undefined]);
    expect(count({}, { ...facts, roadsideSoil: { pairs: [] } })).toEqual([0, 0, 0]);
  });
});

describe('the numbers of a scene that asks for none in particular', () => {
  it('are one a rule that shows, those with findings first, with the ground of the open ones', () => {
    const rules = ['source-uncontrolled', 'hotspot-unattended', 'zone-overlap'];
    const numbers = countForScene(scene({ rules }), facts);
    expect(numbers.map(({ key, value, areaSquareMeters }) => [key, value, areaSquareMeters])).toEqual([
      ['source-uncontrolled', 2, 70],
      // The ground that the summary counts once, and not 100 + 20.
      ['zone-overlap', 2, 110],
      ['hotspot-unattended', 1, undefined],
    ]);
    // As the list of findings has it: the whole of the sources, not the part of them that is uncovered.
    expect(countForScene(scene({ rules: ['source-unassigned'] }), facts)[0]?.areaSquareMeters).toBe(1000);
    expect(countForScene(scene({ rules: ['zone-gap', 'source-unswept'] }), facts)).toEqual([]);
    expect(values({})).toEqual([]);
  });

  it('are those of the scope, where the pairs of an overlap are added up', () => {
    const scope = { type: 'owner', owner: '甲' } as const;
    const numbers = countForScene(scene({ rules: ['zone-overlap', 'hotspot-unattended'], scope }), facts);
    expect(numbers.map(({ value, areaSquareMeters }) => [value, areaSquareMeters])).toEqual([
      [1, 100],
      [0, undefined],
    ]);
  });
});

describe('the numbers that a scene asks for', () => {
  it('are measured in its scope, in its order', () => {
    const numbers: Scene['numbers'] = [
      { of: 'findings', rule: 'road-unswept', measure: 'lengthMeters' },
      { of: 'findings', rule: 'source-unassigned', measure: 'areaSquareMeters', label: '裸土没人管' },
      { of: 'layer', layer: 'soil', measure: 'count' },
      { of: 'layer', layer: 'soil', measure: 'areaSquareMeters' },
      { of: 'summary', value: 'sources' },
    ];
    expect(values({ numbers })).toEqual([200, 400, 3, 30, 12]);
    const scope = { type: 'owner', owner: '甲' } as const;
    expect(values({ numbers, scope })).toEqual([150.5, 300, 2, 10, 12]);
    const words = countForScene(scene({ numbers }), facts).map(({ label, code, params, unit }) => [
      label ?? code,
      params.name,
      unit,
    ]);
    expect(words).toEqual([
      ['rule.road-unswept', undefined, 'meters'],
      ['裸土没人管', undefined, 'squareMeters'],
      ['boards.number.layer', '裸土', 'features'],
      ['boards.number.layer', '裸土', 'squareMeters'],
      ['boards.number.sources', undefined, 'features'],
    ]);
  });

  it('are unknown, and not 0, where nothing was judged, measured or is there any more', () => {
    const numbers: Scene['numbers'] = [
      { of: 'findings', rule: 'zone-gap', measure: 'count' },
      { of: 'findings', rule: 'hotspot-unattended', measure: 'areaSquareMeters' },
      { of: 'layer', layer: 'gone', measure: 'count' },
    ];
    expect(values({ numbers })).toEqual([undefined, undefined, undefined]);
    const lost = { type: 'zone', zone: { layer: 'zones', feature: 'gone' } } as const;
    expect(values({ numbers: [{ of: 'findings', rule: 'zone-overlap', measure: 'count' }], scope: lost })).toEqual([
      undefined,
    ]);
    const unmeasured = { ...facts, layerOf: () => ({ title: '裸土', featureCount: 3 }) };
    const layer = [{ of: 'layer', layer: 'soil', measure: 'areaSquareMeters' } as const];
    expect(countForScene(scene({ numbers: layer }), unmeasured)[0]?.value).toBeUndefined();
    expect(layersToMeasure([{ numbers: layer }, { numbers }, {}])).toEqual(['soil']);
    const boundless = { ...facts, check: { findings, summary: { ...summary, boundaryAreaSquareMeters: 0 } } };
    const ground = [{ of: 'summary', value: 'uncoveredAreaSquareMeters' } as const];
    expect(countForScene(scene({ numbers: ground }), boundless)[0]?.value).toBeUndefined();
    expect(countForScene(scene({ numbers: ground, rules: ['zone-overlap'] }), { ...facts, check: undefined })).toEqual([
      expect.objectContaining({ value: undefined }),
    ]);
  });
});
