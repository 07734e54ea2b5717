/**
 * A point inside a polygon, and outside of other polygons if that can be: where a finding is pinned.
 * By horizontal scan lines: cheap, without building shapes, and the same on every run.
 */

import type { MetricPolygons } from './geos-wkb.ts';
import type { PackedLayer } from './packed-layer.ts';
import type { BandedLayer } from './relate.ts';

/** Heights of the scan lines as fractions of the box: odd, so that they rarely run along an edge. */
const SCAN_FRACTIONS = [0.5037, 0.2531, 0.7543, 0.1279, 0.3787, 0.6291, 0.8767, 0.0311, 0.9683];

/** x where an edge crosses the scan line, and whose edge it is: 0 for the polygon itself, n + 1 for the nth excluded one. */
interface Crossing {
  readonly x: number;
  readonly owner: number;
}

/**
 * The middle of the widest stretch of a scan line that lies inside the feature and outside of every
 * `excluded` polygon; undefined where no scan line has one. The feature must be a polygon.
 * O(scan lines × edges of all involved).
 */
export function findInteriorPoint(
  layer: PackedLayer,
  feature: number,
  excludedLayer?: BandedLayer,
  excluded: readonly number[] = [],
): [x: number, y: number] | undefined {
  const minY = layer.boxes[4 * feature + 1]!;
  const height = layer.boxes[4 * feature + 3]! - minY;
  return widestOfScans(minY, height, excluded.length, (y, crossings) => {
    collectCrossings(crossings, layer, feature, y, 0);
    if (!excludedLayer) return;
    excluded.forEach((other, index) => {
      collectCrossings(crossings, excludedLayer.layer, other, y, index + 1);
    });
  });
}

/**
 * The same for polygons as rings. Where their rings begin makes no difference, so that the point of a
 * gap stays put while ground elsewhere changes: good for making an id of.
 */
export function findInteriorPointOfRings(polygons: MetricPolygons): [x: number, y: number] | undefined {
  let minY = Infinity;
  let maxY = -Infinity;
  for (const ring of polygons.flat()) {
    for (let i = 1; i < ring.length; i += 2) {
      minY = Math.min(minY, ring[i]!);
      maxY = Math.max(maxY, ring[i]!);
    }
  }
  return widestOfScans(minY, maxY - minY, 0, (y, crossings) => {
    for (const ring of polygons.flat()) collectRing(crossings, ring, 0, ring.length / 2, y, 0);
  });
}

function widestOfScans(
  minY: number,
  height: number,
  excludedCount: number,
  collect: (y: number, crossings: Crossing[]) => void,
): [x: number, y: number] | undefined {
  let widest = 0;
  let found: [number, number] | undefined;
  for (const fraction of SCAN_FRACTIONS) {
    const y = minY + fraction * height;
    const crossings: Crossing[] = [];
    collect(y, crossings);
    const stretch = findWidestStretch(crossings, excludedCount);
    if (stretch && stretch.to - stretch.from > widest) {
      widest = stretch.to - stretch.from;
      found = [(stretch.from + stretch.to) / 2, y];
    }
  }
  return found;
}

function collectCrossings(crossings: Crossing[], layer: PackedLayer, feature: number, y: number, owner: number): void {
  const { partStart, ringStart, positionStart, xy } = layer;
  const rings = ringStart[partStart[feature + 1]!]!;
  for (let ring = ringStart[partStart[feature]!]!; ring < rings; ring++) {
    collectRing(crossings, xy, positionStart[ring]!, positionStart[ring + 1]!, y, owner);
  }
}

function collectRing(crossings: Crossing[], xy: Float64Array, first: number, end: number, y: number, owner: number) {
  for (let p = first; p + 1 < end; p++) {
    const ay = xy[2 * p + 1]!;
    const by = xy[2 * p + 3]!;
    if (ay > y === by > y) continue;
    const ax = xy[2 * p]!;
    crossings.push({ x: ax + ((xy[2 * p + 2]! - ax) * (y - ay)) / (by - ay), owner });
  }
}

function findWidestStretch(crossings: Crossing[], excludedCount: number): { from: number; to: number } | undefined {
  crossings.sort((p, q) => p.x - q.x);
  const inside = new Uint8Array(excludedCount + 1);
  let excluding = 0;
  let best: { from: number; to: number } | undefined;
  for (let i = 0; i + 1 < crossings.length; i++) {
    const { x, owner } = crossings[i]!;
    inside[owner]! ^= 1;
    if (owner > 0) excluding += inside[owner] === 1 ? 1 : -1;
    const next = crossings[i + 1]!.x;
    if (inside[0] === 0 || excluding > 0) continue;
    if (!best || next - x > best.to - best.from) best = { from: x, to: next };
  }
  return best;
}
