/** The box around most of some shapes: one stray point far away does not decide it. */
import type { Bounds } from '../guess-datum.ts';

/** Of more than a few positions the outermost hundredth at every side is left out. O(n log n). */
export function boundsOfShapes(shapes: readonly GeoJSON.Geometry[]): Bounds | undefined {
  const xs: number[] = [];
  const ys: number[] = [];
  const visit = (value: unknown): void => {
    if (!Array.isArray(value)) return;
    if (typeof value[0] === 'number') {
      xs.push(value[0]);
      ys.push(value[1] as number);
    } else for (const inner of value) visit(inner);
  };
  for (const shape of shapes) if ('coordinates' in shape) visit(shape.coordinates);
  if (xs.length === 0) return undefined;
  xs.sort((a, b) => a - b);
  ys.sort((a, b) => a - b);
  const out = xs.length < 20 ? 0 : Math.floor(xs.length / 100);
  return [xs[out]!, ys[out]!, xs[xs.length - 1 - out]!, ys[ys.length - 1 - out]!];
}
