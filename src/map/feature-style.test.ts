import { describe, expect, it } from 'vitest';
import { appendGeoJson, createGeometryBuilder } from '../geo/geometry-column.ts';
import { createColumnsBuilder } from '../model/column-builder.ts';
import type { FeatureBatch, Value } from '../model/feature-batch.ts';
import type { LayerKind } from '../model/kinds.ts';
import { labelFeatures, MEASURE_STATES, stripVariationSelectors, styleFeatures } from './feature-style.ts';
import { NO_TINT, SYMBOLOGY } from './symbology.ts';

function batchOf(rows: readonly Record<string, Value>[]): FeatureBatch {
  const builder = createGeometryBuilder();
  const columns = createColumnsBuilder();
  rows.forEach((row, index) => {
    appendGeoJson(builder, { type: 'Point', coordinates: [113.6, 34.7] });
    for (const [name, value] of Object.entries(row)) columns.set(index, name, value);
  });
  return {
    geometry: builder.finish(),
    columns: columns.finish(rows.length),
    rows: Uint32Array.from(rows.keys()),
    ids: rows.map((_, index) => String(index)),
  };
}

const classNames = (kind: LayerKind, rows: readonly Record<string, Value>[]) =>
  [...styleFeatures(kind, batchOf(rows)).category].map((category) => SYMBOLOGY[kind].classes[category]?.name);

describe('styleFeatures', () => {
  it('classes bare soil by status, and what says nothing apart', () => {
    const rows = [{ status: 'netted' }, { status: 'uncovered' }, { status: null }, { status: '别的' }];
    expect(classNames('bareSoil', rows)).toEqual(['netted', 'uncovered', 'unstated', 'unstated']);
  });

  it('classes by the fallback where the column is missing altogether', () => {
    expect(classNames('bareSoil', [{ name: 'a' }])).toEqual(['unstated']);
    expect(classNames('responsibilityZone', [{ name: 'a' }])).toEqual(['grid']);
    expect(classNames('receptor', [{ name: 'a' }])).toEqual(['other']);
  });

  it('lets the strongest mode of a route decide', () => {
    const rows = [{ modes: 'spray' }, { modes: 'wash,spray' }, { modes: 'spray,sweep' }, { modes: null }];
    expect(classNames('sweepingRoute', rows)).toEqual(['spray', 'wash', 'sweep', 'sweep']);
  });

  it('gives equal owners equal tints whatever their order, and none without an owner', () => {
    const tint = (owners: (string | null)[]) => [
      ...(styleFeatures('responsibilityZone', batchOf(owners.map((owner) => ({ owner, name: 'z' })))).tint ?? []),
    ];
    expect(tint(['乙', '甲', null, '乙'])).toEqual([0, 1, NO_TINT, 0]);
    expect(tint(['甲', '乙', '乙', null])).toEqual([1, 0, 0, NO_TINT]);
  });

  it('widens routes from one to six passes a day and keeps within bounds', () => {
    const rows = [1, 6, 12, 0, null].map((passesPerDay) => ({ passesPerDay, name: 'r' }));
    expect([...(styleFeatures('sweepingRoute', batchOf(rows)).weight ?? [])]).toEqual([0, 1, 1, 0, 0]);
  });

  it('sizes halos against the largest value of the layer, and survives layers without any', () => {
    const weights = (values: (number | null)[]) => [
      ...(styleFeatures('hotspot', batchOf(values.map((value) => ({ value, name: 'h' })))).weight ?? []),
    ];
    expect(weights([100, 25, null])).toEqual([1, 0.5, 0]);
    expect(weights([null, null])).toEqual([0, 0]);
  });

  it('reads the six measures clockwise from the top, four states each', () => {
    const { measures } = styleFeatures(
      'constructionSite',
      batchOf([{ fence: 'no', wetWork: 'yes', closedTransport: 'notVerified' }]),
    );
    expect([...(measures ?? [])].map((code) => MEASURE_STATES[code])).toEqual([
      'no',
      'unstated',
      'yes',
      'unstated',
      'unstated',
      'notVerified',
    ]);
  });
});

describe('labelFeatures', () => {
  it('writes owners under zones only, not twice, and strips variation selectors', () => {
    const rows = [
      { name: '葛\u{E0100}洲网格', owner: '甲' },
      { name: '乙', owner: '乙' },
      { name: null, owner: '丙' },
    ];
    expect(labelFeatures('responsibilityZone', batchOf(rows))).toEqual({
      name: ['葛洲网格', '乙', undefined],
      detail: ['甲', undefined, '丙'],
    });
    expect(labelFeatures('bareSoil', batchOf(rows)).detail).toEqual([undefined, undefined, undefined]);
  });

  it('strips both ranges of variation selectors and nothing else', () => {
    expect(stripVariationSelectors('a\uFE0Fb\u{E01EF}c一')).toBe('abc一');
  });
});

describe('leaders of zones', () => {
  const batch = batchOf([
    { name: '甲网格', owner: '甲街道', leader: '张某' },
    { name: '乙网格', leader: '李某' },
  ]);

  it('are written only where that is asked for, under the owner', () => {
    expect(labelFeatures('responsibilityZone', batch).detail).toEqual(['甲街道', undefined]);
    const asked = labelFeatures('responsibilityZone', batch, (name) => `包联领导：${name}`);
    expect(asked.detail).toEqual(['甲街道\n包联领导：张某', '包联领导：李某']);
    expect(labelFeatures('bareSoil', batch, (name) => name).detail).toEqual([undefined, undefined]);
  });
});
