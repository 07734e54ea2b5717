import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { area, layerOf, type MadeFeature, route, spot, workspaceOf } from '../../test/support/workspace.ts';
import type { EngineName } from '../model/findings.ts';
import type { Series } from '../model/series.ts';
import type { Layer } from '../model/workspace.ts';
import { thresholdsInForce } from '../rules/thresholds.ts';
import { compareResults } from './compare-engines.ts';
import { PLAIN_ENGINE_TOLERANCE } from './plain/ellipsoid-measures.ts';
import { runChecks } from './run-checks.ts';

const sites = (...features: MadeFeature[]) => layerOf('sites', 'constructionSite', features);
const hotspots = (...features: MadeFeature[]) => layerOf('hotspots', 'hotspot', features);
const receptors = (...features: MadeFeature[]) => layerOf('receptors', 'receptor', features);
const TIME = '2026-11-23T08:00:00+08:00';

/** One reading at the hour of TIME. */
function seriesOf(feature: string, windFrom: number, force: number, time = TIME): Series {
  return {
    id: feature,
    station: { layer: 'receptors', feature },
    timesMs: Float64Array.of(Date.parse(time)),
    pm10: Float64Array.of(Number.NaN),
    windFromDegrees: Float64Array.of(windFrom),
    windForce: Float64Array.of(force),
  };
}

const ENGINES: readonly EngineName[] = ['fast', 'turf'];

async function find(engine: EngineName, layers: readonly Layer[], series: readonly Series[] = [], thresholds = {}) {
  const document = { ...workspaceOf(layers, { thresholds }), series };
  const result = await runChecks(document, { engine });
  const found = result.findings.filter((finding) => finding.rule === 'hotspot-source');
  const candidates = found[0]?.candidates ?? [];
  return { result, found, candidates, names: candidates.map(({ subject }) => subject.feature) };
}

