import { expect, it } from 'vitest';
import { area, layerOf } from '../../../test/support/workspace.ts';
import { createLayerFeatures } from './layer-features.ts';
import { zonesOfOneDuty } from './zones-of-one-duty.ts';

it('keeps the zones of the duty that most have', () => {
  const made = layerOf('zones', 'responsibilityZone', [
    area('muck', [0, 0, 20, 10], { duty: '渣土监管' }),
    area('a', [0, 0, 10, 10], { duty: '扬尘管控' }),
    area('b', [10, 0, 10, 10], { duty: '扬尘管控' }),
  ]);
  const features = new Map([['zones', createLayerFeatures(made, made.base)]]);
  const zones = made.base.ids.map((feature) => ({ layer: 'zones', feature }));
  expect(zonesOfOneDuty(features, zones).map(({ feature }) => feature)).toEqual(['a', 'b']);
  expect(zonesOfOneDuty(features, [])).toEqual([]);
});
