import { describe, expect, it } from 'vitest';
import { area, degrees, layerOf, type MadeFeature, workspaceOf } from '../../test/support/workspace.ts';
import type { EngineName } from '../model/findings.ts';
import type { Layer } from '../model/workspace.ts';
import { runChecks } from './run-checks.ts';

const zones = (...features: MadeFeature[]) => layerOf('zones', 'responsibilityZone', features);
const street = (id: string, at: readonly [number, number, number, number], more = {}) =>
  area(id, at, { level: 'street', owner: `${id}办`, ...more });
const grid = (id: string, at: readonly [number, number, number, number], more = {}) =>
  area(id, at, { level: 'grid', owner: `${id}组`, ...more });

const ENGINES: readonly EngineName[] = ['fast', 'turf'];

async function find(engine: EngineName, ...layers: Layer[]) {
  const result = await runChecks(workspaceOf(layers), { engine });
  const found = result.findings.filter((finding) => finding.rule === 'zone-escape');
  return {
    found,
    pairs: found.map(({ subjects }) => subjects.map(({ feature }) => feature).join(' < ')).sort(),
    summary: result.summary.byRule['zone-escape'],
    notes: result.notes.filter(({ problem }) => problem.code === 'zone-parent-unknown'),
  };
}

describe.each(ENGINES)('zone-escape by the %s engine', (engine) => {
  it('measures what lies outside of the parent named by id, code or name', async () => {
    const { found, pairs } = await find(
      engine,
      zones(
        street('s', [0, 0, 1000, 1000], { code: '410100001', name: '新城街道' }),
        grid('by-id', [-30, 100, 100, 50], { parent: 's' }),
        grid('by-code', [-30, 200, 100, 50], { parent: '410100001' }),
        grid('by-name', [-30, 300, 100, 50], { parent: '新城街道' }),
      ),
    );
    expect(pairs).toEqual(['by-code < s', 'by-id < s', 'by-name < s']);
    for (const { measures, geometry, explain } of found) {
      expect(measures.areaSquareMeters).toBeCloseTo(1500, 3);
      expect(measures.widthMeters).toBeCloseTo(30, 1);
      expect(explain.params.outsideFraction).toBeCloseTo(0.3, 6);
      expect(explain.code).toBe('zone-escape.named');
      expect(geometry!.type).toBe('Polygon');
    }
  });

  it('adds up all pieces outside, and takes the widest', async () => {
    const { found } = await find(
      engine,
      zones(street('s', [0, 0, 1000, 100]), grid('g', [10, -20, 50, 160], { parent: 's' })),
    );
    expect(found[0]!.measures.areaSquareMeters).toBeCloseTo(50 * 60, 3);
    expect(found[0]!.measures.widthMeters).toBeCloseTo(40, 1);
    expect(found[0]!.geometry!.type).toBe('MultiPolygon');
  });

  it('without a parent takes the next coarser zone that holds more than half of it', async () => {
    const { pairs, found } = await find(
      engine,
      zones(
        area('d', [-5000, -5000, 10_000, 10_000], { level: 'district', owner: '区' }),
        street('s', [0, 0, 1000, 1000]),
        street('t', [-1000, 0, 1000, 1000]),
        grid('mostly-s', [-40, 0, 100, 100]),
        // An exact half is told from more than that by exact areas alone.
        ...(engine === 'fast' ? [grid('half', [-50, 200, 100, 100])] : []),
        grid('other-duty', [-40, 400, 100, 100], { duty: 'sweeping' }),
      ),
    );
    // What lies by halves in two streets is held by the district.
    expect(pairs).toEqual(['mostly-s < s']);
    expect(found[0]!.explain.code).toBe('zone-escape.held');
  });

  it('finds a zone that lies wholly elsewhere than its parent', async () => {
    const { found } = await find(
      engine,
      zones(street('s', [0, 0, 100, 100]), grid('g', [500, 0, 100, 80], { parent: 's' })),
    );
    expect(found[0]!.measures.areaSquareMeters).toBeCloseTo(8000, 3);
    expect(found[0]!.explain.params.outsideFraction).toBe(1);
  });

  it('takes 20 m² and 2 m as reached, and counts less as slivers', async () => {
    const { pairs, summary } = await find(
      engine,
      zones(
        street('s', [0, 0, 1000, 1000]),
        grid('reached', [-2, 0, 100, 10], { parent: 's' }),
        grid('thin', [-1, 100, 100, 100], { parent: 's' }),
        grid('small', [-3, 300, 100, 3], { parent: 's' }),
      ),
    );
    if (engine === 'fast') expect(pairs).toEqual(['reached < s']);
    expect(summary!.slivers).toBeGreaterThanOrEqual(2);
    if (engine === 'fast') expect(summary!.sliverAreaSquareMeters).toBeCloseTo(109, 6);
  });

  it('does not take touching for reaching out, nor a millimetre of it', async () => {
    const shared = degrees(0, 0, 700, 333, 1000, 1000, 0, 1000, 0, 0);
    const { found, summary } = await find(
      engine,
      zones(
        { geometry: { type: 'Polygon', coordinates: [shared] }, properties: { id: 's', level: 'street' } },
        { geometry: { type: 'Polygon', coordinates: [shared] }, properties: { id: 'same', parent: 's' } },
        grid('inside', [0, 900, 100, 100], { parent: 's' }),
        grid('millimetre', [-0.001, 500, 100, 100], { parent: 's' }),
      ),
    );
    expect(found).toEqual([]);
    expect(summary!.slivers).toBe(0);
  });

  it('takes the boundary for nobody’s parent', async () => {
    const boundary = layerOf('boundary', 'boundary', [area('410100', [0, 0, 1000, 1000], { name: '云河区' })]);
    const { found, notes } = await find(
      engine,
      boundary,
      zones(
        street('s', [-100, 0, 500, 500], { parent: '410100' }),
        street('t', [0, 600, 99, 99], { parent: '云河区' }),
      ),
    );
    expect(found).toEqual([]);
    expect(notes).toEqual([]);
  });

  it('notes a parent that is no zone it could lie in, and goes by the ground', async () => {
    const { pairs, notes } = await find(
      engine,
      zones(
        street('s', [0, 0, 1000, 1000]),
        grid('typo', [-30, 100, 100, 50], { parent: 'S' }),
        grid('itself', [100, 100, 100, 50], { parent: 'itself' }),
        grid('finer', [100, 300, 100, 50], { parent: 'shapeless' }),
        street('coarse', [2000, 0, 100, 100], { parent: 'itself' }),
        { geometry: null, properties: { id: 'shapeless', level: 'street' } },
      ),
    );
    expect(pairs).toEqual(['typo < s']);
    expect(notes.map(({ row, problem }) => [row, problem.params.parent])).toEqual([
      [1, 'S'],
      [2, 'itself'],
      [3, 'shapeless'],
      [4, 'itself'],
    ]);
  });

  it('caps the notes of one layer', async () => {
    const lost = Array.from({ length: 30 }, (_, i) => grid(`g${i}`, [200 * i, 0, 100, 100], { parent: '无' }));
    const { notes } = await find(engine, zones(...lost));
    expect(notes).toHaveLength(20);
  });

  it('takes two zones that name each other for siblings', async () => {
    const { found, notes } = await find(
      engine,
      zones(grid('a', [0, 0, 100, 100], { parent: 'b' }), grid('b', [100, 0, 100, 100], { parent: 'a' })),
    );
    expect(found).toEqual([]);
    expect(notes).toEqual([]);
  });

  it('judges patrol zones among themselves', async () => {
    const { pairs } = await find(
      engine,
      zones(street('s', [0, 0, 1000, 1000])),
      layerOf('patrols', 'patrolZone', [
        street('p', [0, 0, 400, 400]),
        grid('q', [-30, 0, 100, 100], { parent: 'p' }),
        grid('r', [-30, 200, 100, 100], { parent: 's' }),
      ]),
    );
    expect(pairs).toEqual(['q < p', 'r < p']);
  });
});