describe.each(ENGINES)('hotspot-source by the %s engine', (engine) => {
  const station = receptors(spot('S1', 0, 5000, { kind: 'station', name: '一号站' }));
  const hotspot = hotspots(spot('h', 0, 0, { time: TIME }));
  /** 100 m squares whose middles lie 500 m to the north, east and south. */
  const around = sites(
    area('north', [-50, 450, 100, 100]),
    area('east', [450, -50, 100, 100]),
    area('south', [-50, -550, 100, 100]),
  );

  it('without a wind ranks by distance and strength, wherever they lie', async () => {
    const { found, candidates, names } = await find(engine, [
      hotspot,
      sites(area('near-and-small', [100, -5, 10, 10]), area('far-and-large', [200, -200, 400, 400])),
    ]);
    // 100 m² against 160,000 m²: 0.0196 · (10 / 100)^1.5 is less than 0.97 · (10 / 200)^1.5.
    expect(names).toEqual(['far-and-large', 'near-and-small']);
    expect(candidates[0]!.distanceMeters).toBeCloseTo(200, 2);
    expect(candidates[0]!.score).toBeCloseTo((160_000 / 165_000) * 0.05 ** 1.5, 5);
    expect(candidates[1]!.score).toBeCloseTo((100 / 5100) * 0.1 ** 1.5, 6);
    expect(candidates.map(({ bearingDegrees }) => Math.round(bearingDegrees * 10) / 10)).toEqual([90, 90]);
    expect(found[0]!.measures.distanceMeters).toBeCloseTo(200, 2);
    expect(found[0]!.explain.code).toBe('hotspot-source.windless');
  });

  it('with a wind takes only what lies where it comes from', async () => {
    for (const [from, name] of [
      [0, 'north'],
      [340, 'north'],
      [100, 'east'],
      [180, 'south'],
    ] as const) {
      const { found, names } = await find(engine, [station, hotspot, around], [seriesOf('S1', from, 2)]);
      expect(names).toEqual([name]);
      expect(found[0]!.explain).toMatchObject({
        code: 'hotspot-source.upwind',
        params: { stationName: '一号站', windForce: 2, windTime: TIME, windBearingDegrees: from, sectorDegrees: 22.5 },
      });
    }
    expect((await find(engine, [station, hotspot, around], [seriesOf('S1', 270, 2)])).found).toEqual([]);
  });

  it('lowers the score by the square of the cosine', async () => {
    const { candidates } = await find(engine, [station, hotspot, around], [seriesOf('S1', 20, 2)]);
    const strength = 10_000 / 15_000;
    expect(candidates[0]!.score).toBeCloseTo(strength * Math.cos(Math.PI / 9) ** 2 * (10 / 450) ** 1.5, 6);
  });

  it('asks for no direction in calm air, and none of readings older than 3 h', async () => {
    const calm = await find(engine, [station, hotspot, around], [seriesOf('S1', 270, 0)]);
    expect(calm.names.toSorted()).toEqual(['east', 'north', 'south']);
    if (engine === 'fast') expect(calm.names).toEqual(['north', 'east', 'south']);
    expect(calm.found[0]!.explain).toMatchObject({ code: 'hotspot-source.calm', params: { windForce: 0 } });
    const old = await find(engine, [station, hotspot, around], [seriesOf('S1', 270, 2, '2026-11-23T04:59:00+08:00')]);
    expect(old.found[0]!.explain.code).toBe('hotspot-source.windless');
    const timeless = await find(engine, [station, hotspots(spot('h', 0, 0)), around], [seriesOf('S1', 270, 2)]);
    expect(timeless.found[0]!.explain.code).toBe('hotspot-source.windless');
  });

  it('takes the wind of the nearest station that has one, and notes stations that are not there', async () => {
    const stations = receptors(spot('S1', 0, 900), spot('S2', 0, 300), spot('S3', 0, 100), {
      geometry: null,
      properties: { id: 'S4' },
    });
    const { names, result } = await find(
      engine,
      [stations, hotspot, around],
      [
        seriesOf('S1', 180, 2),
        seriesOf('S2', 90, 2),
        seriesOf('S3', 0, 2, '2026-11-22T08:00:00+08:00'),
        seriesOf('S4', 0, 2),
        seriesOf('S5', 0, 2),
      ],
    );
    expect(names).toEqual(['east']);
    const ofSeries = result.notes.filter(({ problem }) => problem.code.startsWith('series-'));
    expect(ofSeries.map(({ layer, problem }) => [layer, problem.code, problem.params.station])).toEqual([
      ['receptors', 'series-station-missing', 'S4'],
      ['receptors', 'series-station-missing', 'S5'],
    ]);
  });

  it('takes a source that the hotspot lies on in any wind, and says so', async () => {
    const { found, names, candidates } = await find(
      engine,
      [station, hotspot, sites(area('under', [-60, -10, 70, 70]), area('north', [-50, 450, 100, 100]))],
      [seriesOf('S1', 0, 2)],
    );
    expect(names).toEqual(['under', 'north']);
    expect(candidates[0]!.distanceMeters).toBe(0);
    expect(candidates[0]!.score).toBeCloseTo(4900 / 9900, 5);
    expect(found[0]!.explain.code).toBe('hotspot-source.on');
  });

  it('reaches 3 km and not farther', async () => {
    const { names } = await find(engine, [
      hotspot,
      sites(area('in', [0, 2999.99, 100, 100]), area('out', [3000.01, 0, 100, 100])),
    ]);
    expect(names).toEqual(['in']);
    expect((await find(engine, [hotspot, sites(area('out', [3100, 0, 10, 10]))])).found).toEqual([]);
  });

  it('lists no more than asked for, equal ones in the order of the document', async () => {
    const square = (id: string, x: number, y: number) => spot(id, x, y);
    const { names } = await find(
      engine,
      [
        hotspot,
        sites(square('c', 0, 200), square('a', 200, 0)),
        layerOf('more', 'constructionSite', [square('b', -200, 0)]),
      ],
      [],
      { maxHotspotCandidates: 2.5 },
    );
    expect(names).toHaveLength(2);
    if (engine === 'fast') expect(names).toEqual(['c', 'a']);
  });

  it('takes a satellite’s pixel for a footprint: what lies in it is at distance 0', async () => {
    const pixel = hotspots(spot('p', 0, 0, { source: 'satellite', scanMeters: 1000, trackMeters: 600 }));
    const { candidates, found } = await find(engine, [
      pixel,
      sites(area('inside', [400, 200, 50, 50]), area('east', [600, -5, 20, 10]), area('north', [-5, 400, 10, 20])),
    ]);
    const distances = Object.fromEntries(
      candidates.map(({ subject, distanceMeters }) => [subject.feature, distanceMeters]),
    );
    expect(distances.inside).toBe(0);
    expect(distances.east).toBeCloseTo(100, 2);
    expect(distances.north).toBeCloseTo(100, 2);
    expect(found[0]!.explain.code).toBe('hotspot-source.on');
  });

  it('ranks treated soil behind bare soil, and points by the area that the ledger states', async () => {
    const { names } = await find(engine, [
      hotspot,
      layerOf('soil', 'bareSoil', [
        spot('netted', 100, 0, { status: 'netted', areaSquareMeters: 20_000 }),
        spot('unknown', 0, 100, { status: 'uncovered' }),
        spot('large', -100, 0, { status: 'uncovered', areaSquareMeters: 20_000 }),
        route('line', [0, -100, 50, -100], { status: 'uncovered', areaSquareMeters: 10 }),
      ]),
    ]);
    expect(names).toEqual(['large', 'netted', 'unknown', 'line']);
  });

  it('finds nothing without sources near, and leaves out hotspots without a place', async () => {
    const { found, result } = await find(engine, [
      hotspots({ geometry: null, properties: { id: 'nowhere' } }),
      sites(area('a', [0, 0, 10, 10])),
    ]);
    expect(found).toEqual([]);
    expect(result.summary.byRule['hotspot-source']).toMatchObject({ count: 0 });
    const none = await find(engine, [hotspots(spot('h', 0, 0)), sites()]);
    expect(none.result.unchecked.map(({ rule, problem }) => [rule, problem.code])).toContainEqual([
      'hotspot-source',
      'rule-lacks-layer',
    ]);
  });
});

