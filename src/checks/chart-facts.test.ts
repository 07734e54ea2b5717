import { describe, expect, it } from 'vitest';
import { area, layerOf, spot, workspaceOf } from '../../test/support/workspace.ts';
import { RULE_IDS } from '../model/findings.ts';
import type { ChartRequest } from './chart-fact-types.ts';
import { createSession } from './session.ts';

const ZONES = ['west', 'east'].map((feature) => ({ layer: 'zones', feature }));

/** Two streets of 1 km² side by side; the west one has two grids that overlap by 10 m × 1,000 m. */
const district = workspaceOf([
  layerOf('soil', 'bareSoil', [
    area('a', [100, 100, 100, 100], { owner: '甲', status: 'uncovered', openedAt: '2026-09-01' }),
    area('b', [990, 500, 30, 10], { owner: '乙', status: 'uncovered' }),
    area('c', [1500, 500, 20, 10], { owner: '甲', status: 'netted', openedAt: '2026-09-01', treatedAt: '2026-10-02' }),
    area('far', [3000, 500, 20, 10], { status: 'uncovered' }),
    spot('point', 1600, 600, { owner: '甲', areaSquareMeters: 450 }),
  ]),
  layerOf('zones', 'responsibilityZone', [
    area('west', [0, 0, 1000, 1000], { level: 'street', owner: '西街道' }),
    area('east', [1000, 0, 1000, 1000], { level: 'street', owner: '东街道' }),
    area('w1', [0, 0, 510, 1000], { level: 'grid', owner: '一网格', parent: 'west' }),
    area('w2', [500, 0, 500, 1000], { level: 'grid', owner: '二网格', parent: 'west' }),
  ]),
  layerOf('hot', 'hotspot', [
    spot('h1', 250, 250, { time: '2026-11-02T07:30:00+08:00' }),
    spot('h2', 1250, 250, { time: '2026-11-02' }),
    spot('h3', 5000, 5000, {}),
  ]),
  layerOf('patrol', 'patrolZone', [area('p', [0, 0, 400, 400], { owner: '一队' })]),
]);

const factsOf = async (request: ChartRequest) => (await createSession(district)).chartFacts(request);

describe('what charts count', () => {
  it('counts sources and findings on sources as the summary does', async () => {
    const session = await createSession(district);
    const facts = session.chartFacts({ zones: ZONES });
    const sourceRules = RULE_IDS.filter((rule) => rule.startsWith('source-'));
    for (const zone of facts.zones) {
      const line = session.check.summary.byZone.find(({ zone: one }) => one.feature === zone.zone.feature)!;
      expect(zone.sources).toBe(line.sources);
      for (const rule of sourceRules) expect([rule, zone.counts[rule]]).toEqual([rule, line.counts[rule]]);
    }
    for (const rule of RULE_IDS)
      expect(facts.total.counts[rule] ?? 0).toBe(session.check.summary.byRule[rule]?.count ?? 0);
    expect(facts.zones.map(({ sources }) => sources)).toEqual([2, 3]);
    expect(facts.outside.sources).toBe(1);
    expect(facts.total.sources).toBe(5);
    expect(facts.zones[0]!.counts['source-unpatrolled']).toBe(1);
    expect(facts.zones[1]!.counts['source-unpatrolled']).toBe(3);
    expect(facts.outside.counts['source-unassigned']).toBe(1);
  });

  it('counts an overlap of grids for their street, and a hotspot for the street that it lies in', async () => {
    const facts = await factsOf({ zones: ZONES });
    expect(facts.zones[0]!.counts['zone-overlap']).toBe(1);
    expect(facts.zones[1]!.counts['zone-overlap']).toBeUndefined();
    expect(facts.outside.counts['hotspot-unattended']).toBe(1);
    expect(facts.zones[0]!.areaSquareMeters).toBeCloseTo(1e6, 0);
  });

  it('places soil and hotspots once, by a point inside', async () => {
    const { soil, hotspots } = await factsOf({ zones: ZONES });
    expect(soil.map(({ zone }) => zone)).toEqual([0, 1, 1, -1, 1]);
    expect(soil.map((patch) => Math.round(patch.areaSquareMeters ?? -1))).toEqual([10_000, 300, 200, 200, 450]);
    expect(soil[2]).toMatchObject({ owner: '甲', status: 'netted', openedAt: '2026-09-01', treatedAt: '2026-10-02' });
    expect(hotspots.map(({ zone, time }) => [zone, time])).toEqual([
      [0, '2026-11-02T07:30:00+08:00'],
      [1, '2026-11-02'],
      [-1, undefined],
    ]);
  });

  it('gives an overlap to both units', async () => {
    const { owners } = await factsOf({ zones: ZONES });
    const overlaps = owners.filter(({ counts }) => counts['zone-overlap']).map(({ owner }) => owner);
    expect(overlaps.sort()).toEqual(['一网格', '二网格'].sort());
    expect(owners.find(({ owner }) => owner === '甲')?.sources).toBe(3);
  });

  it('keeps to a unit', async () => {
    const facts = await factsOf({ zones: ZONES, scope: { type: 'owner', owner: '甲' } });
    expect(facts.total.sources).toBe(3);
    expect(facts.zones.map(({ sources }) => sources)).toEqual([1, 2]);
    expect(facts.soil).toHaveLength(3);
    expect(facts.hotspots).toHaveLength(0);
    expect(facts.owners.map(({ owner }) => owner)).toEqual(['甲']);
  });

  it('keeps to a zone, and to nothing where it is not there', async () => {
    const facts = await factsOf({ zones: ZONES, scope: { type: 'zone', zone: ZONES[1]! } });
    expect(facts.total.sources).toBe(3);
    expect(facts.soil).toHaveLength(3);
    expect(facts.hotspots).toHaveLength(1);
    const gone = await factsOf({ zones: [], scope: { type: 'zone', zone: { layer: 'zones', feature: 'x' } } });
    expect([gone.total.sources, gone.soil.length]).toEqual([0, 0]);
  });

  it('follows an edit as if counted anew', async () => {
    const session = await createSession(district);
    const { geometry, properties } = area('a', [1700, 100, 50, 10], { owner: '丙', status: 'uncovered' });
    const feature = { id: 'a', geometry, properties };
    await session.apply({
      label: { code: 'test', params: {} },
      operations: [{ op: 'feature', layer: 'soil', id: 'a', feature }],
    });
    const fresh = await createSession(session.document);
    expect(session.chartFacts({ zones: ZONES })).toEqual(fresh.chartFacts({ zones: ZONES }));
    expect(session.chartFacts({ zones: ZONES }).zones.map(({ sources }) => sources)).toEqual([1, 4]);
  });
});
