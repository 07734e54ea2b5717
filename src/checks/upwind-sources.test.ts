import fc from 'fast-check';
import { expect, it } from 'vitest';
import { area, layerOf, type MadeFeature, spot, workspaceOf } from '../../test/support/workspace.ts';
import type { Series } from '../model/series.ts';
import type { UpwindQuestion } from './around-types.ts';
import { openFastWorkspace } from './fast-workspace.ts';
import { runChecks } from './run-checks.ts';
import { findUpwindSources } from './upwind-sources.ts';

const soil = (...features: MadeFeature[]) => layerOf('soil', 'bareSoil', features);
const STATION = spot('S1', 0, 0, { kind: 'station', name: '一号站' });
const QUESTION: UpwindQuestion = {
  fromDegrees: 0,
  sectorDegrees: 22.5,
  reachMeters: 1000,
  subjects: [],
  minAreaSquareMeters: 0,
  onlyOpenSoil: false,
  most: 100,
};
const NORTH_WIND_SOIL = soil(
  area('large-near', [-60, 400, 120, 100], { status: 'uncovered' }),
  area('netted', [-60, 600, 120, 100], { status: 'netted' }),
  area('small', [-20, 300, 50, 50], { status: 'uncovered' }),
  area('beyond', [-60, 1001, 120, 100], { status: 'uncovered' }),
  area('at-the-reach', [-60, 1000, 120, 100], { status: 'uncovered' }),
  area('aside', [400, 400, 200, 200], { status: 'uncovered' }),
);

async function ask(question: Partial<UpwindQuestion>, ...layers: Parameters<typeof workspaceOf>[0]) {
  const workspace = await openFastWorkspace(workspaceOf(layers));
  return findUpwindSources(workspace, { ...QUESTION, ...question });
}
const namesOf = (place: Awaited<ReturnType<typeof ask>>[number] | undefined) =>
  place?.sources.map(({ subject }) => subject.feature);

it('answers which open patches over 1 ha lie within 1 km upwind of the station', async () => {
  const receptors = layerOf('receptors', 'receptor', [STATION, spot('school', 10, 10, { kind: 'school' })]);
  const places = await ask({ minAreaSquareMeters: 10_000, onlyOpenSoil: true }, NORTH_WIND_SOIL, receptors);
  expect(places.map(({ subject }) => subject.feature)).toEqual(['S1']);
  const [place] = places;
  // 12,000 m² each; 400 m and exactly 1,000 m away.
  expect(namesOf(place)).toEqual(['large-near', 'at-the-reach']);
  expect([place?.count, Math.round(place?.areaSquareMeters ?? 0)]).toEqual([2, 24_000]);
  const [first] = place?.sources ?? [];
  expect(first?.distanceMeters).toBeCloseTo(400, 2);
  expect(first?.areaSquareMeters).toBeCloseTo(12_000, 0);
  expect(Math.round((first?.bearingDegrees ?? 0) * 10)).toBe(0);
  // 0.7 · 12000 / (12000 + 5000) · (10 / 400)^1.5, in the middle of the wind.
  expect(first?.score).toBeCloseTo(0.7 * (12 / 17) * 0.025 ** 1.5, 6);
});

it('takes the wind from any side, and what the place lies on', async () => {
  const under = area('under', [-10, -200, 20, 250]);
  const layers = [soil(under, area('east', [450, -50, 100, 100])), layerOf('r', 'receptor', [STATION])] as const;
  const [east] = await ask({ fromDegrees: 90 }, ...layers);
  expect(namesOf(east)).toEqual(['under', 'east']);
  const [west] = await ask({ fromDegrees: 270 }, ...layers);
  expect(namesOf(west)).toEqual(['under']);
});

it('asks hotspots that are named, each place once, and nothing of what is not there', async () => {
  const hot = layerOf('hot', 'hotspot', [spot('h', 0, 100)]);
  const receptors = layerOf('r', 'receptor', [STATION]);
  const subjects = [
    { layer: 'hot', feature: 'h' },
    { layer: 'r', feature: 'S1' },
    { layer: 'hot', feature: 'gone' },
  ];
  const places = await ask({ subjects, most: 1 }, NORTH_WIND_SOIL, receptors, hot);
  expect(places.map(({ subject, sources, count }) => [subject.feature, sources.length, count])).toEqual([
    ['S1', 1, 4],
    // From 100 m farther north the one just beyond comes into reach as well.
    ['h', 1, 5],
  ]);
  expect(places[0]?.sector.coordinates[0]?.[0]).toEqual(places[0]?.at);
});

it('ranks as the check does for a hotspot and a reading of the same wind', async () => {
  const side = fc.integer({ min: 5, max: 150 });
  const place = fc.integer({ min: -900, max: 900 });
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(place, place, side, side), { minLength: 1, maxLength: 12 }),
      fc.integer({ min: 0, max: 359 }),
      async (boxes, fromDegrees) => {
        const sources = soil(...boxes.map((box, index) => area(`s${index}`, box)));
        const time = '2026-11-23T08:00:00+08:00';
        const hot = layerOf('hot', 'hotspot', [spot('h', 0, 0, { time })]);
        const receptors = layerOf('receptors', 'receptor', [spot('S1', 0, 5000, { kind: 'station' })]);
        const series: Series = {
          id: 's',
          station: { layer: 'receptors', feature: 'S1' },
          timesMs: Float64Array.of(Date.parse(time)),
          pm10: Float64Array.of(Number.NaN),
          windFromDegrees: Float64Array.of(fromDegrees),
          windForce: Float64Array.of(3),
        };
        const document = { ...workspaceOf([sources, hot, receptors]), series: [series] };
        const { findings } = await runChecks(document);
        const checked = findings.find(({ rule }) => rule === 'hotspot-source')?.candidates ?? [];
        const asked = findUpwindSources(await openFastWorkspace(document), {
          ...QUESTION,
          fromDegrees,
          reachMeters: 3000,
          subjects: [{ layer: 'hot', feature: 'h' }],
          most: 5,
        }).find(({ subject }) => subject.feature === 'h');
        expect(asked?.sources.map(({ score }) => score.toPrecision(9))).toEqual(
          checked.map(({ score }) => score.toPrecision(9)),
        );
      },
    ),
    { numRuns: 40, seed: 4100 },
  );
});
