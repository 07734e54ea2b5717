import { describe, expect, it } from 'vitest';
import { document, newLayer } from '../../test/fixtures/patch-samples.ts';
import { appendGeoJson, createGeometryBuilder } from '../geo/geometry-column.ts';
import type { FeatureBatch } from '../model/feature-batch.ts';
import { applyPatch } from '../model/patch.ts';
import type { Layer, WorkspaceDocument } from '../model/workspace.ts';
import type { ZoneGeometry } from './draw-types.ts';
import { deleteFeature, type FieldValues, nextId, patchOfSave, updateFeature } from './feature-edits.ts';
import { readFeature } from './read-feature.ts';

const square = (x: number): ZoneGeometry => ({
  type: 'Polygon',
  coordinates: [
    [
      [x, 0],
      [x + 1, 0],
      [x + 1, 1],
      [x, 0],
    ],
  ],
});
const form = (name: string, more: FieldValues = {}): FieldValues => ({ name, owner: '', ...more });
const NEW = { type: 'save', subject: undefined, pieces: [], absorbed: [], neighbours: [] } as const;
const patrols = { kind: 'patrolZone', layerTitle: '巡查区' } as const;
function create(document: WorkspaceDocument, shape: ZoneGeometry, values: FieldValues) {
  const made = patchOfSave(document, { ...NEW, shape }, values, patrols);
  if (!made) throw new Error('nothing made');
  return made;
}

/** A workspace whose patrol layer holds P-007 and a zone named by a number, with a column of the file's own. */
function withPatrol(): WorkspaceDocument {
  const builder = createGeometryBuilder();
  appendGeoJson(builder, square(0));
  appendGeoJson(builder, square(5));
  const text = (...values: string[]) =>
    ({ type: 'text', codes: Uint32Array.from(values, (_, i) => i + 1), dictionary: values }) as const;
  const base: FeatureBatch = {
    geometry: builder.finish(),
    columns: new Map([
      ['name', text('东区', '西区')],
      ['班次', text('早', '晚')],
    ]),
    rows: Uint32Array.of(0, 1),
    ids: ['P-007', '12'],
  };
  const patrol: Layer = {
    id: 'p',
    kind: 'patrolZone',
    title: '巡查区',
    manifest: { id: 'p', kind: 'patrolZone', file: 'p.fgb' },
    base,
    edits: new Map(),
  };
  return { ...document(), layers: [patrol] };
}
const bare = (): WorkspaceDocument => ({ ...document(), layers: [] });

describe('a new zone', () => {
  it('goes to the patrol layer under the next free number', () => {
    const { patch, subject } = create(withPatrol(), square(9), form('新区', { owner: ' 城管 ' }));
    expect(subject).toEqual({ layer: 'p', feature: 'P-008' });
    expect(patch.operations).toEqual([
      {
        op: 'feature',
        layer: 'p',
        id: 'P-008',
        feature: { id: 'P-008', geometry: square(9), properties: { id: 'P-008', name: '新区', owner: '城管' } },
      },
    ]);
    expect(patch.label).toEqual({ code: 'edit.feature-created', params: { name: '新区' } });
  });

  it('brings its layer along where there is none, and one undo takes both back', () => {
    const before = bare();
    const { patch, subject } = create(before, square(0), form(''));
    const { document: after, inverse } = applyPatch(before, patch);
    expect(after.layers.map(({ id, kind, title }) => [id, kind, title])).toEqual([['patrol', 'patrolZone', '巡查区']]);
    expect(readFeature(after.layers[0] as Layer, 'P-001')?.geometry).toEqual(square(0));
    expect(subject).toEqual({ layer: 'patrol', feature: 'P-001' });
    expect(applyPatch(after, inverse).document).toEqual(before);
  });

  it('does not take the id of a layer of another kind', () => {
    const before = { ...document(), layers: [] };
    const label = { code: '', params: {} };
    const road = { ...newLayer('patrol'), manifest: { id: 'patrol', kind: 'road' as const, file: 'r.fgb' } };
    const taken = applyPatch(before, { label, operations: [{ op: 'layer', id: 'patrol', index: 0, layer: road }] });
    expect(create(taken.document, square(0), form('')).subject.layer).toBe('patrol-2');
  });

  it('never gives a deleted zone’s number to another', () => {
    const before = withPatrol();
    const first = create(before, square(9), form('a'));
    let current = applyPatch(before, first.patch).document;
    current = applyPatch(current, deleteFeature(current, first.subject)?.patch ?? first.patch).document;
    expect(nextId('patrolZone', current.layers[0])).toBe('P-009');
  });
});

