/**
 * A point inside a polygon, and outside of other polygons if that can be: where a finding is pinned.
 * By horizontal scan lines: cheap, without building shapes, and the same on every run.
 */

import { type Box, boxOfPolygons } from './box.ts';
import type { MetricPolygons } from './geos-wkb.ts';
import type { PackedLayer } from './packed-layer.ts';
import type { BandedLayer } from './relate.ts';

/** Heights of the scan lines as fractions of the box: odd, so that they rarely run along an edge. */
const SCAN_FRACTIONS = [0.5037, 0.2531, 0.7543, 0.1279, 0.3787, 0.6291, 0.8767, 0.0311, 0.9683];

/** A stretch as wide as this share of the box is wide enough: no further line is scanned. */
const WIDE_ENOUGH = 0.2;

/** A narrower stretch is what rounding leaves between two borders that run together: no place to pin anything. */
const NO_WIDTH_METERS = 1e-9;

/** Where edges cross one scan line, from left to right, and whose they are: 0 for the polygon itself, n + 1 for the nth excluded one. */
class ScanLine {
  readonly xs: number[] = [];
  readonly owners: number[] = [];
  readonly y: number;

  constructor(y: number) {
    this.y = y;
  }

  /** Crossings are few: each is sorted in as it comes. */
  add(x: number, owner: number): void {
    let at = this.xs.length;
    while (at > 0 && this.xs[at - 1]! > x) {
      this.xs[at] = this.xs[at - 1]!;
      this.owners[at] = this.owners[at - 1]!;
      at--;
    }
    this.xs[at] = x;
    this.owners[at] = owner;
  }

  addRing(xy: Float64Array, first: number, end: number, owner: number): void {
    const { y } = this;
    for (let p = first; p + 1 < end; p++) {
      const ay = xy[2 * p + 1]!;
      const by = xy[2 * p + 3]!;
      if (ay > y === by > y) continue;
      const ax = xy[2 * p]!;
      this.add(ax + ((xy[2 * p + 2]! - ax) * (y - ay)) / (by - ay), owner);
    }
  }

  addFeature({ partStart, partEnd, ringStart, positionStart, xy }: PackedLayer, feature: number, owner: number): void {
    const rings = ringStart[partEnd[feature]!]!;
    for (let ring = ringStart[partStart[feature]!]!; ring < rings; ring++) {
      this.addRing(xy, positionStart[ring]!, positionStart[ring + 1]!, owner);
    }
  }
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
  const { boxes } = layer;
  const at = 4 * feature;
  const box: Box = [boxes[at]!, boxes[at + 1]!, boxes[at + 2]!, boxes[at + 3]!];
  return widestOfScans(box, excluded.length, (scan) => {
    scan.addFeature(layer, feature, 0);
    if (!excludedLayer) return;
    for (let index = 0; index < excluded.length; index++) {
      scan.addFeature(excludedLayer.layer, excluded[index]!, index + 1);
    }
  });
}

/**
 * The same for polygons as rings. Where their rings begin makes no difference, so that the point of a
 * gap stays put while ground elsewhere changes: good for making an id of.
 */
export function findInteriorPointOfRings(polygons: MetricPolygons): [x: number, y: number] | undefined {
  return widestOfScans(boxOfPolygons(polygons), 0, (scan) => {
    for (const ring of polygons.flat()) scan.addRing(ring, 0, ring.length / 2, 0);
  });
}

function widestOfScans(
  [minX, minY, maxX, maxY]: Box,
  excludedCount: number,
  collect: (scan: ScanLine) => void,
): [x: number, y: number] | undefined {
  let widest = NO_WIDTH_METERS;
  let found: [number, number] | undefined;
  for (const fraction of SCAN_FRACTIONS) {
    const scan = new ScanLine(minY + fraction * (maxY - minY));
    collect(scan);
    const stretch = findWidestStretch(scan, excludedCount);
    if (stretch && stretch[1] - stretch[0] > widest) {
      widest = stretch[1] - stretch[0];
      found = [(stretch[0] + stretch[1]) / 2, scan.y];
    }
    if (widest >= WIDE_ENOUGH * (maxX - minX)) break;
  }
  return found;
}

/** The widest stretch inside the polygon and outside of every excluded one. */
function findWidestStretch({ xs, owners }: ScanLine, excludedCount: number): [from: number, to: number] | undefined {
  const inside = new Uint8Array(excludedCount + 1);
  let excluding = 0;
  let best: [number, number] | undefined;
  for (let i = 0; i + 1 < xs.length; i++) {
    const owner = owners[i]!;
    inside[owner]! ^= 1;
    if (owner > 0) excluding += inside[owner] === 1 ? 1 : -1;
    if (inside[0] === 0 || excluding > 0) continue;
    const [from, to] = [xs[i]!, xs[i + 1]!];
    if (!best || to - from > best[1] - best[0]) best = [from, to];
  }
  return best;
}
