import { describe, expect, it } from 'vitest';
import { area, degrees, layerOf, type MadeFeature, route, spot, workspaceOf } from '../../test/support/workspace.ts';
import type { RuleId } from '../model/findings.ts';
import type { Layer } from '../model/workspace.ts';
import { runChecks } from './run-checks.ts';

const soil = (...features: MadeFeature[]) => layerOf('soil', 'bareSoil', features);
const zones = (...features: MadeFeature[]) => layerOf('zones', 'responsibilityZone', features);

/** Findings of one rule by their first subject. */
async function find(rule: RuleId, layers: readonly Layer[], thresholds: Record<string, number> = {}) {
  const result = await runChecks(workspaceOf(layers, { thresholds }));
  const found = result.findings.filter((finding) => finding.rule === rule);
  return { result, byFeature: new Map(found.map((finding) => [finding.subjects[0]!.feature, finding])) };
}

describe('source-unassigned', () => {
  it('measures what lies outside, and where the rest is', async () => {
    const { byFeature } = await find('source-unassigned', [
      soil(area('in', [10, 10, 50, 20]), area('partly', [180, 0, 50, 20]), area('out', [230, 0, 20, 20])),
      zones(area('z1', [0, 0, 100, 100], { name: '一' }), area('z2', [100, 0, 100, 100], { name: '二', owner: '乙' })),
    ]);
    expect([...byFeature.keys()].sort()).toEqual(['out', 'partly']);
    const partly = byFeature.get('partly')!;
    expect(partly.measures.areaSquareMeters).toBeCloseTo(1000, 6);
    expect(partly.measures.uncoveredAreaSquareMeters).toBeCloseTo(600, 6);
    expect(partly.measures.coveredFraction).toBeCloseTo(0.4, 9);
    expect(partly.explain.code).toBe('source-unassigned.area-partly');
    expect(partly.explain.params).toMatchObject({
      kind: 'bareSoil',
      zoneName: '二',
      zoneOwner: '乙',
      requiredFraction: 0.99,
    });
    const out = byFeature.get('out')!;
    expect(out.measures).toMatchObject({ coveredFraction: 0 });
    expect(out.measures.distanceMeters).toBeCloseTo(30, 6);
    expect(out.explain.code).toBe('source-unassigned.area-outside');
  });

  it('takes the union of overlapping zones, not their sum', async () => {
    // Two zones share half of the source: together they cover 60%, added up 100%.
    const { byFeature } = await find('source-unassigned', [
      soil(area('s', [0, 0, 100, 10])),
      zones(area('a', [-10, -10, 60, 50], { owner: 'x' }), area('b', [-10, -10, 70, 50], { owner: 'x' })),
    ]);
    expect(byFeature.get('s')!.measures.coveredFraction).toBeCloseTo(0.6, 9);
  });

  it('is settled within the tolerance, exactly at it too', async () => {
    const layers = [soil(area('s', [0, 0, 100, 10])), zones(area('z', [-5, -5, 104, 50]))];
    expect((await find('source-unassigned', layers)).byFeature.size).toBe(0);
    expect((await find('source-unassigned', layers, { coverageTolerance: 0.009 })).byFeature.size).toBe(1);
  });

  it('counts leaf zones alone: grids where a street has them, the street itself where not', async () => {
    const { byFeature, result } = await find('source-unassigned', [
      soil(
        area('besideGrid', [60, 10, 10, 10]),
        area('inGrid', [10, 10, 10, 10]),
        area('inBareStreet', [210, 10, 10, 10]),
      ),
      zones(
        area('street1', [0, 0, 100, 100], { level: 'street' }),
        area('street2', [200, 0, 100, 100], { level: 'street' }),
        area('grid1', [0, 0, 50, 100], { level: 'grid' }),
      ),
    ]);
    expect([...byFeature.keys()]).toEqual(['besideGrid']);
    const street1 = result.summary.byZone.find(({ zone }) => zone.feature === 'street1');
    expect(street1).toMatchObject({ sources: 2, counts: { 'source-unassigned': 1 } });
    expect(street1!.uncoveredAreaSquareMeters).toBeCloseTo(100, 6);
  });

  it('keeps duties apart when it looks for leaves', async () => {
    const { byFeature } = await find('source-unassigned', [
      soil(area('s', [60, 10, 10, 10])),
      zones(
        area('street', [0, 0, 100, 100], { level: 'street', duty: '保洁' }),
        area('grid', [0, 0, 50, 100], { level: 'grid', duty: '执法' }),
      ),
    ]);
    expect(byFeature.size).toBe(0);
  });

  it('believes a parent that is named, even where the levels are silent', async () => {
    const { byFeature } = await find('source-unassigned', [
      soil(area('s', [60, 10, 10, 10])),
      zones(area('big', [0, 0, 100, 100], { name: '大网格' }), area('small', [0, 0, 50, 100], { parent: '大网格' })),
    ]);
    expect([...byFeature.keys()]).toEqual(['s']);
  });

  it('judges points by their place, on the edge inside, and lines by their length', async () => {
    const { byFeature } = await find('source-unassigned', [
      soil(spot('edge', 0, 37.5), spot('corner', 100, 100), spot('out', -1, 50), route('line', [-30, 20, 10, 20])),
      zones(area('z', [0, 0, 100, 100])),
    ]);
    expect([...byFeature.keys()].sort()).toEqual(['line', 'out']);
    expect(byFeature.get('out')!.explain.code).toBe('source-unassigned.point-outside');
    expect(byFeature.get('out')!.measures.areaSquareMeters).toBeUndefined();
    const { lengthMeters, coveredFraction } = byFeature.get('line')!.measures;
    expect(lengthMeters).toBeCloseTo(40, 6);
    expect(coveredFraction).toBeCloseTo(0.25, 9);
  });

  it('is pinned outside of the zones where the source is partly covered', async () => {
    const { byFeature } = await find('source-unassigned', [
      soil(area('s', [80, 0, 100, 10])),
      zones(area('z', [0, 0, 100, 100])),
    ]);
    const [west, east] = degrees(100, 5, 180, 5).map(([longitude]) => longitude!);
    expect(byFeature.get('s')!.at[0]).toBeCloseTo((west! + east!) / 2, 6);
  });
});

