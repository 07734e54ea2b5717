import { expect, it } from 'vitest';
import { box, packFeatures } from '../support/packed-layer.ts';
import { compareAnswers } from './agreement.ts';

const sources = packFeatures([box(0, 0, 10, 10), box(20, 0, 30, 10)]);
const compare = (answer: Parameters<typeof compareAnswers>[0], expected: typeof answer, grid = 0) =>
  compareAnswers(answer, expected, sources, { gridMeters: grid }).differences;

it('says how many of how many were found', () => {
  expect(compare({ found: 94 }, { found: 277, checksum: 5 })).toEqual(['found 94 of 277']);
});

it('notices as many pairs that are not the same', () => {
  expect(compare({ found: 2, checksum: 7 }, { found: 2, checksum: 8 })).toEqual(['found 2, but other ones']);
  expect(compare({ found: 2, checksum: 7 }, { found: 2, checksum: 7 })).toEqual([]);
});

it('allows rounding of areas, and what a grid makes of them', () => {
  const expected = { found: 2, areaSquareMeters: 400, areas: Float64Array.of(100, 300) };
  const close = { found: 2, areaSquareMeters: 400 + 1e-8, areas: Float64Array.of(100 + 1e-8, 300) };
  const gridded = { found: 2, areaSquareMeters: 400.003, areas: Float64Array.of(100.003, 300) };
  expect(compare(close, expected)).toEqual([]);
  expect(compare(gridded, expected)).toEqual(['area +7.5e-6 of it', '1 areas differ']);
  expect(compare(gridded, expected, 0.001)).toEqual([]);
});

it('allows a sphere its distances, and nothing else', () => {
  const [answer, expected] = [
    { found: 5, distanceMeters: 1004 },
    { found: 5, distanceMeters: 1000 },
  ];
  expect(compare(answer, expected)).toEqual(['distance +4.0e-3 of it']);
  expect(compareAnswers(answer, expected, sources, { gridMeters: 0, isSpherical: true }).agrees).toBe(true);
});

it('does not let an engine that gave up pass', () => {
  expect(compare({ found: 2, failed: 3 }, { found: 2 })).toEqual(['failed on 3']);
});