describe('a zone of the file', () => {
  const subject = { layer: 'p', feature: '12' };

  it('keeps the columns that the form does not show', () => {
    const { patch } = updateFeature(withPatrol(), subject, { values: form('西区', { person: '张某' }) }) ?? {};
    const after = applyPatch(withPatrol(), patch ?? { label: { code: '', params: {} }, operations: [] }).document;
    expect(readFeature(after.layers[0] as Layer, '12')).toEqual({
      id: '12',
      geometry: square(5),
      properties: { name: '西区', 班次: '晚', person: '张某' },
    });
    expect(patch?.label.code).toBe('edit.feature-described');
  });

  it('is no edit when nothing differs', () => {
    const same = { geometry: square(5), values: form('西区') };
    expect(updateFeature(withPatrol(), subject, same)).toBeUndefined();
    expect(updateFeature(withPatrol(), { layer: 'p', feature: 'none' }, { geometry: square(1) })).toBeUndefined();
  });

  it('says whether its shape, its words or both changed', () => {
    const codeOf = (change: Parameters<typeof updateFeature>[2]) =>
      updateFeature(withPatrol(), subject, change)?.patch.label.code;
    expect(codeOf({ geometry: square(6) })).toBe('edit.feature-reshaped');
    expect(codeOf({ geometry: square(6), values: form('南区') })).toBe('edit.feature-changed');
  });

  it('is deleted once', () => {
    const before = withPatrol();
    const deletion = deleteFeature(before, subject);
    expect(deletion?.patch.label).toEqual({ code: 'edit.feature-deleted', params: { name: '西区' } });
    const after = applyPatch(before, deletion?.patch ?? { label: { code: '', params: {} }, operations: [] }).document;
    expect(readFeature(after.layers[0] as Layer, '12')).toBeUndefined();
    expect(deleteFeature(after, subject)).toBeUndefined();
  });
});

describe('one gesture is one patch', () => {
  const subject = { layer: 'p', feature: '12' };
  const save = (more: object) =>
    patchOfSave(withPatrol(), { ...NEW, subject, shape: square(5), ...more }, { name: '西区' }, patrols);

  it('pieces become features with the same words and numbered names', () => {
    const made = save({ shape: square(4), pieces: [square(6), square(7)] });
    expect(made?.patch.label).toEqual({ code: 'edit.feature-split', params: { name: '西区' } });
    const after = applyPatch(withPatrol(), made!.patch).document.layers[0] as Layer;
    expect(readFeature(after, 'P-008')).toEqual({
      id: 'P-008',
      geometry: square(6),
      properties: { id: 'P-008', name: '西区 2', 班次: '晚' },
    });
    expect(readFeature(after, 'P-009')?.properties.name).toBe('西区 3');
  });

  it('what was merged goes, and a neighbour’s border goes along; one undo brings all back', () => {
    const before = withPatrol();
    const other = { layer: 'p', feature: 'P-007' };
    const merged = save({ shape: square(4), absorbed: [other] });
    const done = applyPatch(before, merged!.patch);
    expect(readFeature(done.document.layers[0] as Layer, 'P-007')).toBeUndefined();
    expect(applyPatch(done.document, done.inverse).document).toEqual(before);
    const along = save({ shape: square(4), neighbours: [{ subject: other, shape: square(1) }] });
    expect(along?.patch.label.code).toBe('edit.border-moved');
    const moved = applyPatch(before, along!.patch);
    expect(readFeature(moved.document.layers[0] as Layer, 'P-007')?.geometry).toEqual(square(1));
    expect(applyPatch(moved.document, moved.inverse).document).toEqual(before);
  });

  it('an untouched shape is no edit', () => {
    expect(save({})).toBeUndefined();
  });
});
