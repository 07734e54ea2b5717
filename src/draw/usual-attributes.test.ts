import { expect, test } from 'vitest';
import { emptyGeometryColumn } from '../geo/geometry-column.ts';
import type { EditedFeature, Layer } from '../model/workspace.ts';
import { usualLevelAndDuty } from './usual-attributes.ts';

const zone = (id: string, properties: EditedFeature['properties']): [string, EditedFeature] => [
  id,
  { id, geometry: null, properties },
];

function layerOf(edits: [string, EditedFeature][]): Layer {
  const manifest = { id: 'patrols', kind: 'patrolZone', file: '' } as const;
  const base = { geometry: emptyGeometryColumn(), columns: new Map(), rows: new Uint32Array(0), ids: [] };
  return { id: 'patrols', kind: 'patrolZone', title: '巡查区', manifest, base, edits: new Map(edits) };
}

test('a new zone begins with the level and duty that most zones have', () => {
  const layer = layerOf([
    zone('a', { duty: '巡查', level: 'grid' }),
    zone('b', { duty: '渣土', level: 'street' }),
    zone('c', { duty: '巡查', level: 'grid' }),
  ]);
  expect(usualLevelAndDuty(layer)).toEqual({ level: 'grid', duty: '巡查' });
});

test('where most zones say nothing, nothing is said, and without a layer neither', () => {
  const layer = layerOf([zone('a', {}), zone('b', {}), zone('c', { duty: '巡查' })]);
  expect(usualLevelAndDuty(layer)).toEqual({ level: '', duty: '' });
  expect(usualLevelAndDuty(undefined)).toEqual({ level: '', duty: '' });
});
