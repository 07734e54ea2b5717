import { expect, it } from 'vitest';
import { area, layerOf, route, spot } from '../../test/support/workspace.ts';
import { createInlineSpread } from '../core/spread.ts';
import type { Drawable } from '../geo/drawable.ts';
import { buildDrawables, type DrawingRange, type DrawingSpread, type DrawnPart } from './build-drawables.ts';
import { ENGINE_MEASURES } from './engine-measures.ts';
import { ownedBuffers } from './owned-buffers.ts';

it('draws layers as this thread alone would, a large one in parts and last, and hands every buffer over', async () => {
  // Five positions each: the first has more than are drawn in one go.
  const soil = Array.from({ length: 10_500 }, (_, i) => area(`s${i}`, [(i % 100) * 90, i, 3 + (i % 70), 2 + (i % 90)]));
  const layers = [
    { ...layerOf('soil', 'bareSoil', soil), edits: new Map([['s7', null]]) },
    layerOf('few', 'hotspot', [spot('h1', 5, 5, { scanMeters: 375, trackMeters: 400 }), spot('h2', 9, 9)]),
    layerOf('routes', 'sweepingRoute', [route('r1', [0, 130, 4000, 130])]),
  ];
  const parts: string[] = [];
  const inline = createInlineSpread(ENGINE_MEASURES);
  /** As between threads: what is moved is lost to whoever made it. */
  const elsewhere: DrawingSpread = async (job, common, ranges, task) => {
    const moved = <T>(value: T) => structuredClone(value, { transfer: ownedBuffers(value) });
    const make = (index: number): DrawingRange => {
      const range = ranges.make(index);
      parts.push(range.part);
      return moved(range);
    };
    const outputs: DrawnPart[] = await inline(job, common, { count: ranges.count, make }, task);
    for (const [index, output] of outputs.entries()) ranges.take?.(moved(output), index);
    return [];
  };
  const alone = await buildDrawables(layers, {}, inline);
  const spreadOut = await buildDrawables(layers, {}, elsewhere);
  expect(parts).toEqual(['all', 'all', 'finest', 'coarser']);
  expect(spreadOut).toEqual(alone);
  expect(Object.keys(spreadOut)).toEqual(['few', 'routes', 'soil']);
  const { count, polygons, levels } = spreadOut.soil as Drawable;
  expect([count, polygons.ringStart.length - 1, levels.length]).toEqual([10_499, 10_499, 3]);
  expect(levels[2]!.dots.featureOfPoint.length).toBeGreaterThan(1000);
});
