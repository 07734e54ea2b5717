import { expect, it } from 'vitest';
import { document } from '../../test/fixtures/patch-samples.ts';
import { emptyGeometryColumn } from '../geo/geometry-column.ts';
import { applyPatch } from '../model/patch.ts';
import type { EditedFeature, Layer, WorkspaceDocument } from '../model/workspace.ts';
import { coverToday, setMeasure } from './daily-edits.ts';
import { findFeature } from './feature-edits.ts';

const subject = { layer: 's', feature: 'a' };
function withFeature(properties: EditedFeature['properties']): WorkspaceDocument {
  const layer: Layer = {
    id: 's',
    kind: 'bareSoil',
    title: '裸土',
    manifest: { id: 's', kind: 'bareSoil', file: 's.fgb' },
    base: { geometry: emptyGeometryColumn(), columns: new Map(), rows: new Uint32Array(0), ids: [] },
    edits: new Map([['a', { id: 'a', geometry: null, properties }]]),
  };
  return { ...document(), layers: [layer] };
}

it('nets open soil on the day it is told, as one edit with its words, and leaves treated soil alone', () => {
  const before = withFeature({ name: '甲', status: 'uncovered' });
  const made = coverToday(before, subject, '2026-11-23');
  expect(made?.patch.label).toEqual({ code: 'edit.soil-covered', params: { name: '甲' } });
  const done = applyPatch(before, made!.patch);
  expect(findFeature(done.document, subject)?.properties).toEqual({
    name: '甲',
    status: 'netted',
    treatedAt: '2026-11-23',
  });
  expect(applyPatch(done.document, done.inverse).document).toEqual(before);
  expect(coverToday(done.document, subject, '2026-11-24')).toBeUndefined();
});

it('ticks a measure, and says nothing where it has that state already', () => {
  const before = withFeature({ fence: 'no' });
  expect(setMeasure(before, subject, 'fence', 'yes')?.patch.label.params).toEqual({
    name: 'a',
    field: 'fence',
    state: 'yes',
  });
  expect(setMeasure(before, subject, 'fence', 'no')).toBeUndefined();
});
