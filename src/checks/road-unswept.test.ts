import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { area, layerOf, type MadeFeature, route, workspaceOf } from '../../test/support/workspace.ts';
import type { CheckResult, EngineName } from '../model/findings.ts';
import type { Layer } from '../model/workspace.ts';
import { thresholdsInForce } from '../rules/thresholds.ts';
import { compareResults } from './compare-engines.ts';
import { PLAIN_ENGINE_TOLERANCE } from './plain/ellipsoid-measures.ts';
import { runChecks } from './run-checks.ts';

const roads = (...features: MadeFeature[]) => layerOf('roads', 'road', features);
const routes = (...features: MadeFeature[]) => layerOf('routes', 'sweepingRoute', features);
const road = (id: string, numbers: readonly number[], more = {}) => route(id, numbers, { grade: '一级', ...more });

const ENGINES: readonly EngineName[] = ['fast', 'turf'];

async function find(engine: EngineName, ...layers: Layer[]) {
  const result = await runChecks(workspaceOf(layers), { engine });
  const found = result.findings.filter((finding) => finding.rule === 'road-unswept');
  return {
    result,
    found,
    lengths: found.map(({ measures }) => measures.lengthMeters!),
    slivers: result.summary.byRule['road-unswept']?.slivers,
  };
}

describe.each(ENGINES)('road-unswept by the %s engine', (engine) => {
  it('measures what no route runs along, to where one comes within 15 m', async () => {
    const { found, lengths } = await find(
      engine,
      roads(road('a', [0, 0, 1000, 0])),
      routes(route('r', [0, 9, 400, 9])),
    );
    // The route ends at 400 and reaches on as far as a circle of 15 m does at 9 m to the side.
    expect(lengths).toHaveLength(1);
    expect(lengths[0]).toBeCloseTo(600 - 12, 2);
    expect(found[0]!.subjects).toEqual([{ layer: 'roads', feature: 'a' }]);
    expect(found[0]!.geometry!.type).toBe('LineString');
    expect(found[0]!.explain).toMatchObject({
      code: 'road-unswept.length',
      params: { grade: '一级', matchMeters: 15 },
    });
  });

  it('takes a route 14.99 m away for along it, and one 15.01 m away for none', async () => {
    const { found } = await find(
      engine,
      roads(road('a', [0, 0, 500, 0]), road('b', [0, 1000, 500, 1000])),
      routes(route('r', [-50, 14.99, 550, 14.99]), route('s', [-50, 1015.01, 550, 1015.01])),
    );
    expect(found.map(({ subjects }) => subjects[0]!.feature)).toEqual(['b']);
  });

  it('follows a bend, and a route of other corners', async () => {
    const { found } = await find(
      engine,
      roads(road('a', [0, 0, 300, 0, 300, 300])),
      routes(route('r', [0, 5, 150, 5, 295, 5, 295, 300])),
    );
    expect(found).toEqual([]);
  });

  it('is one finding though swept streets cross, without what they sweep', async () => {
    const crossing = (x: number) => route(`r${x}`, [x, -200, x, 200]);
    const { found, lengths } = await find(
      engine,
      roads(road('a', [0, 0, 1000, 0])),
      routes(crossing(200), crossing(500), crossing(800)),
    );
    expect(lengths).toHaveLength(1);
    expect(lengths[0]).toBeCloseTo(1000 - 3 * 30, 2);
    expect((found[0]!.geometry as GeoJSON.MultiLineString).coordinates).toHaveLength(4);
  });

  it('is two findings where more than 60 m between are swept, each with its own id', async () => {
    const { found, lengths } = await find(
      engine,
      roads(road('a', [0, 0, 1000, 0])),
      routes(route('r', [450, 0, 482, 0])),
    );
    expect(lengths.map((length) => length.toFixed(2)).sort()).toEqual(['435.00', '503.00']);
    expect(new Set(found.map(({ id }) => id)).size).toBe(2);
  });

  it('counts shorter stretches as slivers, 30 m itself as reached', async () => {
    const { lengths, slivers } = await find(
      engine,
      roads(road('a', [0, 0, 29.9, 0]), road('b', [0, 500, 30.001, 500])),
      routes(route('r', [5000, 0, 6000, 0])),
    );
    expect(lengths.map((length) => length.toFixed(2))).toEqual(['30.00']);
    expect(slivers).toBe(1);
  });

  it('takes what lies in a swept area, or within 15 m of it, for swept', async () => {
    const { lengths } = await find(
      engine,
      roads(road('a', [-200, 50, 1000, 50])),
      routes(area('square', [0, 0, 300, 100])),
    );
    expect(lengths.map((length) => length.toFixed(2)).sort()).toEqual(['185.00', '685.00']);
  });

  it('takes a courtyard in a swept area for unswept', async () => {
    const around = area('around', [0, 0, 600, 600]);
    const hole = area('hole', [100, 100, 400, 400]).geometry as GeoJSON.Polygon;
    const withHole = {
      type: 'Polygon' as const,
      coordinates: [...(around.geometry as GeoJSON.Polygon).coordinates, hole.coordinates[0]!.toReversed()],
    };
    const { lengths } = await find(
      engine,
      roads(road('a', [50, 300, 550, 300])),
      routes({ geometry: withHole, properties: { id: 'ring' } }),
    );
    expect(lengths.map((length) => length.toFixed(2))).toEqual(['370.00']);
  });

  it('asks for routes that qualify', async () => {
    const layers = [
      roads(road('a', [0, 0, 500, 0])),
      routes(route('r', [0, 0, 500, 0], { passesPerDay: 1 }), route('other', [0, 900, 5, 900], { passesPerDay: 4 })),
    ];
    const strict = await runChecks(workspaceOf(layers, { thresholds: { minPassesPerDay: 2 } }), { engine });
    expect(strict.findings.map(({ rule }) => rule)).toEqual(['road-unswept']);
    expect((await find(engine, ...layers)).found).toEqual([]);
  });

  it('does not judge roads without a grade or of another, and notes the former once a layer', async () => {
    const { found, result } = await find(
      engine,
      roads(road('a', [0, 0, 500, 0], { grade: '等外' }), route('b', [0, 99, 500, 99]), route('c', [0, 200, 500, 200])),
      layerOf('bare', 'road', [route('d', [0, 300, 500, 300])]),
      layerOf('none', 'road', []),
      routes(route('r', [5000, 0, 6000, 0])),
    );
    expect(found).toEqual([]);
    expect(
      result.notes
        .filter(({ layer }) => layer !== 'routes')
        .map(({ layer, problem }) => [layer, problem.code, problem.params]),
    ).toEqual([
      ['roads', 'roads-without-grade', { count: 2, total: 3 }],
      ['bare', 'layer-lacks-field', { field: 'grade' }],
    ]);
  });

  it('says the silt loading where it was measured', async () => {
    const { found } = await find(
      engine,
      roads(road('a', [0, 0, 500, 0], { siltLoadingGramsPerSquareMeter: 1.4 })),
      routes(route('r', [5000, 0, 6000, 0])),
    );
    expect(found[0]!.explain.code).toBe('road-unswept.silty');
    expect(found[0]!.explain.params.siltLoadingGramsPerSquareMeter).toBe(1.4);
    expect(found[0]!.severity).toBeCloseTo(0.5 * (0.6 + (0.4 * 1.4) / 2.4), 6);
  });

  it('is not checked without routes', async () => {
    const { result } = await find(engine, roads(road('a', [0, 0, 500, 0])));
    expect(result.unchecked.filter(({ rule }) => rule === 'road-unswept').map(({ problem }) => problem)).toEqual([
      { code: 'rule-lacks-layer', params: { rule: 'road-unswept', kinds: 'sweepingRoute' } },
    ]);
  });
});

