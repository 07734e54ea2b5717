import { expect, it } from 'vitest';
import { buildTestFeatures } from '../../test-features.ts';
import { ghostShapes } from './ghost-shapes.ts';

const square: GeoJSON.Polygon = {
  type: 'Polygon',
  coordinates: [
    [
      [113.6, 34.7],
      [113.61, 34.7],
      [113.61, 34.71],
      [113.6, 34.7],
    ],
  ],
};
const features = buildTestFeatures([
  { id: 'soil', kind: 'bareSoil', rows: [{ id: 'a', geometry: square }] },
  { id: 'zones', kind: 'responsibilityZone', rows: [{ id: 'z', geometry: square }] },
]);
const drawn = (layer: string, feature: string) =>
  ghostShapes({ at: [113.605, 34.703], subjects: [{ layer, feature }] }, features, '已销号').map(
    ({ geometry, label }) => [geometry.type, label],
  );

it('outlines a source that is still in the ledger, and marks the place alone of everything else', () => {
  expect(drawn('soil', 'a')).toEqual([
    ['Polygon', undefined],
    ['Point', '已销号'],
  ]);
  expect(drawn('soil', 'gone')).toEqual([['Point', '已销号']]);
  expect(drawn('zones', 'z')).toEqual([['Point', '已销号']]);
});
