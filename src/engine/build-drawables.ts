/** What the map draws of layers, a large one by two threads: its shapes as they are, and those for smaller scales. */
import type { Spread } from '../core/spread.ts';
import { checkpoint, type Task } from '../core/task.ts';
import type { Drawable } from '../geo/drawable.ts';
import type { GeometryColumn } from '../geo/geometry-column.ts';
import { sliceGeometry } from '../geo/slice-geometry.ts';
import { buildCoarser, buildDrawable, buildFinest } from '../geo/triangulate.ts';
import { effectiveBatch } from '../model/effective-batch.ts';
import { geometryWithFootprints } from '../model/hotspot-footprint.ts';
import type { Layer } from '../model/workspace.ts';

const PARTS = ['finest', 'coarser'] as const;

export interface DrawingRange {
  readonly geometry: GeometryColumn;
  readonly part: (typeof PARTS)[number];
}
export type DrawnPart = Omit<Drawable, 'levels'> | Pick<Drawable, 'levels'>;

export type DrawingSpread = Spread<{ drawing: { common: object; range: DrawingRange; output: DrawnPart } }>;

/** Below it the copy for another thread costs more than it saves. */
const FEWEST_SPREAD_POSITIONS = 50_000;
/** Parts have nothing in common but their layer. */
const NOTHING_IN_COMMON = {};

export const drawPart = ({ geometry, part }: DrawingRange): DrawnPart =>
  part === 'finest' ? buildFinest(geometry) : buildCoarser(geometry);

/** By layer id, of what each layer holds with its edits; the same whether or not it is spread. O(n log n) in positions. */
export async function buildDrawables(
  layers: readonly Layer[],
  task: Task,
  spread?: DrawingSpread,
): Promise<Record<string, Drawable>> {
  const { signal, pause } = task;
  const drawables: Record<string, Drawable> = {};
  for (const layer of layers) {
    await checkpoint(task);
    const batch = effectiveBatch(layer);
    // What a satellite saw is drawn as its pixel.
    const geometry = layer.kind === 'hotspot' ? geometryWithFootprints(batch) : batch.geometry;
    if (!spread || geometry.coordinates.length < 2 * FEWEST_SPREAD_POSITIONS) {
      drawables[layer.id] = buildDrawable(geometry);
      continue;
    }
    const make = (index: number): DrawingRange => ({
      geometry: sliceGeometry(geometry, 0, geometry.count),
      part: PARTS[index]!,
    });
    const parts = await spread('drawing', NOTHING_IN_COMMON, { count: PARTS.length, make }, { signal, pause });
    drawables[layer.id] = Object.assign({}, ...parts) as Drawable;
  }
  return drawables;
}
