import { describe, expect, it } from 'vitest';
import { measurePath } from '../../geo/measure-path.ts';
import { createTranslator } from '../../i18n/translate.ts';
import type { LonLat } from '../../model/lon-lat.ts';
import { crossesItself } from './crosses-itself.ts';
import type { MeasureKind } from './measure-shapes.ts';
import { measuredSet } from './measured-set.ts';

const SQUARE: LonLat[] = [
  [113.6, 34.7],
  [113.61, 34.7],
  [113.61, 34.71],
  [113.6, 34.71],
];

function setOf(kind: MeasureKind, positions: readonly LonLat[]) {
  const set = measuredSet(kind, positions, measurePath(positions, kind === 'area'), createTranslator('zh-CN'));
  if (set === undefined) return undefined;
  if (set.of !== 'table' || set.places.of !== 'shapes') throw new Error('a table with shapes');
  const [row] = set.table.rows;
  const figures = set.table.columns.map(({ header }, index) => [header, row?.[index]]);
  return { figures: Object.fromEntries(figures) as Record<string, unknown>, shape: set.places.shapes[0] };
}

describe('what was measured, as a feature', () => {
  it('is the last place with its coordinates', () => {
    expect(setOf('place', SQUARE)).toEqual({
      figures: { 名称: '坐标', '经度（°，WGS84）': 113.6, '纬度（°，WGS84）': 34.71 },
      shape: { type: 'Point', coordinates: [113.6, 34.71] },
    });
  });

  it('is an area in mu and square metres, closed, or an open path', () => {
    const area = setOf('area', SQUARE);
    // GeographicLib: 1,016,328 m²; sides 916.2, 1109.4, 916.1 and 1109.4 m.
    expect(Math.abs((area?.figures['面积（m²）'] as number) - 1_016_328)).toBeLessThan(11);
    expect(area?.figures['面积（亩）']).toBeCloseTo(1524.5, 1);
    expect(area?.figures['周长（m）']).toBeCloseTo(4051.1, 0);
    expect(area?.shape).toEqual({ type: 'Polygon', coordinates: [[...SQUARE, SQUARE[0]]] });
    const path = setOf('distance', SQUARE.slice(0, 3));
    expect(path?.figures['长度（m）']).toBeCloseTo(2025.6, 0);
    expect(path?.shape?.type).toBe('LineString');
  });

  it('is nothing before there is a place, a path or an area', () => {
    expect([setOf('place', []), setOf('distance', SQUARE.slice(0, 1)), setOf('area', SQUARE.slice(0, 2))]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('has no area where the outline crosses itself', () => {
    const bow = [SQUARE[0], SQUARE[2], SQUARE[1], SQUARE[3]] as LonLat[];
    expect([crossesItself('area', bow), crossesItself('area', SQUARE), crossesItself('distance', bow)]).toEqual([
      true,
      false,
      false,
    ]);
  });
});
