import { describe, expect, it } from 'vitest';
import {
  area,
  degrees,
  layerOf,
  type MadeFeature,
  rectangle,
  spot,
  workspaceOf,
} from '../../test/support/workspace.ts';
import type { RuleId } from '../model/findings.ts';
import type { Layer } from '../model/workspace.ts';
import { runChecks } from './run-checks.ts';

const zones = (...features: MadeFeature[]) => layerOf('zones', 'responsibilityZone', features);
const boundary = (...features: MadeFeature[]) => layerOf('boundary', 'boundary', features);

async function find(rule: RuleId, ...layers: Layer[]) {
  const result = await runChecks(workspaceOf(layers));
  return {
    result,
    found: result.findings.filter((finding) => finding.rule === rule),
    summary: result.summary.byRule[rule],
  };
}

describe('zone-overlap', () => {
  it('measures the shared ground and its greatest width, once per pair', async () => {
    const { found, summary } = await find(
      'zone-overlap',
      zones(area('a', [0, 0, 100, 100], { owner: '甲' }), area('b', [96, 0, 100, 50], { owner: '乙' })),
    );
    expect(found).toHaveLength(1);
    expect(found[0]!.subjects.map(({ feature }) => feature)).toEqual(['a', 'b']);
    expect(found[0]!.measures.areaSquareMeters).toBeCloseTo(200, 6);
    expect(found[0]!.measures.widthMeters).toBeCloseTo(4, 6);
    expect(found[0]!.geometry!.type).toBe('Polygon');
    expect(summary).toMatchObject({ count: 1, slivers: 0 });
  });

  it('adds up several parts of one pair and takes the widest', async () => {
    // A comb of two teeth, 10 and 20 m wide, that reach 6 m into the other zone.
    const comb = degrees(0, 50, 0, -6, 10, -6, 10, 10, 30, 10, 30, -6, 50, -6, 50, 50, 0, 50);
    const { found } = await find(
      'zone-overlap',
      zones(
        { geometry: { type: 'Polygon', coordinates: [comb] }, properties: { id: 'comb', owner: '甲' } },
        area('below', [-10, -50, 100, 50], { owner: '乙' }),
      ),
    );
    expect(found).toHaveLength(1);
    expect(found[0]!.measures.areaSquareMeters).toBeCloseTo(60 + 120, 6);
    expect(found[0]!.measures.widthMeters).toBeCloseTo(6, 6);
    expect(found[0]!.geometry!.type).toBe('MultiPolygon');
  });

  it('counts what is too small or too thin as slivers', async () => {
    const { found, summary } = await find(
      'zone-overlap',
      zones(
        area('a', [0, 0, 100, 100], { owner: '甲' }),
        area('thin', [99, 0, 100, 100], { owner: '乙' }),
        area('small', [-97, -97, 100, 100], { owner: '丙' }),
      ),
    );
    expect(found).toEqual([]);
    expect(summary).toMatchObject({ count: 0, slivers: 2 });
    expect(summary!.sliverAreaSquareMeters).toBeCloseTo(100 + 9, 6);
  });

  it('takes 20 m² and 2 m themselves as reached', async () => {
    const { found } = await find(
      'zone-overlap',
      zones(area('a', [0, 0, 100, 10], { owner: '甲' }), area('b', [98, 0, 100, 10], { owner: '乙' })),
    );
    expect(found[0]!.measures.areaSquareMeters).toBeCloseTo(20, 6);
    expect(found[0]!.measures.widthMeters).toBeCloseTo(2, 6);
  });

  it('does not take touching for overlapping, nor one millimetre of it', async () => {
    const { found, summary } = await find(
      'zone-overlap',
      zones(
        area('a', [0, 0, 100, 100], { owner: '甲' }),
        area('touching', [100, 0, 100, 100], { owner: '乙' }),
        area('rounded', [0, 99.999, 100, 100], { owner: '丙' }),
      ),
    );
    expect(found).toEqual([]);
    expect(summary).toMatchObject({ slivers: 0, sliverAreaSquareMeters: 0 });
  });

  it('compares zones of one kind, level and duty with different owners, and takes no owner for another one', async () => {
    const over = [0, 0, 50, 50] as const;
    const pairs: [MadeFeature['properties'], MadeFeature['properties'], number][] = [
      [{ owner: '甲' }, { owner: '甲' }, 0],
      [{ owner: '甲 ' }, { owner: '甲' }, 0],
      [{ owner: '甲' }, { owner: '乙' }, 1],
      [{ owner: '甲' }, {}, 1],
      [{}, {}, 1],
      [{ owner: '甲', level: 'street' }, { owner: '乙', level: 'grid' }, 0],
      [{ owner: '甲' }, { owner: '乙', level: 'grid' }, 1],
      [{ owner: '甲', duty: '保洁' }, { owner: '乙' }, 0],
      [{ owner: '甲', duty: 'general' }, { owner: '乙' }, 1],
    ];
    for (const [p, q, expected] of pairs) {
      const { found } = await find('zone-overlap', zones(area('p', [...over], p), area('q', [...over], q)));
      expect(found, JSON.stringify([p, q])).toHaveLength(expected);
    }
    const patrol = layerOf('patrol', 'patrolZone', [area('p', [...over], { owner: '乙' })]);
    expect((await find('zone-overlap', zones(area('z', [...over], { owner: '甲' })), patrol)).found).toEqual([]);
  });
});

