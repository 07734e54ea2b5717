import { describe, expect, it } from 'vitest';
import { nationalRulePack, parseRulePack } from './parse-rule-pack.ts';
import { findInForce, THRESHOLD_SHAPES, thresholdsInForce } from './thresholds.ts';

const parse = (content: unknown) => parseRulePack(new TextEncoder().encode(JSON.stringify(content)));
const fieldAt = (content: unknown) => {
  const result = parse(content);
  return result.ok ? undefined : [result.problem.code, result.problem.params.field];
};

describe('parseRulePack', () => {
  it('gives the national default: what is in force, and what is off until it is confirmed', () => {
    const result = parseRulePack();
    if (!result.ok) throw new Error(result.problem.code);
    expect(result.notes).toEqual([]);
    expect(thresholdsInForce(result.value)).toEqual({
      coverageTolerance: 0.01,
      maxSweepingDistanceMeters: 50,
      minOverlapAreaSquareMeters: 20,
      sliverWidthMeters: 2,
      routeMatchMeters: 15,
      minPassesPerDay: 0,
      qualifyingModes: ['sweep', 'wash', 'spray'],
      sweptRoadGrades: ['特级', '一级', '二级', '三级', '四级'],
      minUnsweptRoadMeters: 30,
      stretchJoinMeters: 60,
      roadsideSoilMeters: 50,
      minRouteOverlapMeters: 50,
      parallelRouteDegrees: 30,
      hotspotSourceReachMeters: 3000,
      upwindSectorDegrees: 22.5,
      maxHotspotCandidates: 5,
      bareSoilCoverHours: 48,
      bareSoilTreatMonths: 3,
      sixMeasuresList: 'earthwork',
      parkMeasures: ['centralHeat', 'wasteGasTreatment'],
      windStopForce: 4,
      fenceMainMeters: 2.5,
      fenceOtherMeters: 1.8,
      siteMonitorAreaSquareMeters: undefined,
      windForceMetersPerSecond: undefined,
      constructionTspTonnes: 2.69e-4,
      constructionPm10Fraction: 0.49,
      bareSoilPm10Tonnes: [0.01, 0.28],
      stockpileClassSquareMeters: [1000, 5000],
      pavedRoadPm10Grams: 0.62,
      pavedRoadSiltExponent: 0.91,
      pavedRoadWeightExponent: 1.02,
      commendSettledFraction: 0.9,
      commendMinSettled: 5,
      commendMaxReopened: 0,
      circulateIncreaseFraction: 0.3,
      circulateMinOpenBefore: 50,
      circulateReopened: 3,
      talkOverdueDays: 15,
      talkLastMonths: 2,
      superviseOverdueDays: 30,
      superviseReopenedSquareMeters: 2000,
    });
    expect(Object.keys(result.value.thresholds)).toEqual(Object.keys(THRESHOLD_SHAPES));
  });

  it('lays an office’s own values over it', () => {
    const result = parse({
      thresholds: { maxSweepingDistanceMeters: { value: 30, source: '区城管局 2026 年 3 号文', tag: 'confirmed' } },
      priorities: { 'zone-gap': 1 },
    });
    if (!result.ok) throw new Error(result.problem.code);
    expect(result.notes).toEqual([]);
    expect(result.value.thresholds.maxSweepingDistanceMeters).toMatchObject({ value: 30, unit: 'm', tag: 'confirmed' });
    expect(result.value.thresholds.sliverWidthMeters!.value).toBe(2);
    expect(result.value.priorities).toMatchObject({ 'zone-gap': 1, 'source-unassigned': 2 });
  });

  it('notes what it does not know and values without a source', () => {
    const result = parse({
      thresholds: { sliverWidth: { value: 1 }, sliverWidthMeters: { value: 1 } },
      priorities: { nonsense: 1 },
    });
    expect(result.ok && result.notes.map(({ code, params }) => [code, params.field])).toEqual([
      ['rule-pack-unknown', 'thresholds.sliverWidth'],
      ['rule-pack-source-missing', 'thresholds.sliverWidthMeters.source'],
      ['rule-pack-unknown', 'priorities.nonsense'],
    ]);
    // Nobody prescribes it, the office chose it: it acts.
    const pack = result.ok ? result.value : nationalRulePack();
    expect(pack.thresholds.sliverWidthMeters!.tag).toBe('proposed');
    expect(thresholdsInForce(pack).sliverWidthMeters).toBe(1);
  });

  it('takes a value with a source for the office’s rule, though no tag says so', () => {
    const result = parse({ thresholds: { windStopForce: { value: 5, source: '区住建局 2026 年 8 号文' } } });
    if (!result.ok) throw new Error(result.problem.code);
    expect(result.notes).toEqual([]);
    expect(result.value.thresholds.windStopForce).toMatchObject({
      id: 'windStopForce',
      tag: 'confirmed',
      source: { 'zh-CN': '区住建局 2026 年 8 号文', en: '区住建局 2026 年 8 号文' },
    });
  });

  it('keeps an unconfirmed value but never hands it out: what it was laid over acts', () => {
    const city = parse({ id: 'city', thresholds: { bareSoilCoverHours: { value: 24, source: '市条例' } } });
    if (!city.ok) throw new Error(city.problem.code);
    const unsure = { value: 6, source: '待查', tag: 'unconfirmed' };
    const content = { id: 'own', thresholds: { bareSoilCoverHours: unsure, siteMonitorAreaSquareMeters: unsure } };
    const own = parseRulePack(new TextEncoder().encode(JSON.stringify(content)), city.value);
    if (!own.ok) throw new Error(own.problem.code);
    expect(own.notes.map(({ code, params }) => [code, params.field])).toEqual([
      ['rule-pack-unconfirmed', 'thresholds.bareSoilCoverHours'],
      ['rule-pack-unconfirmed-off', 'thresholds.siteMonitorAreaSquareMeters'],
    ]);
    expect(own.value.thresholds.bareSoilCoverHours!.value).toBe(6);
    expect(findInForce(own.value, 'bareSoilCoverHours')).toMatchObject({ value: 24, tag: 'confirmed' });
    expect(thresholdsInForce(own.value)).toMatchObject({
      bareSoilCoverHours: 24,
      siteMonitorAreaSquareMeters: undefined,
    });
  });

  it('lays pack over pack, single values only, and names both', () => {
    const lower = parse({
      id: 'ws',
      version: '7',
      name: '区规则',
      thresholds: { windStopForce: { value: 5, source: 'a' } },
    });
    if (!lower.ok) throw new Error(lower.problem.code);
    const content = { id: 'cli', thresholds: { fenceMainMeters: { value: 3, source: 'b' } } };
    const upper = parseRulePack(new TextEncoder().encode(JSON.stringify(content)), lower.value);
    if (!upper.ok) throw new Error(upper.problem.code);
    expect([upper.value.id, upper.value.version, upper.value.name.en]).toEqual([
      'ws+cli',
      '7+1',
      '区规则 + Local rules',
    ]);
    expect(thresholdsInForce(upper.value)).toMatchObject({
      windStopForce: 5,
      fenceMainMeters: 3,
      fenceOtherMeters: 1.8,
    });
  });

  it.each([
    [[], '/'],
    [{ format: 'chentu-workspace' }, 'format'],
    [{ version: 3 }, 'version'],
    [{ thresholds: [] }, 'thresholds'],
    [{ thresholds: { coverageTolerance: 0.02 } }, 'thresholds.coverageTolerance'],
    [{ thresholds: { coverageTolerance: { value: '0.02' } } }, 'thresholds.coverageTolerance.value'],
    [{ thresholds: { coverageTolerance: { value: 1.5 } } }, 'thresholds.coverageTolerance.value'],
    [{ thresholds: { coverageTolerance: { value: 1, unit: '%' } } }, 'thresholds.coverageTolerance.unit'],
    [{ thresholds: { coverageTolerance: { value: 1, tag: 'sure' } } }, 'thresholds.coverageTolerance.tag'],
    [{ thresholds: { qualifyingModes: { value: ['fly'] } } }, 'thresholds.qualifyingModes.value'],
    [{ thresholds: { sweptRoadGrades: { value: [1] } } }, 'thresholds.sweptRoadGrades.value'],
    [{ thresholds: { sweptRoadGrades: { value: [] } } }, 'thresholds.sweptRoadGrades.value'],
    [{ thresholds: { sixMeasuresList: { value: 'both' } } }, 'thresholds.sixMeasuresList.value'],
    [{ thresholds: { bareSoilPm10Tonnes: { value: [0.3, 0.1] } } }, 'thresholds.bareSoilPm10Tonnes.value'],
    [{ priorities: { 'zone-gap': 1.5 } }, 'priorities.zone-gap'],
  ])('names the field at fault in %j', (content, field) => {
    expect(fieldAt(content)).toEqual(['rule-pack-field', field]);
  });

  it('says that a file is not JSON', () => {
    const result = parseRulePack(new TextEncoder().encode('{'));
    expect(!result.ok && result.problem.code).toBe('rule-pack-not-json');
  });
});
