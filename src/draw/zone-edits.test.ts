import { describe, expect, it } from 'vitest';
import { document, newLayer } from '../../test/fixtures/patch-samples.ts';
import { appendGeoJson, createGeometryBuilder } from '../geo/geometry-column.ts';
import type { FeatureBatch } from '../model/feature-batch.ts';
import { applyPatch } from '../model/patch.ts';
import type { Layer, WorkspaceDocument } from '../model/workspace.ts';
import type { ZoneGeometry } from './draw-types.ts';
import { readFeature } from './read-feature.ts';
import { attributesOf, createZone, deleteZone, nextZoneId, updateZone, type ZoneAttributes } from './zone-edits.ts';
import { formatZonesAsGeoJson } from './zone-export.ts';

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
const form = (name: string, more: Partial<ZoneAttributes> = {}): ZoneAttributes => ({
  ...attributesOf(undefined),
  name,
  ...more,
});

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
    const { patch, subject } = createZone(withPatrol(), square(9), form('新区', { owner: ' 城管 ' }), '巡查区');
    expect(subject).toEqual({ layer: 'p', feature: 'P-008' });
    expect(patch.operations).toEqual([
      {
        op: 'feature',
        layer: 'p',
        id: 'P-008',
        feature: { id: 'P-008', geometry: square(9), properties: { id: 'P-008', name: '新区', owner: '城管' } },
      },
    ]);
    expect(patch.label).toEqual({ code: 'edit.zone-created', params: { name: '新区' } });
  });

  it('brings its layer along where there is none, and one undo takes both back', () => {
    const before = bare();
    const { patch, subject } = createZone(before, square(0), form(''), '巡查区');
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
    expect(createZone(taken.document, square(0), form(''), '巡查区').subject.layer).toBe('patrol-2');
  });

  it('never gives a deleted zone’s number to another', () => {
    const before = withPatrol();
    const first = createZone(before, square(9), form('a'), '');
    let current = applyPatch(before, first.patch).document;
    current = applyPatch(current, deleteZone(current, first.subject)?.patch ?? first.patch).document;
    expect(nextZoneId(current.layers[0])).toBe('P-009');
  });
});

describe('a zone of the file', () => {
  const subject = { layer: 'p', feature: '12' };

  it('keeps the columns that the form does not show', () => {
    const { patch } = updateZone(withPatrol(), subject, { attributes: form('西区', { person: '张某' }) }) ?? {};
    const after = applyPatch(withPatrol(), patch ?? { label: { code: '', params: {} }, operations: [] }).document;
    expect(readFeature(after.layers[0] as Layer, '12')).toEqual({
      id: '12',
      geometry: square(5),
      properties: { name: '西区', 班次: '晚', person: '张某' },
    });
    expect(patch?.label.code).toBe('edit.zone-described');
  });

  it('is no edit when nothing differs', () => {
    const same = { geometry: square(5), attributes: form('西区') };
    expect(updateZone(withPatrol(), subject, same)).toBeUndefined();
    expect(updateZone(withPatrol(), { layer: 'p', feature: 'none' }, { geometry: square(1) })).toBeUndefined();
  });

  it('says whether its shape, its words or both changed', () => {
    const codeOf = (change: Parameters<typeof updateZone>[2]) =>
      updateZone(withPatrol(), subject, change)?.patch.label.code;
    expect(codeOf({ geometry: square(6) })).toBe('edit.zone-reshaped');
    expect(codeOf({ geometry: square(6), attributes: form('南区') })).toBe('edit.zone-changed');
  });

  it('is deleted once', () => {
    const before = withPatrol();
    const deletion = deleteZone(before, subject);
    expect(deletion?.patch.label).toEqual({ code: 'edit.zone-deleted', params: { name: '西区' } });
    const after = applyPatch(before, deletion?.patch ?? { label: { code: '', params: {} }, operations: [] }).document;
    expect(readFeature(after.layers[0] as Layer, '12')).toBeUndefined();
    expect(deleteZone(after, subject)).toBeUndefined();
  });
});

describe('export as GeoJSON', () => {
  it('winds outer rings counter-clockwise and keeps ids and words', () => {
    const clockwise: ZoneGeometry = {
      type: 'Polygon',
      coordinates: [square(0).coordinates[0]?.toReversed() as number[][]],
    };
    const text = formatZonesAsGeoJson([{ id: 'P-001', geometry: clockwise, properties: { name: '东区' } }]);
    expect(JSON.parse(text)).toEqual({
      type: 'FeatureCollection',
      features: [{ type: 'Feature', id: 'P-001', properties: { id: 'P-001', name: '东区' }, geometry: square(0) }],
    });
  });
});
