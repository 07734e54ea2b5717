import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { appendGeoJson, createGeometryBuilder, geometryToGeoJson } from '../geo/geometry-column.ts';
import { createColumnBuilder, createColumnsBuilder } from './column-builder.ts';
import { effectiveBatch } from './effective-batch.ts';
import { type FeatureBatch, type Value, valueAt } from './feature-batch.ts';
import { mapLayer } from './map-layer.ts';
import type { EditedFeature, Layer, LayerManifest } from './workspace.ts';

type Row = Readonly<Record<string, Value>>;
const polygon: GeoJSON.Polygon = {
  type: 'Polygon',
  coordinates: [
    [
      [0, 0],
      [1, 0],
      [1, 1],
      [0, 0],
    ],
  ],
};

function batchOf(rows: readonly Row[], geometry: GeoJSON.Geometry | null = polygon): FeatureBatch {
  const geometries = createGeometryBuilder();
  const columns = createColumnsBuilder();
  rows.forEach((row, index) => {
    appendGeoJson(geometries, geometry);
    for (const [name, value] of Object.entries(row)) columns.set(index, name, value);
  });
  return {
    geometry: geometries.finish(),
    columns: columns.finish(rows.length),
    rows: Uint32Array.from(rows.keys()),
    ids: [],
  };
}

const manifest = (more: Partial<LayerManifest> = {}): LayerManifest => ({
  id: 's',
  kind: 'bareSoil',
  file: 's.fgb',
  ...more,
});
const valuesOf = ({ batch }: { batch: FeatureBatch }, name: string) =>
  Array.from(batch.rows, (_, index) => valueAt(batch.columns.get(name), index));
const codesOf = ({ notes }: ReturnType<typeof mapLayer>) => notes.map(({ problem, row }) => [problem.code, row]);

describe('mapping a layer', () => {
  it('names features by mapped id, else by row, and makes duplicates unique past names in use', () => {
    const rows = ['A', 'A', 'A#2', null, 'A', ' B '].map((code) => ({ code }));
    const mapped = mapLayer(batchOf(rows), manifest({ fields: { id: 'code' } }));
    expect(mapped.batch.ids).toEqual(['A', 'A#3', 'A#2', '3', 'A#4', 'B']);
    expect(codesOf(mapped)).toEqual([
      ['duplicate-id', 1],
      ['duplicate-id', 4],
    ]);
    expect(mapped.batch.columns.has('id')).toBe(false);
  });

  it('reads dates, choices, states and numbers as ledgers write them', () => {
    const mapped = mapLayer(
      batchOf([
        { 状态: '已覆盖', 开工: '2026年11月3日', 面积: '1,200.5' },
        { 状态: '裸露', 开工: '2026/3/9 8:05', 面积: '2亩' },
        { 状态: 'netted', 开工: '20261103', 面积: '３公顷' },
      ]),
      manifest({ fields: { status: '状态', openedAt: '开工', areaSquareMeters: '面积' } }),
    );
    expect(valuesOf(mapped, 'status')).toEqual(['netted', 'uncovered', 'netted']);
    expect(valuesOf(mapped, 'openedAt')).toEqual(['2026-11-03', '2026-03-09T08:05:00', '2026-11-03']);
    expect(valuesOf(mapped, 'areaSquareMeters')).toEqual([1200.5, 2 * (10_000 / 15), 30_000]);
    expect([...mapped.batch.columns.keys()]).toEqual(['areaSquareMeters', 'status', 'openedAt']);
    expect(mapped.notes).toEqual([]);
  });

  it('joins list values and splits compound words', () => {
    const rows = [{ 方式: '洗扫、洒水' }, { 方式: 'sweep,spray' }, { 方式: '机扫+吹风' }];
    const mapped = mapLayer(batchOf(rows, null), manifest({ kind: 'sweepingRoute', fields: { modes: '方式' } }));
    expect(valuesOf(mapped, 'modes')).toEqual(['sweep,wash,spray', 'sweep,spray', 'sweep,吹风']);
    expect(codesOf(mapped)).toEqual([['value-not-in-list', 2]]);
  });

  it('keeps the own column of a field whose values could not all be read', () => {
    const mapped = mapLayer(batchOf([{ 开工: '待定' }, { 开工: '待定' }]), manifest({ fields: { openedAt: '开工' } }));
    expect(valuesOf(mapped, 'openedAt')).toEqual([null, null]);
    expect(valuesOf(mapped, '开工')).toEqual(['待定', '待定']);
    expect(mapped.notes[0]).toEqual({
      layer: 's',
      row: 0,
      problem: {
        code: 'value-unreadable',
        params: { field: 'openedAt', value: '待定', count: 2 },
        at: { file: 's.fgb', layer: 's', row: 0, column: '开工' },
      },
    });
  });

  it('does not take numbers of an unknown unit for square metres', () => {
    const mapped = mapLayer(batchOf([{ areaSquareMeters: 3 }]), manifest({ units: { areaSquareMeters: '斤' } }));
    expect(mapped.batch.columns.has('areaSquareMeters')).toBe(false);
    expect(valuesOf(mapped, 'areaSquareMeters_raw')).toEqual([3]);
    expect(codesOf(mapped)).toEqual([['unit-unknown', undefined]]);
  });

  it('lists the columns found where a mapped or filtered one is missing', () => {
    const mapped = mapLayer(batchOf([{ 甲: 1, 乙: 2 }]), manifest({ fields: { name: '丙' }, where: { 丁: ['x'] } }));
    expect(mapped.notes.map((note) => [note.problem.code, note.problem.params.columns])).toEqual([
      ['where-column-missing', '甲, 乙'],
      ['where-keeps-nothing', undefined],
      ['field-column-missing', '甲, 乙'],
    ]);
    expect(mapped.batch.rows.length).toBe(0);
  });

  it('keeps texts that look like numbers, and numbers of text fields, as text', () => {
    const mapped = mapLayer(batchOf([{ code: '0041', phone: 13800000000 }]), manifest());
    expect([valuesOf(mapped, 'code'), valuesOf(mapped, 'phone')]).toEqual([['0041'], ['13800000000']]);
  });

  it('lists twenty wrong rows and counts the others', () => {
    const mapped = mapLayer(batchOf(Array.from({ length: 50 }, () => ({}))), manifest({ kind: 'road' }));
    expect(mapped.notes.length).toBe(21);
    expect(mapped.notes[20]?.problem.params).toEqual({ of: 'geometry-not-for-kind', count: 30 });
    expect(mapped.batch.rows.length).toBe(50);
  });
});

