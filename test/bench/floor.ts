/** The floor: one pass over all corners of the sources, below which no join that looks at them can be. */
import type { PackedLayer } from '../../src/geo/packed-layer.ts';

/** The sum of all coordinates, so that none is skipped. */
export function passOverVertices({ xy }: PackedLayer): { sum: number } {
  let sum = 0;
  for (let i = 0; i < xy.length; i++) sum += xy[i]!;
  return { sum };
}
