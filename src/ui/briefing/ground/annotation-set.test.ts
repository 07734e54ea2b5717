import { expect, it } from 'vitest';
import { ringPolygon } from '../../../briefing/ground/ring-shape.ts';
import { createTranslator } from '../../../i18n/translate.ts';
import { annotationSet } from './annotation-set.ts';

it('makes a line of an arrow, an area of a ring and a point of words, with their texts and measures', () => {
  const set = annotationSet(
    { title: '裸土示意' },
    [
      { id: '1', type: 'arrow', from: [113.6, 34.7], to: [113.61, 34.7], text: ' 由此进入 ' },
      { id: '2', type: 'ring', center: [113.6, 34.7], radiusMeters: 300 },
      { id: '3', type: 'text', at: [113.62, 34.71], text: '三号地块' },
    ],
    createTranslator('zh-CN'),
  );
  if (set.of !== 'table' || set.places.of !== 'shapes') throw new Error('a table with shapes');
  expect(set.table.columns.map(({ header }) => header)).toEqual([
    '文字',
    '类型',
    '场景',
    '长度（m）',
    '方位角（°，真北）',
    '半径（m）',
  ]);
  const [arrow, ring, words] = [...set.table.rows];
  // GeographicLib: 916.2 m; a parallel leaves its geodesic by half its convergence.
  expect(arrow?.slice(0, 3)).toEqual(['由此进入', '箭头', '裸土示意']);
  expect(arrow?.[3]).toBeCloseTo(916.2, 1);
  expect(arrow?.[4]).toBeCloseTo(90, 2);
  expect(ring).toEqual([null, '圆圈', '裸土示意', null, null, 300]);
  expect(words).toEqual(['三号地块', '文字', '裸土示意', null, null, null]);
  expect(set.places.shapes).toEqual([
    {
      type: 'LineString',
      coordinates: [
        [113.6, 34.7],
        [113.61, 34.7],
      ],
    },
    ringPolygon([113.6, 34.7], 300),
    { type: 'Point', coordinates: [113.62, 34.71] },
  ]);
});