describe('the effective batch', () => {
  const layerOf = (ids: readonly string[], edits: Layer['edits']): Layer => {
    const base = { ...batchOf(ids.map((id) => ({ name: `base ${id}`, n: 1 }))), ids };
    return { id: 'a', kind: 'bareSoil', title: 'a', manifest: manifest(), base, edits };
  };
  const edited = (id: string): EditedFeature => ({
    id,
    geometry: { type: 'Point', coordinates: [7, 8] },
    properties: { name: `edited ${id}`, extra: true },
  });

  it('equals laying the edits over one by one', () => {
    const ids: fc.Arbitrary<string> = fc.constantFrom('A', 'B', 'C', 'D', 'E', 'F');
    fc.assert(
      fc.property(fc.uniqueArray(ids), fc.array(fc.tuple(ids, fc.boolean())), (base, changes) => {
        const edits = new Map(changes.map(([id, isDeleted]) => [id, isDeleted ? null : edited(id)]));
        const batch = effectiveBatch(layerOf(base, edits));
        const added = [...edits].filter(([id, change]) => change && !base.includes(id)).map(([id]) => id);
        expect(batch.ids).toEqual([...base.filter((id) => edits.get(id) !== null), ...added]);
        expect(new Set(batch.rows).size).toBe(batch.ids.length);
        batch.ids.forEach((id, index) => {
          const isEdited = edits.get(id) !== undefined;
          expect(valueAt(batch.columns.get('name'), index)).toBe(`${isEdited ? 'edited' : 'base'} ${id}`);
          expect(valueAt(batch.columns.get('n'), index)).toBe(isEdited ? null : 1);
          expect(geometryToGeoJson(batch.geometry, index)?.type).toBe(isEdited ? 'Point' : 'Polygon');
          if (base.includes(id)) expect(batch.rows[index]).toBe(base.indexOf(id));
        });
      }),
    );
  });

  it('is the base itself without edits', () => {
    const layer = layerOf(['A'], new Map());
    expect(effectiveBatch(layer)).toBe(layer.base);
  });
});

describe('columns from values', () => {
  it('keep their type, and turn to text where types are mixed', () => {
    const columnOf = (values: unknown[]) => {
      const builder = createColumnBuilder();
      for (const [row, value] of values.entries()) builder.set(row, value);
      const column = builder.finish(values.length);
      return [column.type, ...values.map((_, row) => valueAt(column, row))];
    };
    expect(columnOf([1, null, 2.5])).toEqual(['number', 1, null, 2.5]);
    expect(columnOf([true, undefined, false])).toEqual(['boolean', true, null, false]);
    expect(columnOf([1, 'a', true, { b: 1 }, ''])).toEqual(['text', '1', 'a', 'true', '{"b":1}', null]);
    expect(columnOf([null, Number.NaN])).toEqual(['text', null, null]);
  });
});
