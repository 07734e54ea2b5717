/** Where a packed feature's rings and positions lie: with chentu.ts, all that the benchmark knows of the layout. */
import type { PackedLayer } from '../../../src/geo/packed-layer.ts';

/** First ring and the one after the last; every feature of the district has one part. */
export function ringRange({ partStart, ringStart }: PackedLayer, feature: number): { first: number; end: number } {
  const part = partStart[feature]!;
  return { first: ringStart[part]!, end: ringStart[part + 1]! };
}

/** The index of a feature's first position: of a point, its only one. */
export function firstPosition({ partStart, ringStart, positionStart }: PackedLayer, feature: number): number {
  return positionStart[ringStart[partStart[feature]!]!]!;
}
