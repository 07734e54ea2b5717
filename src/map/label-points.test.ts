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

describe('label points', () => {
  it('place streets before grids and large grids before small ones', () => {
    const points = createLabelPoints().update([zones()]);
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
      .update([zones({ styling })])
      ?.features.map(({ properties }) => properties?.name);
    expect(names).toEqual(['丙街道']);
    expect(createLabelPoints().update([zones({ visible: false })])?.features).toEqual([]);
  });

  it('are not made again when nothing that matters to them changed', () => {
    const points = createLabelPoints();
    const view = zones();
    expect(points.update([view])).toBeDefined();
    expect(points.update([{ ...view, opacity: 0.3 }])).toBeUndefined();
    expect(points.update([{ ...view, visible: false }])?.features).toEqual([]);
  });
});

describe('label points of a layer with more features than a window needs', () => {
  const many = 2_500;
  const builder = createGeometryBuilder();
  for (let index = 0; index < many; index++) appendGeoJson(builder, square(index * 0.01, 0.005));
  const soil: LayerView = {
    id: 'soil',
    kind: 'bareSoil',
    drawable: buildDrawable(builder.finish()),
    styling: { category: new Uint8Array(many) },
    visible: true,
    opacity: 1,
    labels: { name: Array.from({ length: many }, (_, index) => `${index}`), detail: [] },
  };
  const window = (west: number, zoom: number) => ({ bounds: [west, 0, west + 0.1, 0.1] as const, zoom });

  it('are those in and around view, from the zoom on at which they show', () => {
    const points = createLabelPoints();
    expect(points.update([soil], window(1, 12))?.features).toEqual([]);
    const names = points.update([soil], window(1, 15))?.features.map(({ properties }) => Number(properties?.name));
    // From half a window before 1.00 to half a window behind 1.10, a patch every 0.01, its middle at 0.0025.
    expect(names).toEqual(Array.from({ length: 20 }, (_, index) => 95 + index));
  });

  it('are kept for a short pan and made again for a long one', () => {
    const points = createLabelPoints();
    points.update([soil], window(1, 15.2));
    expect(points.update([soil], window(1.04, 15.6))).toBeUndefined();
    expect(points.update([soil], window(1.2, 15.6))?.features).toHaveLength(20);
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
