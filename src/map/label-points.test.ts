import { describe, expect, it } from 'vitest';
import { appendGeoJson, createGeometryBuilder } from '../geo/geometry-column.ts';
import { buildDrawable } from '../geo/triangulate.ts';
import { createLabelPoints } from './label-points.ts';
import type { LayerView } from './map-types.ts';
import { niceScale } from './scale-bar.ts';

const square = (x: number, size: number): GeoJSON.Polygon => ({
  type: 'Polygon',
  coordinates: [
    [
      [x, 0],
      [x + size, 0],
      [x + size, size],
      [x, size],
      [x, 0],
    ],
  ],
});

function zones(overrides: Partial<LayerView> = {}): LayerView {
  const builder = createGeometryBuilder();
  for (const [x, size] of [
    [0, 1],
    [2, 3],
    [6, 1],
  ] as const)
    appendGeoJson(builder, square(x, size));
  return {
    id: 'zones',
    kind: 'responsibilityZone',
    drawable: buildDrawable(builder.finish()),
    styling: { category: Uint8Array.of(3, 3, 1) },
    visible: true,
    opacity: 1,
    labels: { name: ['甲', '乙', '丙街道'], detail: ['主', undefined, undefined] },
    ...overrides,
  };
}

const PLACE = { zoom: 12, window: [-180, -85, 180, 85] } as const;

describe('label points', () => {
  it('place streets before grids and large grids before small ones', () => {
    const points = createLabelPoints().update([zones()], PLACE);
    const ranked = [...(points?.features ?? [])].sort((a, b) => a.properties?.rank - b.properties?.rank);
    expect(ranked.map(({ properties }) => properties?.name)).toEqual(['丙街道', '乙', '甲']);
    expect(points?.features[0]?.properties?.detail).toBe('\n主');
    expect(points?.features[1]?.geometry.coordinates[0]).toBeCloseTo(3.5, 9);
  });

  it('leave out what is hidden, outside the scope, or in an invisible layer', () => {
    const styling = {
      category: Uint8Array.of(3, 3, 1),
      hidden: Uint8Array.of(1, 0, 0),
      dimmed: Uint8Array.of(0, 1, 0),
    };
    const names = createLabelPoints()
      .update([zones({ styling })], PLACE)
      ?.features.map(({ properties }) => properties?.name);
    expect(names).toEqual(['丙街道']);
    expect(createLabelPoints().update([zones({ visible: false })], PLACE)?.features).toEqual([]);
  });

  it('are not made again when nothing that matters to them changed', () => {
    const points = createLabelPoints();
    const view = zones();
    expect(points.update([view], PLACE)).toBeDefined();
    expect(points.update([{ ...view, opacity: 0.3 }], PLACE)).toBeUndefined();
    expect(points.update([{ ...view, visible: false }], PLACE)?.features).toEqual([]);
  });
});

describe('niceScale', () => {
  it('is the longest round length that fits', () => {
    const { meters, pixels } = niceScale(0, 10, 110);
    expect(meters).toBe(5000);
    // 2πR / (512 · 2^10) = 76.437 m per pixel on the equator (R = 6378137 m).
    expect(pixels).toBeCloseTo(5000 / (40075016.68557849 / 524288), 9);
  });
});

describe('label points of a large layer', () => {
  const COUNT = 2400;
  const builder = createGeometryBuilder();
  for (let feature = 0; feature < COUNT; feature++) appendGeoJson(builder, square(2 * feature, 1));
  const grids: LayerView = {
    id: 'zones',
    kind: 'responsibilityZone',
    drawable: buildDrawable(builder.finish()),
    // One street, the others grids.
    styling: { category: new Uint8Array(COUNT).fill(3).fill(1, 0, 1) },
    visible: true,
    opacity: 1,
    labels: { name: Array.from({ length: COUNT }, (_, at) => `${at}`), detail: new Array(COUNT).fill(undefined) },
  };
  const namesAt = (zoom: number, window: readonly [number, number, number, number]) =>
    createLabelPoints()
      .update([grids], { zoom, window })
      ?.features.map(({ properties }) => properties?.name);

  it('are those of the overview, and near enough those in view', () => {
    expect(namesAt(12, [9, 0, 15, 1])).toEqual(['0']);
    expect(namesAt(14, [9, 0, 15, 1])).toEqual(['0', '5', '6', '7']);
  });

  it('are made anew in another window, and not sent where nothing of them changed', () => {
    const points = createLabelPoints();
    const place = { zoom: 14, window: [9, 0, 15, 1] } as const;
    points.update([grids], place);
    expect(points.update([grids], place)).toBeUndefined();
    expect(points.update([grids], { zoom: 14, window: [19, 0, 21, 1] })?.features).toHaveLength(2);
  });
});
