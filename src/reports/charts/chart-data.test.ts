import { expect, it } from 'vitest';
import type { ChartFacts, SoilFact } from '../../checks/chart-fact-types.ts';
import { instantOf } from '../../model/instant.ts';
import { buildChartData } from './chart-data.ts';

const patch = (zone: number, owner: string, areaSquareMeters: number, status: string): SoilFact => ({
  zone,
  owner,
  areaSquareMeters,
  status,
  openedAt: '2026-10-05',
  treatedAt: undefined,
  reopenedAt: undefined,
});
const facts: ChartFacts = {
  asOf: '2026-11-23',
  asOfInstant: instantOf('2026-11-23'),
  zones: [
    { zone: { layer: 'z', feature: 'a' }, areaSquareMeters: 1e6, sources: 2, counts: { 'source-unswept': 1 } },
    { zone: { layer: 'z', feature: 'b' }, areaSquareMeters: 2e6, sources: 1, counts: {} },
  ],
  outside: { sources: 1, counts: {} },
  total: { sources: 4, counts: { 'source-unswept': 1 } },
  owners: [
    { owner: '甲', sources: 2, counts: { 'source-unswept': 1 } },
    { owner: '', sources: 2, counts: {} },
  ],
  soil: [
    patch(0, '甲', 100, 'uncovered'),
    patch(0, '甲', 40, 'netted'),
    patch(1, '', 30, 'uncovered'),
    patch(-1, '', 7, 'uncovered'),
  ],
  hotspots: [{ zone: 0, owner: '', time: '2026-11-23T08:00' }],
};

it('gives the uncovered ground to street and owner, each patch once', () => {
  const data = buildChartData(facts);
  expect(data.zones.map((zone) => zone.uncoveredSoilSquareMeters)).toEqual([100, 30]);
  expect([data.outside, data.total].map((ground) => ground.uncoveredSoilSquareMeters)).toEqual([7, 137]);
  expect(data.owners.map((owner) => owner.uncoveredSoilSquareMeters)).toEqual([100, 37]);
  expect(data.months.areaByZone.map((line) => line.at(-1))).toEqual([100, 30, 7]);
  expect(data.hotspotHours.counts[8]).toBe(1);
  expect(data.zones[0]).toMatchObject({ sources: 2, areaSquareMeters: 1e6, counts: { 'source-unswept': 1 } });
});
