import { expect, it } from 'vitest';
import { parseBenchOptions } from './options.ts';

it('measures everything that is there at M, unless told otherwise', () => {
  const options = parseBenchOptions([]);
  expect(options).toMatchObject({ size: 'M', budgetMs: 10_000, jobs: [1, 2], writesResults: true });
});

it('knows engines by how their names begin', () => {
  const options = parseBenchOptions(['--size', 'L', '--peers', 'chentu,geos', '--joins', 'A,B1', '--no-results']);
  expect(options).toMatchObject({
    size: 'L',
    peers: ['chentu', 'geos-wasm'],
    joins: ['A', 'B1'],
    writesResults: false,
  });
});

it('says what it expected', () => {
  expect(() => parseBenchOptions(['--size', 'Q'])).toThrow('found "Q", expected one of S, M, L, XL');
  expect(() => parseBenchOptions(['--peers', 'nobody'])).toThrow('found "nobody"');
  expect(() => parseBenchOptions(['--runs', 'x'])).toThrow('--runs: found "x"');
});