it('finds and ranks the same by both engines', async () => {
  const coordinate = fc.integer({ min: -30, max: 30 }).map((n) => 97 * n + (n % 7));
  const place = fc.tuple(coordinate, coordinate);
  const site = fc.tuple(coordinate, coordinate, fc.integer({ min: 10, max: 400 }), fc.integer({ min: 10, max: 400 }));
  await fc.assert(
    fc.asyncProperty(
      fc.array(site, { minLength: 1, maxLength: 12 }),
      fc.array(place, { minLength: 1, maxLength: 6 }),
      fc.integer({ min: 0, max: 359 }),
      async (made, spots, windFrom) => {
        const document = {
          ...workspaceOf([
            sites(...made.map((at, i) => area(`a${i}`, at))),
            hotspots(
              ...spots.map(([x, y], i) =>
                spot(`h${i}`, x, y, i % 2 ? { time: TIME } : { scanMeters: 375, trackMeters: 370 }),
              ),
            ),
            receptors(spot('S1', 0, 0, { kind: 'station' })),
          ]),
          series: [seriesOf('S1', windFrom, 2)],
        };
        const fast = await runChecks(document);
        const turf = await runChecks(document, { engine: 'turf' });
        const thresholds = thresholdsInForce(document.rulePack);
        const { onlyFast, onlyTurf, different } = compareResults(fast, turf, thresholds, PLAIN_ENGINE_TOLERANCE);
        expect({ onlyFast, onlyTurf, different }).toEqual({ onlyFast: [], onlyTurf: [], different: [] });
        for (const finding of fast.findings) {
          const other = turf.findings.find(({ id }) => id === finding.id);
          finding.candidates?.forEach(({ score, bearingDegrees }, k) => {
            expect(other!.candidates![k]!.score).toBeCloseTo(score, 4);
            if (finding.candidates!.length === 1) {
              expect(other!.candidates![k]!.bearingDegrees).toBeCloseTo(bearingDegrees, 1);
            }
          });
        }
      },
    ),
    { seed: 20261126, numRuns: 40 },
  );
});
