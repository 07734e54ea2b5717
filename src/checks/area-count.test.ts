import { describe, expect, it } from 'vitest';
import { area, layerOf, rectangle, route, spot, workspaceOf } from '../../test/support/workspace.ts';
import { createSession } from './session.ts';

const district = workspaceOf([
  layerOf('soil', 'bareSoil', [
    area('in', [10, 10, 100, 20], { status: 'uncovered', owner: '甲' }),
    area('half', [190, 10, 20, 30], { status: 'uncovered', owner: '甲' }),
    area('net', [20, 60, 10, 10], { status: 'netted', owner: '乙' }),
    area('out', [300, 10, 10, 10], { status: 'uncovered' }),
  ]),
  layerOf('sites', 'constructionSite', [spot('edge', 200, 50), spot('out', 201, 50)]),
  layerOf('roads', 'road', [route('r', [100, 50, 260, 50], { grade: '一级' })]),
  layerOf('zones', 'responsibilityZone', [area('z', [0, 0, 100, 100], { owner: '丙' })]),
  layerOf('boundary', 'boundary', [area('b', [0, 0, 1000, 1000])]),
]);
const layers = district.layers.map(({ id }) => id);
const count = async (only = layers, geometry = rectangle(0, 0, 200, 100)) =>
  (await createSession(district)).countInside({ geometry, layers: only });

describe('what lies in an area', () => {
  it('counts each feature with a part inside, and measures the part', async () => {
    const { areaSquareMeters, rows } = await count();
    expect(areaSquareMeters).toBeCloseTo(20_000, 1);
    const short = rows.map(({ layer, value, count, whole, areaSquareMeters, lengthMeters }) => [
      layer,
      value,
      count,
      whole,
      Math.round(areaSquareMeters),
      Math.round(lengthMeters),
    ]);
    expect(short).toEqual([
      ['soil', 'uncovered', 2, 1, 2300, 0],
      ['soil', 'netted', 1, 1, 100, 0],
      ['sites', '', 1, 1, 0, 0],
      ['roads', '一级', 1, 0, 0, 100],
      ['zones', '', 1, 1, 10_000, 0],
    ]);
  });

  it('takes of an estimate the share that lies inside', async () => {
    const whole = await count(['soil'], rectangle(180, 0, 100, 100));
    const half = await count(['soil'], rectangle(200, 0, 50, 100));
    const [all, part] = [whole.rows[0]!.pm10TonnesPerYear!, half.rows[0]!.pm10TonnesPerYear!];
    expect(all[1]).toBeGreaterThan(0);
    expect(part[1]).toBeCloseTo(all[1] / 2, 9);
  });

  it('names owners, findings and what lies inside', async () => {
    const { owners, findings, inside } = await count();
    expect(owners).toEqual([
      { owner: '甲', count: 2 },
      { owner: '丙', count: 1 },
      { owner: '乙', count: 1 },
    ]);
    expect(inside).toEqual({ soil: ['in', 'half', 'net'], sites: ['edge'], roads: ['r'], zones: ['z'] });
    // "in" and "half" are not fully assigned; the site on the edge is not either.
    expect(findings['source-unassigned']).toBe(3);
  });

  it('leaves out layers that are not asked for, and counts nothing in an empty area', async () => {
    expect((await count(['zones'])).rows.map(({ layer }) => layer)).toEqual(['zones']);
    const empty = await count(layers, { type: 'Polygon', coordinates: [] });
    expect(empty).toEqual({ areaSquareMeters: 0, rows: [], findings: {}, owners: [], inside: {} });
  });
});