describe('zone-gap', () => {
  const ring = [area('w', [0, 0, 40, 100]), area('e', [60, 0, 40, 100]), area('s', [40, 0, 20, 40])];

  it('finds each piece of the boundary that no leaf zone covers, and the zones along it', async () => {
    const { found, result } = await find('zone-gap', zones(...ring), boundary(area('b', [0, 0, 100, 100])));
    expect(found).toHaveLength(1);
    expect(found[0]!.subjects.map(({ feature }) => feature)).toEqual(['w', 'e', 's']);
    expect(found[0]!.measures.areaSquareMeters).toBeCloseTo(20 * 60, 6);
    expect(found[0]!.measures.widthMeters).toBeCloseTo(20, 6);
    expect(result.summary.boundaryAreaSquareMeters).toBeCloseTo(10_000, 6);
    expect(result.summary.uncoveredAreaSquareMeters).toBeCloseTo(1200, 6);
  });

  it('without a boundary finds only what zones enclose', async () => {
    expect((await find('zone-gap', zones(...ring))).found).toEqual([]);
    const closed = await find('zone-gap', zones(...ring, area('n', [40, 80, 20, 20]), area('island', [45, 50, 5, 5])));
    expect(closed.found).toHaveLength(1);
    expect(closed.found[0]!.explain.code).toBe('zone-gap.enclosed');
    expect(closed.found[0]!.measures.areaSquareMeters).toBeCloseTo(20 * 40 - 25, 6);
    expect(closed.result.summary).toMatchObject({ boundaryAreaSquareMeters: 0, uncoveredAreaSquareMeters: 0 });
  });

  it('measures against the union of all boundary features', async () => {
    const { found, result } = await find(
      'zone-gap',
      zones(area('z', [0, 0, 100, 50])),
      boundary(area('b1', [0, 0, 60, 100]), area('b2', [40, 0, 60, 100])),
    );
    expect(found).toHaveLength(1);
    expect(found[0]!.measures.areaSquareMeters).toBeCloseTo(5000, 6);
    expect(result.summary.boundaryAreaSquareMeters).toBeCloseTo(10_000, 6);
  });

  it('counts slivers, adds them to the uncovered ground, and judges patrol zones only where there are any', async () => {
    const { found, summary, result } = await find(
      'zone-gap',
      zones(area('z', [0, 0, 99, 100])),
      boundary(area('b', [0, 0, 100, 100])),
    );
    expect(found).toEqual([]);
    expect(summary).toMatchObject({ count: 0, slivers: 1 });
    expect(summary!.sliverAreaSquareMeters).toBeCloseTo(100, 6);
    expect(result.summary.uncoveredAreaSquareMeters).toBeCloseTo(100, 6);
    const patrol = layerOf('patrol', 'patrolZone', [area('p', [0, 0, 50, 100])]);
    const both = await find(
      'zone-gap',
      zones(area('z', [0, 0, 100, 100])),
      patrol,
      boundary(area('b', [0, 0, 100, 100])),
    );
    expect(both.found.map(({ explain }) => explain.params.kind)).toEqual(['patrolZone']);
    expect(both.result.summary.uncoveredAreaSquareMeters).toBe(0);
  });

  it('keeps its id when ground elsewhere changes', async () => {
    const b = boundary(area('b', [0, 0, 100, 100]));
    const before = await find('zone-gap', zones(...ring), b);
    const after = await find(
      'zone-gap',
      zones(ring[2]!, area('e2', [60, 0, 40, 70]), ring[0]!, area('e1', [60, 70, 40, 30])),
      b,
    );
    expect(after.found[0]!.id).toBe(before.found[0]!.id);
  });
});

