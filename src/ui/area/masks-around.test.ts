import { expect, it } from 'vitest';
import { buildTestFeatures } from '../test-features.ts';
import { masksAround } from './masks-around.ts';

it('hides all but what lies inside, and no boundary', () => {
  const features = buildTestFeatures([
    { id: 'soil', kind: 'bareSoil', rows: [{ id: 'a' }, { id: 'b' }, { id: 'c' }] },
    { id: 'sites', kind: 'constructionSite', rows: [{ id: 's' }] },
    { id: 'border', kind: 'boundary', rows: [{ id: 'x' }] },
  ]);
  const masks = masksAround(features, { soil: ['b', 'gone'] });
  expect([...masks].map(([layer, mask]) => [layer, [...mask]])).toEqual([
    ['soil', [1, 0, 1]],
    ['sites', [1]],
  ]);
});
