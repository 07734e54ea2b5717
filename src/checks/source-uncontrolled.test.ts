import { describe, expect, it } from 'vitest';
import { area, layerOf, type MadeFeature, rectangle, spot, workspaceOf } from '../../test/support/workspace.ts';
import { explainFinding, explainSuggestion } from '../i18n/explain.ts';
import { createTranslator } from '../i18n/translate.ts';
import type { EngineName } from '../model/findings.ts';
import type { Layer, WorkspaceDocument } from '../model/workspace.ts';
import { parseRulePack } from '../rules/parse-rule-pack.ts';
import { runChecks } from './run-checks.ts';
import { createSession } from './session.ts';

const AS_OF = '2026-11-23T08:00:00+08:00';
const zh = createTranslator('zh-CN');
const en = createTranslator('en');
const soil = (...features: MadeFeature[]) => layerOf('soil', 'bareSoil', features);
const sites = (...features: MadeFeature[]) => layerOf('sites', 'constructionSite', features);
const parks = (...features: MadeFeature[]) => layerOf('parks', 'industrialPark', features);
const SITE = {
  activeFrom: '2025-01-01',
  fence: 'yes',
  materialCover: 'yes',
  wetWork: 'yes',
  hardening: 'yes',
  vehicleWash: 'yes',
  closedTransport: 'yes',
};

function documentOf(layers: readonly Layer[], rules: object = {}): WorkspaceDocument {
  const pack = parseRulePack(new TextEncoder().encode(JSON.stringify(rules)));
  if (!pack.ok) throw new Error(pack.problem.code);
  return { ...workspaceOf(layers), asOf: AS_OF, rulePack: pack.value };
}

async function find(layers: readonly Layer[], rules: object = {}, engine: EngineName = 'fast') {
  const result = await runChecks(documentOf(layers, rules), { engine });
  const findings = result.findings.filter(({ rule }) => rule === 'source-uncontrolled');
  const unchecked = result.unchecked.filter(({ rule }) => rule === 'source-uncontrolled');
  return { result, findings, unchecked };
}