describe('zone-ownerless', () => {
  it('says which is missing', async () => {
    const { found } = await find(
      'zone-ownerless',
      zones(
        area('full', [0, 0, 10, 10], { owner: '甲', person: '张' }),
        area('noPerson', [20, 0, 10, 10], { owner: '甲', person: ' ' }),
        area('neither', [40, 0, 10, 10]),
      ),
    );
    expect(found.map(({ subjects, explain }) => [subjects[0]!.feature, explain.params.fields]).sort()).toEqual([
      ['neither', 'owner,person'],
      ['noPerson', 'person'],
    ]);
    expect(found[0]!.geometry).toBeDefined();
  });

  it('notes once on the layer a field that all of it lacks', async () => {
    const { found, result } = await find(
      'zone-ownerless',
      zones(area('a', [0, 0, 10, 10], { owner: '甲' }), area('b', [20, 0, 9, 9])),
    );
    expect(found.map(({ subjects, explain }) => [subjects[0]!.feature, explain.params.fields])).toEqual([
      ['b', 'owner'],
    ]);
    expect(result.notes).toEqual([
      { layer: 'zones', problem: { code: 'layer-lacks-field', params: { field: 'person' }, at: { layer: 'zones' } } },
    ]);
  });
});

describe('hotspot-unattended', () => {
  it('takes an edge for inside, and a zone of either kind for attendance', async () => {
    const hotspots = layerOf('hot', 'hotspot', [
      spot('in', 5, 5),
      spot('edge', 33.333, 0),
      spot('patrolled', 205, 5),
      spot('out', 60, 50),
      { geometry: rectangle(95, 95, 20, 20), properties: { id: 'footprint' } },
      { geometry: rectangle(101, 120, 20, 20), properties: { id: 'farFootprint' } },
    ]);
    const patrol = layerOf('patrol', 'patrolZone', [area('p', [200, 0, 10, 10])]);
    const { found } = await find(
      'hotspot-unattended',
      hotspots,
      zones(area('z', [0, 0, 50, 100]), area('y', [70, 0, 30, 100])),
      patrol,
    );
    expect(found.map(({ subjects }) => subjects[0]!.feature).sort()).toEqual(['farFootprint', 'out']);
    const out = found.find(({ subjects }) => subjects[0]!.feature === 'out')!;
    expect(out.measures.distanceMeters).toBeCloseTo(10, 6);
  });
});

it('leaves out geometry that a layer of its kind does not take, with a note', async () => {
  const { result } = await find('zone-overlap', zones(area('a', [0, 0, 10, 10]), spot('p', 5, 5)));
  expect(result.summary.zones).toBe(1);
  expect(result.notes.filter(({ problem }) => problem.code === 'geometry-of-wrong-type')).toEqual([
    {
      layer: 'zones',
      row: 1,
      problem: {
        code: 'geometry-of-wrong-type',
        params: { kind: 'responsibilityZone', geometry: 'point' },
        at: { layer: 'zones', row: 1, feature: 'p' },
      },
    },
  ]);
});

it('counts ground that three zones claim once in the sum, and once for each pair in the findings', async () => {
  const { found, summary } = await find(
    'zone-overlap',
    zones(
      area('a', [0, 0, 100, 100], { owner: '甲' }),
      area('b', [50, 0, 100, 100], { owner: '乙' }),
      area('c', [0, 50, 150, 100], { owner: '丙' }),
    ),
  );
  // a ∩ b is 50 × 100, a ∩ c 100 × 50, b ∩ c 100 × 50; all three share 50 × 50.
  expect(found.map(({ measures }) => Math.round(measures.areaSquareMeters!))).toEqual([5000, 5000, 5000]);
  expect(summary!.areaSquareMeters).toBeCloseTo(3 * 5000 - 2 * 2500, 3);
});
