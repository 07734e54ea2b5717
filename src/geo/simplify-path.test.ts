import { expect, it } from 'vitest';
import { createFrame } from './laea.ts';
import { simplifyPath } from './simplify-path.ts';

const frame = createFrame([113.6, 34.7]);
const path = (...places: [number, number][]) => places.map(([x, y]): GeoJSON.Position => frame.unproject(x, y));

it('leaves out what lies within the tolerance and moves nothing', () => {
  const line = path([0, 0], [50, 0.4], [100, 0], [100, 60], [100, 100]);
  expect(simplifyPath(line, frame, 0.5)).toEqual([line[0], line[2], line[4]]);
  expect(simplifyPath(line, frame, 0.3)).toEqual([line[0], line[1], line[2], line[4]]);
});

it('keeps shared vertices, both ends, and at least a triangle of a ring', () => {
  const line = path([0, 0], [50, 0], [100, 0]);
  expect(simplifyPath(line, frame, 10, (position) => position === line[1])).toEqual(line);
  const [a, b, c, d] = path([0, 0], [10, 0], [10, 10], [0, 10]);
  const ring = [a!, b!, c!, d!, a!];
  expect(simplifyPath(ring, frame, 3)).toEqual(ring);
  expect(simplifyPath(ring, frame, 100)).toEqual(ring);
});
