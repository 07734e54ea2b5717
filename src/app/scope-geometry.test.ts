import { describe, expect, it } from 'vitest';
import type { Finding } from '../model/findings.ts';
import { listScopes, parseScopeKey, scopeKey } from '../ui/store/scope-members.ts';
import { buildTestFeatures } from '../ui/test-features.ts';
import { boxOf, findScopeMembers } from './scope-geometry.ts';

const square = (x: number, y: number, size: number): GeoJSON.Position[] => [
  [x, y],
  [x + size, y],
  [x + size, y + size],
  [x, y + size],
  [x, y],
];
const polygon = (...rings: GeoJSON.Position[][]): GeoJSON.Polygon => ({ type: 'Polygon', coordinates: rings });

/** West street with a hole, east street beside it; each has a grid; sources and a route. */
const features = buildTestFeatures([
  {
    id: 'zones',
    kind: 'responsibilityZone',
    rows: [
      {
        id: 'west',
        level: 'street',
        name: '西街道',
        owner: '西街道办',
        geometry: polygon(square(0, 0, 10), square(4, 4, 2)),
      },
      { id: 'east', level: 'street', name: '东街道', owner: '东街道办', geometry: polygon(square(10, 0, 10)) },
      { id: 'grid', level: 'grid', name: '西一网格', owner: '甲公司', geometry: polygon(square(1, 1, 9)) },
    ],
  },
  {
    id: 'soil',
    kind: 'bareSoil',
    rows: [
      { id: 'inWest', owner: '甲公司', geometry: polygon(square(1, 1, 1)) },
      { id: 'inHole', geometry: polygon(square(4.5, 4.5, 1)) },
      { id: 'inEast', geometry: polygon(square(12, 1, 1)) },
      { id: 'nowhere', geometry: { type: 'Point', coordinates: [30, 30] } },
    ],
  },
  {
    id: 'routes',
    kind: 'sweepingRoute',
    rows: [
      {
        id: 'through',
        operator: '环卫公司',
        geometry: {
          type: 'LineString',
          coordinates: [
            [5, 1],
            [15, 1],
          ],
        },
      },
      {
        id: 'eastOnly',
        operator: '甲公司',
        geometry: {
          type: 'LineString',
          coordinates: [
            [12, 1],
            [15, 1],
          ],
        },
      },
    ],
  },
]);
const finding = (change: Partial<Finding>) => ({ at: [0, 0], subjects: [], ...change }) as unknown as Finding;

describe('scope', () => {
  it('of a street: what has its place in it; a hole is outside, the street itself inside', () => {
    const members = findScopeMembers(features, { type: 'zone', zone: { layer: 'zones', feature: 'west' } });
    expect([...(members?.outside.get('soil') ?? [])]).toEqual([0, 1, 1, 1]);
    expect([...(members?.outside.get('zones') ?? [])]).toEqual([0, 1, 1]);
    expect([...(members?.outside.get('routes') ?? [])]).toEqual([0, 1]);
    expect(members?.ground?.type).toBe('Polygon');
  });

  it('of a street: findings that lie in it, and those of sources in it wherever they point', () => {
    const members = findScopeMembers(features, { type: 'zone', zone: { layer: 'zones', feature: 'west' } });
    const soil = (feature: string) => [{ layer: 'soil', feature }];
    expect(members?.hasFinding(finding({ at: [2, 2] }))).toBe(true);
    expect(members?.hasFinding(finding({ at: [12, 2] }))).toBe(false);
    expect(members?.hasFinding(finding({ at: [12, 2], subjects: soil('inWest') }))).toBe(true);
    expect(members?.hasFinding(finding({ at: [12, 2], subjects: soil('inEast') }))).toBe(false);
    expect(members?.hasFinding(finding({ at: [12, 2], subjects: [{ layer: 'zones', feature: 'west' }] }))).toBe(false);
  });

  it('of a unit: by owner, of routes by operator', () => {
    const members = findScopeMembers(features, { type: 'owner', owner: '甲公司' });
    expect([...(members?.outside.get('soil') ?? [])]).toEqual([0, 1, 1, 1]);
    expect([...(members?.outside.get('routes') ?? [])]).toEqual([1, 0]);
    expect(members?.ground).toBeNull();
    expect(members?.hasFinding(finding({ subjects: [{ layer: 'zones', feature: 'grid' }] }))).toBe(true);
    expect(members?.hasFinding(finding({ subjects: [{ layer: 'zones', feature: 'west' }] }))).toBe(false);
  });

  it('is gone with its zone', () => {
    expect(findScopeMembers(features, { type: 'zone', zone: { layer: 'zones', feature: 'x' } })).toBeUndefined();
  });

  it('offers streets and units, the unit with most features first, and survives the select', () => {
    const { zones, owners } = listScopes(features);
    expect(zones.map(({ title }) => title)).toEqual(['西街道', '东街道']);
    expect(owners[0]).toEqual({ owner: '甲公司', features: 3 });
    for (const scope of [
      undefined,
      { type: 'owner', owner: '甲:公司' },
      { type: 'zone', zone: zones[0]!.zone },
    ] as const) {
      expect(parseScopeKey(scopeKey(scope))).toEqual(scope);
    }
  });

  it('finds boxes, and none without positions', () => {
    const soil = features.get('soil')!.batch.geometry;
    expect(boxOf(soil, 2)).toEqual([12, 1, 13, 2]);
    expect(boxOf(buildTestFeatures([{ id: 'a', kind: 'road', rows: [{ id: '1' }] }]).get('a')!.batch.geometry, 0)).toBe(
      undefined,
    );
  });
});
