/**
 * What the map draws of layers, a large one in two parts, which two threads can make: its shapes as they are, and those
 * for smaller scales.
 */
import type { Spread } from '../core/spread.ts';
import type { Task } from '../core/task.ts';
import type { Drawable } from '../geo/drawable.ts';
import type { GeometryColumn } from '../geo/geometry-column.ts';
import { sliceGeometry } from '../geo/slice-geometry.ts';
import { buildCoarser, buildDrawable, buildFinest } from '../geo/triangulate.ts';
import { effectiveBatch } from '../model/effective-batch.ts';
import { geometryWithFootprints } from '../model/hotspot-footprint.ts';
import type { Layer } from '../model/workspace.ts';

type Part = 'all' | 'finest' | 'coarser';

export interface DrawingRange {
  readonly geometry: GeometryColumn;
  readonly part: Part;
}
export type DrawnPart = Drawable | Omit<Drawable, 'levels'> | Pick<Drawable, 'levels'>;

export type DrawingSpread = Spread<{ drawing: { common: object; range: DrawingRange; output: DrawnPart } }>;

/** Below it a layer is drawn in one go. */
const FEWEST_SPREAD_POSITIONS = 50_000;
/** Parts have nothing in common but their layer. */
const NOTHING_IN_COMMON = {};

const DRAW: Readonly<Record<Part, (geometry: GeometryColumn) => DrawnPart>> = {
  all: buildDrawable,
  finest: buildFinest,
  coarser: buildCoarser,
};

export const drawPart = ({ geometry, part }: DrawingRange): DrawnPart => DRAW[part](geometry);

export interface Drawing {
  readonly spread: DrawingSpread;
  /** See `Ranges`. */
  readonly hereAfter?: Promise<void>;
  readonly onDrawn: (layer: string, drawable: Drawable) => void;
}

/** Each layer as it is with its edits, those of few positions first; the same by whichever thread. O(n log n) in positions. */
export async function drawLayers(layers: readonly Layer[], task: Task, drawing: Drawing): Promise<void> {
  const { signal, pause } = task;
  const sizeOf = ({ base }: Layer) => base.geometry.coordinates.length / 2;
  const pieces = layers
    .toSorted((a, b) => sizeOf(a) - sizeOf(b))
    .flatMap((layer): { layer: Layer; part: Part }[] =>
      sizeOf(layer) < FEWEST_SPREAD_POSITIONS
        ? [{ layer, part: 'all' }]
        : [
            { layer, part: 'finest' },
            { layer, part: 'coarser' },
          ],
    );
  const geometryOf = createGeometryReader();
  const make = (index: number): DrawingRange => {
    const { layer, part } = pieces[index]!;
    const geometry = geometryOf(layer);
    return { geometry: sliceGeometry(geometry, 0, geometry.count), part };
  };
  let parts: DrawnPart[] = [];
  const take = (output: DrawnPart, index: number) => {
    const { layer } = pieces[index]!;
    parts.push(output);
    if (pieces[index + 1]?.layer === layer) return;
    drawing.onDrawn(layer.id, Object.assign({}, ...parts) as Drawable);
    parts = [];
  };
  const { hereAfter } = drawing;
  const ranges = { count: pieces.length, make, take, ...(hereAfter && { hereAfter }) };
  await drawing.spread('drawing', NOTHING_IN_COMMON, ranges, { ...(signal && { signal }), ...(pause && { pause }) });
}

/** The same by layer id, for whoever waits for all of them. */
export async function buildDrawables(
  layers: readonly Layer[],
  task: Task,
  spread: DrawingSpread,
): Promise<Record<string, Drawable>> {
  const drawables: Record<string, Drawable> = {};
  await drawLayers(layers, task, {
    spread,
    onDrawn: (layer, drawable) => {
      drawables[layer] = drawable;
    },
  });
  return drawables;
}

/** Remembers the last one: both parts of a large layer are made of the same. */
function createGeometryReader(): (layer: Layer) => GeometryColumn {
  let last: { layer: Layer; geometry: GeometryColumn } | undefined;
  return (layer) => {
    if (last?.layer !== layer) {
      const batch = effectiveBatch(layer);
      // What a satellite saw is drawn as its pixel.
      const geometry = layer.kind === 'hotspot' ? geometryWithFootprints(batch) : batch.geometry;
      last = { layer, geometry };
    }
    return last.geometry;
  };
}
