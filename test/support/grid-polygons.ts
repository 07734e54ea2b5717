/**
 * Polygons on a small integer grid: shared edges, touching corners, collinear borders, holes and
 * second parts in every other pair. Random coordinates never show the faults that these do.
 */
import { createRandom, type Random } from '../../src/core/random.ts';
import type { Rings, TestFeature } from './packed-layer.ts';

/** A star-shaped ring around a spot near (cx, cy); may be degenerate or touch itself. */
function gridRing(random: Random, cx: number, cy: number, size: number): number[] {
  const points = Array.from({ length: random.integer(3, 8) }, () => [
    cx + random.integer(0, size),
    cy + random.integer(0, size),
  ]) as [number, number][];
  const mx = points.reduce((sum, p) => sum + p[0], 0) / points.length + 0.01;
  const my = points.reduce((sum, p) => sum + p[1], 0) / points.length + 0.013;
  points.sort((p, q) => Math.atan2(p[1] - my, p[0] - mx) - Math.atan2(q[1] - my, q[0] - mx));
  return points.flat();
}

/** One try at a polygon of the given seed; the caller keeps only valid ones. */
export function gridPolygon(seed: number): Exclude<TestFeature, null> {
  const random = createRandom(seed);
  const polygons: Rings[] = [];
  const [cx, cy] = [random.integer(0, 5), random.integer(0, 5)];
  const rings = [gridRing(random, cx, cy, 6)];
  if (random.next() < 0.3) rings.push(gridRing(random, cx + 1, cy + 1, 3));
  polygons.push(rings);
  if (random.next() < 0.3) polygons.push([gridRing(random, random.integer(0, 8), random.integer(0, 8), 4)]);
  return { polygons };
}
