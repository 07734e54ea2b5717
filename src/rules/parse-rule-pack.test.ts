import { describe, expect, it } from 'vitest';
import { parseRulePack } from './parse-rule-pack.ts';
import { THRESHOLD_SHAPES, thresholdsInForce } from './thresholds.ts';

const parse = (content: unknown) => parseRulePack(new TextEncoder().encode(JSON.stringify(content)));
const fieldAt = (content: unknown) => {
  const result = parse(content);
  return result.ok ? undefined : [result.problem.code, result.problem.params.field];
};

describe('parseRulePack', () => {
  it('gives the national default, every threshold with its unit, source, tag and both texts', () => {
    const result = parseRulePack();
    if (!result.ok) throw new Error(result.problem.code);
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
      minRouteOverlapMeters: 50,
      parallelRouteDegrees: 30,
      hotspotSourceReachMeters: 3000,
      upwindSectorDegrees: 22.5,
      maxHotspotCandidates: 5,
    });
    for (const [name, shape] of Object.entries(THRESHOLD_SHAPES)) {
      const threshold = result.value.thresholds[name]!;
      expect(threshold.unit, name).toBe(shape.unit);
      expect(threshold.tag, name).toBe('proposed');
      expect([threshold.source, threshold.text['zh-CN'], threshold.text.en].every((text) => text.length > 9)).toBe(
        true,
      );
    }
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
    expect(result.ok && result.value.thresholds.sliverWidthMeters!.tag).toBe('unconfirmed');
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
    [{ priorities: { 'zone-gap': 1.5 } }, 'priorities.zone-gap'],
  ])('names the field at fault in %j', (content, field) => {
    expect(fieldAt(content)).toEqual(['rule-pack-field', field]);
  });

  it('says that a file is not JSON', () => {
    const result = parseRulePack(new TextEncoder().encode('{'));
    expect(!result.ok && result.problem.code).toBe('rule-pack-not-json');
  });
});
