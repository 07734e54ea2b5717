import { expect, it } from 'vitest';
import { area, layerOf, route, spot, workspaceOf } from '../../test/support/workspace.ts';
import { openFastWorkspace } from './fast-workspace.ts';
import { describeSurroundings } from './surroundings.ts';

const LAYERS = [
  layerOf('soil', 'bareSoil', [area('s', [0, 0, 100, 100]), { geometry: null, properties: { id: 'nowhere' } }]),
  layerOf('piles', 'stockpile', [spot('p', 20, 20)]),
  layerOf('zones', 'responsibilityZone', [
    area('street', [-1000, -1000, 3000, 3000], { level: 'street', owner: '甲街道' }),
    area('grid', [-1000, -1000, 1075, 3000], { level: 'grid', owner: '甲街道' }),
  ]),
  layerOf('routes', 'sweepingRoute', [
    route('far', [900, -500, 900, 500], { passesPerDay: 2 }),
    route('near', [130, -500, 130, 500], { passesPerDay: 0 }),
    route('beyond', [1101, -500, 1101, 500], { passesPerDay: 2 }),
  ]),
  layerOf('hot', 'hotspot', [
    spot('old', 50, 50, { time: '2026-11-01T08:00' }),
    spot('new', 50, 600, { time: '2026-11-20T08:00' }),
    spot('out', 50, 1101, { time: '2026-11-22T08:00' }),
  ]),
  layerOf('places', 'receptor', [spot('school', -400, 50, { kind: 'school' })]),
];

async function ask(layer: string, feature: string) {
  const workspace = await openFastWorkspace(workspaceOf(LAYERS, { thresholds: { minPassesPerDay: 1 } }));
  return describeSurroundings(workspace, { subject: { layer, feature }, radiusMeters: 1000 });
}

it('tells the zones of a source with their shares, its routes, hotspots and receptors by distance', async () => {
  const found = await ask('soil', 's');
  expect(found?.areaSquareMeters).toBeCloseTo(10_000, 1);
  const { responsibilityZone, patrolZone } = found!.coverage;
  // The grid ends at x = 75; the street around it is no leaf, since most of the grid lies in it.
  expect(responsibilityZone.fraction).toBeCloseTo(0.75, 5);
  expect(responsibilityZone.zones.map(({ subject, fraction }) => [subject.feature, fraction.toFixed(3)])).toEqual([
    ['street', '1.000'],
    ['grid', '0.750'],
  ]);
  expect(patrolZone).toEqual({ fraction: 0, zones: [] });
  expect(
    found?.routes.map(({ subject, distanceMeters, bearingDegrees, qualifies }) => [
      subject.feature,
      Math.round(distanceMeters),
      Math.round(bearingDegrees),
      qualifies,
    ]),
  ).toEqual([
    ['near', 30, 122, false],
    ['far', 800, 93, true],
  ]);
  expect(found?.hotspots.count).toBe(2);
  expect(found?.hotspots.newest?.subject.feature).toBe('new');
  expect(
    found?.hotspots.nearest.map(({ subject, distanceMeters }) => [subject.feature, Math.round(distanceMeters)]),
  ).toEqual([
    ['old', 0],
    ['new', 500],
  ]);
  expect(
    found?.receptors.map(({ subject, distanceMeters, bearingDegrees }) => [
      subject.feature,
      Math.round(distanceMeters),
      Math.round(bearingDegrees),
    ]),
  ).toEqual([['school', 400, 270]]);
});

it('knows a point as wholly inside, and nothing of what is no source or has no place', async () => {
  expect((await ask('piles', 'p'))?.coverage.responsibilityZone.zones.map(({ fraction }) => fraction)).toEqual([1, 1]);
  expect(await ask('soil', 'nowhere')).toBeUndefined();
  expect(await ask('hot', 'old')).toBeUndefined();
  expect(await ask('soil', 'gone')).toBeUndefined();
});