describe('source-uncontrolled', () => {
  it('says since when soil lies bare, by which clock, how late and by whose rule, in both languages', async () => {
    const [found] = (
      await find([
        soil(area('s', [0, 0, 100, 100], { name: '甲', owner: '乙', status: 'uncovered', openedAt: '2026-11-10' })),
      ])
    ).findings;
    expect(found!.measures.areaSquareMeters).toBeCloseTo(10_000, 5);
    expect(found!.measures.pm10TonnesPerYear![0]).toBeCloseTo(0.01, 9);
    expect(found!.measures.pm10TonnesPerYear![1]).toBeCloseTo(0.28, 9);
    expect(explainFinding(found!, zh)).toBe(
      '裸土“甲”15.0 亩，自 2026-11-10 起裸露 13 天，仍未覆盖，超期 11 天（规则：裸露应在 48 小时内覆盖；依据：尘图缺省值，参照《晋中市扬尘污染防治条例》）。',
    );
    expect(explainFinding(found!, en)).toBe(
      'Bare soil “甲”, 1.00 ha, has been bare since 2026-11-10 (days: 13) and is still not covered; days overdue: 11 (rule: bare ground is covered within 48 hours; source: Chentu default, after the dust regulation of Jinzhong (晋中市扬尘污染防治条例)).',
    );
    expect(explainSuggestion(found!, zh)).toBe('请立即覆盖，并登记治理日期（责任单位：乙）。');
  });

  it('keeps a patch’s id as it passes from one clock to the next', async () => {
    const patch = (openedAt: string) => find([soil(area('s', [0, 0, 10, 10], { status: 'uncovered', openedAt }))]);
    const [young, old] = [await patch('2026-11-10'), await patch('2026-05-10')].map(({ findings }) => findings[0]!);
    expect([young!.explain.code, old!.explain.code]).toEqual([
      'source-uncontrolled.soil-cover-area',
      'source-uncontrolled.soil-treat-area',
    ]);
    expect(old!.id).toBe(young!.id);
    expect(old!.severity).toBeGreaterThan(young!.severity);
    expect(explainFinding(old!, zh)).toContain('依据：《中华人民共和国大气污染防治法》第六十九条');
  });

  it('gives one finding per measure that a site fails, each with its own id', async () => {
    const { findings, result } = await find([
      sites(
        area('good', [0, 0, 50, 100], SITE),
        area('bad', [100, 0, 50, 100], { ...SITE, fence: 'no', wetWork: 'no', hardening: 'notVerified' }),
        area('done', [200, 0, 50, 100], { ...SITE, fence: 'no', activeTo: '2026-01-01' }),
      ),
    ]);
    expect(findings.map(({ subjects }) => subjects)).toEqual(Array(2).fill([{ layer: 'sites', feature: 'bad' }]));
    expect(findings.map(({ explain }) => explain.params.field).sort()).toEqual(['fence', 'wetWork']);
    expect(new Set(findings.map(({ id }) => id)).size).toBe(2);
    // Two findings, one piece of ground.
    expect(result.summary.byRule['source-uncontrolled']!.count).toBe(2);
    expect(result.summary.byRule['source-uncontrolled']!.areaSquareMeters).toBeCloseTo(5000, 5);
    // 5,000 m² in twelve months, nothing held back.
    expect(findings[0]!.measures.pm10TonnesPerYear![1]).toBeCloseTo(7.9086, 6);
  });

  it('says so where it cannot estimate, and calls wet work as the chosen list does', async () => {
    const { activeFrom: _, ...undated } = SITE;
    const rules = { thresholds: { sixMeasuresList: { value: 'demolition', source: '区住建局通知' } } };
    const { findings } = await find(
      [sites(area('s', [0, 0, 50, 100], { ...undated, name: '丙', wetWork: 'no' }))],
      rules,
    );
    expect(findings[0]!.measures.pm10TonnesPerYear).toBeUndefined();
    expect(explainFinding(findings[0]!, zh)).toBe(
      '工地“丙”7.5 亩按在施判断，未落实拆迁工地湿法作业（规则：在施工地应落实六个百分百；依据：区住建局通知）；缺少开工日期、面积或检查时点，不估算排放量。',
    );
  });

  it('estimates a point by the area that the ledger states', async () => {
    const { findings } = await find([sites(spot('p', 0, 0, { ...SITE, fence: 'no', areaSquareMeters: 5000 }))]);
    expect(findings[0]!.measures.areaSquareMeters).toBeUndefined();
    expect(findings[0]!.measures.pm10TonnesPerYear![1]).toBeCloseTo(7.9086, 6);
    expect(findings[0]!.explain.code).toBe('source-uncontrolled.site-plain');
  });

  it('asks parks for what the pack asks for', async () => {
    const park = parks(area('p', [0, 0, 100, 100], { centralHeat: 'no', wasteGasTreatment: 'no' }));
    const fieldsOf = async (rules: object) =>
      (await find([park], rules)).findings.map(({ explain }) => explain.params.field).sort();
    expect(await fieldsOf({})).toEqual(['centralHeat', 'wasteGasTreatment']);
    expect(await fieldsOf({ thresholds: { parkMeasures: { value: ['centralHeat'], source: 'x' } } })).toEqual([
      'centralHeat',
    ]);
  });

  it('takes the clock from the office’s pack, but never an unconfirmed one', async () => {
    const layers = [soil(area('s', [0, 0, 10, 10], { status: 'uncovered', openedAt: '2026-11-21T20:00' }))];
    const count = async (tag?: string) =>
      (await find(layers, { thresholds: { bareSoilCoverHours: { value: 24, source: '市条例', ...(tag && { tag }) } } }))
        .findings.length;
    expect([await count(), await count('unconfirmed'), (await find(layers)).findings.length]).toEqual([1, 0, 0]);
  });

  it('notes a layer without the fields once, and patches of which nobody knows since when they are bare', async () => {
    const { result, findings } = await find([
      soil(
        area('a', [0, 0, 10, 10], { status: 'uncovered', openedAt: '' }),
        area('b', [20, 0, 10, 10], { status: 'uncovered' }),
        area('c', [40, 0, 10, 10], { status: 'netted', openedAt: '2026-01-01' }),
      ),
      sites(area('s', [60, 0, 10, 10], { name: '丁' })),
    ]);
    expect(findings).toEqual([]);
    expect(result.notes.map(({ layer, problem }) => [layer, problem.code, problem.params])).toEqual([
      ['soil', 'soil-undated', { count: 2 }],
      ['sites', 'layer-lacks-field', { field: 'fence,materialCover,wetWork,hardening,vehicleWash,closedTransport' }],
    ]);
  });

  it('leaves a failing source without a geometry unchecked, not unsaid', async () => {
    const { findings, unchecked } = await find([
      sites({ geometry: null, properties: { id: 'nowhere', ...SITE, fence: 'no' } }, area('s', [0, 0, 9, 9], SITE)),
    ]);
    expect(findings).toEqual([]);
    expect(unchecked.map(({ subjects, problem }) => [subjects[0]!.feature, problem.code])).toEqual([
      ['nowhere', 'source-without-geometry'],
    ]);
  });

  it('judges sites though nobody gives a clock, and leaves their tonnes out', async () => {
    const { result, findings } = await find([sites(area('s', [0, 0, 9, 9], { ...SITE, fence: 'no' }))]);
    expect(findings).toHaveLength(1);
    const { asOf: _, ...clockless } = documentOf([sites(area('s', [0, 0, 9, 9], { ...SITE, fence: 'no' }))]);
    const without = await runChecks(clockless);
    expect([result.asOf, without.asOf]).toEqual([AS_OF, '1970-01-01']);
    const [found] = without.findings.filter(({ rule }) => rule === 'source-uncontrolled');
    expect(found!.explain.code).toBe('source-uncontrolled.site-area-unestimated');
    expect(found!.measures.pm10TonnesPerYear).toBeUndefined();
  });

  it('is the same from both engines, zones and all', async () => {
    const layers = [
      soil(
        area('s1', [0, 0, 40, 40], { status: 'uncovered', openedAt: '2026-11-10' }),
        area('s2', [60, 0, 40, 40], { status: 'netted', openedAt: '2026-01-10', treatedAt: '2026-01-11' }),
        spot('s3', 20, 80, { status: 'uncovered', openedAt: '2026-01-10' }),
        { geometry: null, properties: { id: 's4', status: 'uncovered', openedAt: '2026-01-10' } },
      ),
      sites(area('b', [120, 0, 50, 100], { ...SITE, fence: 'no', vehicleWash: 'no' })),
      parks(area('p', [200, 0, 50, 100], { centralHeat: 'no' })),
      layerOf('zones', 'responsibilityZone', [area('z', [-10, -10, 150, 150], { owner: '甲', person: '乙' })]),
    ];
    const [fast, turf] = [await find(layers), await find(layers, {}, 'turf')];
    const plainly = ({ findings }: typeof fast) =>
      findings.map(({ id, subjects, explain }) => [id, subjects, explain.code, explain.params.overdueDays]).sort();
    expect(plainly(turf)).toEqual(plainly(fast));
    expect(fast.findings).toHaveLength(5);
    expect(turf.unchecked).toEqual(fast.unchecked);
    expect(turf.result.notes).toEqual(fast.result.notes);
    const countsOf = ({ result }: typeof fast) => result.summary.byZone[0]!.counts['source-uncontrolled'];
    expect([countsOf(fast), countsOf(turf)]).toEqual([4, 4]);
  });

  it('follows an edit of the field that decides', async () => {
    const fields = { status: 'uncovered', openedAt: '2026-11-10' };
    const session = await createSession(documentOf([soil(area('s', [0, 0, 10, 10], fields))]));
    const [before] = session.check.findings;
    const feature = {
      id: 's',
      geometry: rectangle(0, 0, 10, 10),
      properties: { id: 's', ...fields, status: 'netted', treatedAt: '2026-11-22' },
    };
    const delta = await session.apply({
      label: { code: 'edit', params: {} },
      operations: [{ op: 'feature', layer: 'soil', id: 's', feature }],
    });
    expect(delta.removed).toContain(before!.id);
    expect(session.check.findings).toEqual([]);
  });
});

it('puts tonnes beside the other findings on sources', async () => {
  const layers = [
    soil(area('s', [200, 0, 100, 100], { status: 'uncovered', openedAt: '2026-11-22T08:00' })),
    layerOf('zones', 'responsibilityZone', [area('z', [0, 0, 100, 100])]),
    layerOf('patrol', 'patrolZone', [area('p', [0, 0, 100, 100])]),
    layerOf('routes', 'sweepingRoute', [area('r', [0, 0, 10, 10])]),
  ];
  const { findings } = await runChecks(documentOf(layers));
  for (const rule of ['source-unassigned', 'source-unpatrolled', 'source-unswept']) {
    const [low, high] = findings.find((finding) => finding.rule === rule)!.measures.pm10TonnesPerYear!;
    expect(low, rule).toBeCloseTo(0.01, 9);
    expect(high, rule).toBeCloseTo(0.28, 9);
  }
});