it('finds and measures the same by both engines', async () => {
  const coordinate = fc.integer({ min: 0, max: 14 }).map((n) => 53 * n);
  const path = fc
    .array(fc.tuple(coordinate, coordinate), { minLength: 2, maxLength: 4 })
    .filter((points) => points.every((p, i) => i === 0 || p[0] !== points[i - 1]![0] || p[1] !== points[i - 1]![1]))
    .map((points) => points.flat());
  const paths = fc.array(path, { minLength: 1, maxLength: 5 });
  await fc.assert(
    fc.asyncProperty(paths, paths, async (roadPaths, routePaths) => {
      const document = workspaceOf(
        [
          roads(...roadPaths.map((numbers, i) => road(`a${i}`, numbers))),
          routes(...routePaths.map((numbers, i) => route(`r${i}`, numbers)), area('square', [100.5, 100.5, 150, 150])),
        ],
        { thresholds: { routeMatchMeters: 17.3 } },
      );
      const fast = await runChecks(document);
      const turf = await runChecks(document, { engine: 'turf' });
      const { onlyFast, onlyTurf, different } = compareResults(
        fast,
        turf,
        thresholdsInForce(document.rulePack),
        PLAIN_ENGINE_TOLERANCE,
      );
      expect({ onlyFast, onlyTurf, different }).toEqual({ onlyFast: [], onlyTurf: [], different: [] });
      const sliversOf = ({ summary }: CheckResult) => summary.byRule['road-unswept']!.slivers;
      expect(sliversOf(fast)).toBe(sliversOf(turf));
    }),
    { seed: 20261126, numRuns: 60 },
  );
});