describe('source-unpatrolled', () => {
  it('is judged only where there are patrol zones, and says nothing otherwise', async () => {
    const layers = [soil(area('s', [0, 0, 10, 10])), zones(area('z', [0, 0, 50, 50]))];
    const without = (await find('source-unpatrolled', layers)).result;
    expect(without.summary.byRule['source-unpatrolled']).toBeUndefined();
    expect(without.unchecked.map(({ rule }) => rule)).not.toContain('source-unpatrolled');
    const patrol = layerOf('patrol', 'patrolZone', [area('p', [5, 0, 50, 50])]);
    const { byFeature } = await find('source-unpatrolled', [...layers, patrol]);
    expect(byFeature.get('s')!.measures.coveredFraction).toBeCloseTo(0.5, 9);
  });
});

describe('source-unswept', () => {
  const routes = (...features: MadeFeature[]) => layerOf('routes', 'sweepingRoute', features);

  it('finds what is farther than 50 m from every route; exactly 50 m is swept', async () => {
    const { byFeature } = await find('source-unswept', [
      soil(area('at50', [0, 50, 10, 10]), area('at51', [0, 51, 10, 10]), area('on', [0, -5, 10, 10])),
      routes(route('r', [-100, 0, 100, 0], { name: '中山路', operator: '环卫一队' })),
    ]);
    expect([...byFeature.keys()]).toEqual(['at51']);
    const { measures, explain } = byFeature.get('at51')!;
    expect(measures.distanceMeters).toBeCloseTo(51, 6);
    expect(explain.params).toMatchObject({ routeName: '中山路', operator: '环卫一队', maxDistanceMeters: 50 });
  });

  it('counts swept areas, and a source that lies in one', async () => {
    const { byFeature } = await find('source-unswept', [
      soil(area('inside', [400, 400, 10, 10]), area('far', [-200, 400, 10, 10])),
      routes(area('square', [0, 0, 1000, 1000])),
    ]);
    expect([...byFeature.keys()]).toEqual(['far']);
  });

  it('leaves out routes with too few passes where the pack demands some', async () => {
    const layers = [
      soil(area('s', [0, 10, 10, 10])),
      routes(
        route('rare', [-100, 0, 100, 0], { passesPerDay: 1 }),
        route('often', [0, 300, 9, 300], { passesPerDay: 3 }),
      ),
    ];
    expect((await find('source-unswept', layers)).byFeature.size).toBe(0);
    const { byFeature } = await find('source-unswept', layers, { minPassesPerDay: 2 });
    expect(byFeature.get('s')!.measures.distanceMeters).toBeCloseTo(280, 6);
    const none = await find('source-unswept', layers, { minPassesPerDay: 9 });
    expect(none.byFeature.get('s')!.explain.code).toBe('source-unswept.area-none');
  });
});

it('says which rules were not checked for want of a layer', async () => {
  const { unchecked } = await runChecks(workspaceOf([soil(area('s', [0, 0, 10, 10]))]));
  expect(unchecked.map(({ rule, problem }) => [rule, problem.code])).toEqual([
    ['source-unassigned', 'rule-lacks-layer'],
    ['source-unswept', 'rule-lacks-layer'],
    ['zone-overlap', 'rule-lacks-layer'],
    ['zone-gap', 'rule-lacks-layer'],
    ['zone-escape', 'rule-lacks-layer'],
    ['zone-ownerless', 'rule-lacks-layer'],
    ['road-unswept', 'rule-lacks-layer'],
    ['route-overlap', 'rule-lacks-layer'],
    ['hotspot-unattended', 'rule-lacks-layer'],
    ['hotspot-source', 'rule-lacks-layer'],
  ]);
});
