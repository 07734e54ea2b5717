import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { area, layerOf, type MadeFeature, route, workspaceOf } from '../../test/support/workspace.ts';
import type { CheckResult, EngineName } from '../model/findings.ts';
import type { Layer } from '../model/workspace.ts';
import { thresholdsInForce } from '../rules/thresholds.ts';
import { compareResults } from './compare-engines.ts';
import { PLAIN_ENGINE_TOLERANCE } from './plain/ellipsoid-measures.ts';
import { runChecks } from './run-checks.ts';

const routes = (...features: MadeFeature[]) => layerOf('routes', 'sweepingRoute', features);
const of = (operator: string, id: string, numbers: readonly number[], more = {}) =>
  route(id, numbers, { operator, ...more });

const ENGINES: readonly EngineName[] = ['fast', 'turf'];

async function find(engine: EngineName, ...layers: Layer[]) {
  const result = await runChecks(workspaceOf(layers), { engine });
  const found = result.findings.filter((finding) => finding.rule === 'route-overlap');
  return {
    result,
    found,
    pairs: found.map(({ subjects }) => subjects.map(({ feature }) => feature).join('+')).sort(),
    lengths: found.map(({ measures }) => measures.lengthMeters!.toFixed(2)).sort(),
    slivers: result.summary.byRule['route-overlap']?.slivers,
  };
}

describe.each(ENGINES)('route-overlap by the %s engine', (engine) => {
  it('measures the length of the first route that runs along the second', async () => {
    const { found, pairs, lengths } = await find(
      engine,
      routes(of('甲', 'a', [0, 0, 1000, 0]), of('乙', 'b', [1200, 9, 600, 9], { modes: 'sweep,wash' })),
    );
    expect(pairs).toEqual(['a+b']);
    expect(lengths).toEqual(['412.00']);
    expect(found[0]!.explain.params).toMatchObject({ operatorA: '甲', operatorB: '乙', secondModes: 'sweep,wash' });
    expect(found[0]!.geometry!.type).toBe('LineString');
  });

  it('asks for two known operators that differ, the owner standing in', async () => {
    const { pairs, result } = await find(
      engine,
      routes(
        of('甲', 'a', [0, 0, 500, 0]),
        of(' 甲 ', 'same', [0, 1, 500, 1]),
        route('unknown', [0, 2, 500, 2]),
        route('owned', [0, 3, 500, 3], { owner: '丙' }),
        route('owned-by-same', [0, 4, 500, 4], { owner: '甲' }),
      ),
    );
    expect(pairs).toEqual(['a+owned', 'owned+owned-by-same', 'same+owned']);
    expect(result.notes.map(({ problem }) => [problem.code, problem.params])).toEqual([
      ['routes-without-operator', { count: 1, total: 5 }],
    ]);
  });

  it('does not take a crossing, a steep branch or a neighbour 15.01 m away for the same road', async () => {
    const { found, slivers } = await find(
      engine,
      routes(
        of('甲', 'a', [0, 0, 1000, 0]),
        of('乙', 'across', [500, -100, 500, 100]),
        of('丙', 'branch', [200, 0, 300, 60]),
        of('丁', 'beside', [0, 15.01, 1000, 15.01]),
      ),
    );
    expect(found).toEqual([]);
    // The branch leaves at 31°, and lies along the neighbour nowhere.
    expect(slivers).toBe(0);
  });

  it('counts less than 50 m as a sliver, and 50 m as reached', async () => {
    const { lengths, slivers } = await find(
      engine,
      routes(
        of('甲', 'a', [0, 0, 50.001, 0]),
        of('乙', 'b', [-100, 5, 200, 5]),
        of('甲', 'c', [0, 500, 49.9, 500]),
        of('乙', 'd', [-100, 505, 200, 505]),
      ),
    );
    expect(lengths).toEqual(['50.00']);
    expect(slivers).toBe(1);
  });

  it('joins what lies at most 60 m apart, and divides what lies farther', async () => {
    const { lengths } = await find(
      engine,
      routes(
        of('甲', 'a', [0, 0, 1000, 0]),
        of('乙', 'b', [0, 0, 100, 0, 130, 40, 160, 0, 300, 0, 300, 200, 500, 200, 500, 0, 800, 0]),
      ),
    );
    expect(lengths).toHaveLength(2);
    // Up the detour and back again the second runs at 53°: it is along the first until 15 m past its corners.
    expect(Number(lengths[1])).toBeCloseTo(15 + 300 + 15, 2);
  });

  it('names each stretch and stays the same whichever layer holds the routes', async () => {
    const a = of('甲', 'a', [0, 0, 1000, 0]);
    const b = of('乙', 'b', [0, 0, 200, 0, 200, 300, 700, 300, 700, 0, 1000, 0]);
    const { found } = await find(engine, routes(a, b));
    expect(new Set(found.map(({ id }) => id)).size).toBe(2);
    const apart = await find(engine, layerOf('r', 'sweepingRoute', [a]), layerOf('s', 'sweepingRoute', [b]));
    expect(apart.lengths).toEqual(found.map(({ measures }) => measures.lengthMeters!.toFixed(2)).sort());
  });

  it('leaves out swept areas, and notes a layer without operators', async () => {
    const { found, result } = await find(
      engine,
      routes(of('甲', 'a', [0, 0, 500, 0]), area('square', [0, -50, 500, 100], { operator: '乙' })),
      layerOf('bare', 'sweepingRoute', [route('x', [0, 0, 500, 0])]),
    );
    expect(found).toEqual([]);
    expect(result.notes.map(({ layer, problem }) => [layer, problem.code, problem.params.field])).toEqual([
      ['bare', 'layer-lacks-field', 'operator'],
    ]);
  });
});

it('finds and measures the same by both engines', async () => {
  const coordinate = fc.integer({ min: 0, max: 9 }).map((n) => 53 * n);
  const path = fc
    .array(fc.tuple(coordinate, coordinate), { minLength: 2, maxLength: 4 })
    .filter((points) => points.every((p, i) => i === 0 || p[0] !== points[i - 1]![0] || p[1] !== points[i - 1]![1]))
    .map((points) => points.flat());
  const operated = fc.tuple(path, fc.constantFrom('甲', '乙', '丙'));
  await fc.assert(
    fc.asyncProperty(fc.array(operated, { minLength: 2, maxLength: 7 }), async (made) => {
      const document = workspaceOf([routes(...made.map(([numbers, operator], i) => of(operator, `r${i}`, numbers)))], {
        thresholds: { routeMatchMeters: 17.3 },
      });
      const fast = await runChecks(document);
      const turf = await runChecks(document, { engine: 'turf' });
      const thresholds = thresholdsInForce(document.rulePack);
      const { onlyFast, onlyTurf, different } = compareResults(fast, turf, thresholds, PLAIN_ENGINE_TOLERANCE);
      expect({ onlyFast, onlyTurf, different }).toEqual({ onlyFast: [], onlyTurf: [], different: [] });
      const sliversOf = ({ summary }: CheckResult) => summary.byRule['route-overlap']!.slivers;
      expect(sliversOf(fast)).toBe(sliversOf(turf));
    }),
    { seed: 20261126, numRuns: 100 },
  );
});
