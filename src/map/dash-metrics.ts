/**
 * How far along its path each vertex lies, so that dashes run on over the joints. deck.gl would
 * measure it anew on every pan above zoom 12; in the world's own units it never changes.
 */

import { worldX, worldY } from './world.ts';

/** For each vertex: distance from its path's start, and the path's length; in common-space units. O(vertices). */
export function measureDashes(positions: Float64Array, pathStart: Uint32Array): Float32Array {
  const metrics = new Float32Array(positions.length);
  for (let path = 0; path + 1 < pathStart.length; path++) {
    const from = pathStart[path] as number;
    const to = pathStart[path + 1] as number;
    let along = 0;
    let previousX = 0;
    let previousY = 0;
    for (let vertex = from; vertex < to; vertex++) {
      const x = worldX(positions[2 * vertex] as number);
      const y = worldY(positions[2 * vertex + 1] as number);
      // Plain arithmetic: there may be millions of vertices, and nothing here can overflow.
      if (vertex > from) along += Math.sqrt((x - previousX) ** 2 + (y - previousY) ** 2);
      metrics[2 * vertex] = along;
      previousX = x;
      previousY = y;
    }
    for (let vertex = from; vertex < to; vertex++) metrics[2 * vertex + 1] = along;
  }
  return metrics;
}
