import { expect, it } from 'vitest';
import { parseTypedVertex } from './parse-position.ts';

const position = (text: string) => {
  const typed = parseTypedVertex(text);
  return typed?.type === 'position' ? typed.position.map((degrees) => Math.round(degrees * 1e6) / 1e6) : typed;
};

it('reads degrees in either order, with either comma', () => {
  for (const text of [
    '113.6, 34.7',
    '113.6 34.7',
    '113.6，34.7',
    '34.7, 113.6',
    'N34.7 E113.6',
    '北纬34.7 东经113.6',
  ]) {
    expect(position(text), text).toEqual([113.6, 34.7]);
  }
});

it('reads degrees, minutes and seconds', () => {
  for (const text of [
    '113°36′0″E 34°42′0″N',
    '34°42\'00"N, 113°36\'00"E',
    '113度36分 34度42分0秒',
    '113:36:00 34:42:00',
  ]) {
    expect(position(text), text).toEqual([113.6, 34.7]);
  }
  expect(position("12°30'S 70°15'W")).toEqual([-70.25, -12.5]);
});

it('reads a distance and a bearing', () => {
  const offset = (distanceMeters: number, bearingDegrees: number) => ({
    type: 'offset',
    distanceMeters,
    bearingDegrees,
  });
  expect(parseTypedVertex('120m 45')).toEqual(offset(120, 45));
  expect(parseTypedVertex('120 米, 方位 45°')).toEqual(offset(120, 45));
  expect(parseTypedVertex('1.5km@-90')).toEqual(offset(1500, 270));
});

it('takes nothing else', () => {
  for (const text of ['', 'abc', '113.6', '113.6, 34.7, 12', '200, 95', "113°70'E 34°N", 'N34 N35', '0m 10']) {
    expect(parseTypedVertex(text), text).toBeUndefined();
  }
});
