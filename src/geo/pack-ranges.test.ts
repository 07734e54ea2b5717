import { expect, it } from 'vitest';
import { createInlineSpread } from '../core/spread.ts';
import { appendGeoJson, createGeometryBuilder } from './geometry-column.ts';
import { createFrame } from './laea.ts';
import { createRangePacker, type PackCommon, type PackedRange } from './pack-ranges.ts';
import { packLayer } from './packed-layer.ts';

/** Sound and unsound ones of every type, taking turns. */
function geometryOf(index: number): GeoJSON.Geometry | null {
  const [x, y] = [113.5 + (index % 100) * 1e-3, 34.6 + Math.floor(index / 100) * 1e-3];
  const square = [
    [x, y],
    [x + 5e-4, y],
    [x + 5e-4, y + 5e-4],
    [x, y + 5e-4],
    [x, y],
  ];
  const hole = square.map(([a, b]) => [x + (a! - x) / 2 + 1e-4, y + (b! - y) / 2 + 1e-4]);
  switch (index % 9) {
    case 0:
      return { type: 'Point', coordinates: [x, y] };
    case 1:
      return { type: 'LineString', coordinates: square };
    case 2:
      return { type: 'Polygon', coordinates: [square.slice(0, 4)] };
    case 3:
      return { type: 'Polygon', coordinates: [square, hole] };
    case 4:
      return { type: 'MultiPolygon', coordinates: [[square], [hole.map(([a, b]) => [a! + 6e-4, b!])]] };
    case 5:
      return { type: 'Polygon', coordinates: [[square[0]!, square[2]!, square[1]!, square[3]!, square[0]!]] };
    case 6:
      return { type: 'Polygon', coordinates: [[square[0]!, square[0]!, square[0]!]] };
    case 7:
      return { type: 'Point', coordinates: [x + 400, y] };
    default:
      return null;
  }
}

it('packs a layer in ranges to what it packs here, problems and repaired outlines included', async () => {
  const builder = createGeometryBuilder();
  for (let index = 0; index < 10_000; index++) appendGeoJson(builder, geometryOf(index));
  const geometry = builder.finish();
  const frame = createFrame([113.6, 34.7]);
  interface Table {
    packing: { common: PackCommon; range: typeof geometry; output: PackedRange };
  }
  const spread = createInlineSpread<Table>({ packing: createRangePacker });
  let count = 0;
  const inRanges = await packLayer(geometry, frame, {}, (common, ranges, task) => {
    count = ranges.count;
    return spread('packing', structuredClone(common), ranges, task);
  });
  const here = await packLayer(geometry, frame);
  expect(count).toBe(3);
  expect(inRanges.problems).toEqual(here.problems);
  expect(new Set(here.problems.map(({ problem }) => problem.code)).size).toBe(4);
  const plain = (layer: object) =>
    Object.fromEntries(Object.entries(layer).map(([name, values]) => [name, Array.from(values as number[])]));
  const { count: features, ...arrays } = here.layer;
  const { count: featuresInRanges, ...arraysInRanges } = inRanges.layer;
  expect(featuresInRanges).toBe(features);
  expect(plain(arraysInRanges)).toEqual(plain(arrays));
});
