/**
 * The ground of a district in square tiles, and what of each tile no leaf zone covers. A tile that no
 * border of nobody's ground crosses is one thing throughout, and costs a look at its middle; only the
 * others are cut out with GEOS. So an edit costs its own tiles.
 */

import type { Result } from '../core/result.ts';
import { ok } from '../core/result.ts';
import type { Box } from '../geo/box.ts';
import { createEdgeTwins, type EdgeTwins } from '../geo/edge-twins.ts';
import type { Geos } from '../geo/geos.ts';
import type { MetricPolygons } from '../geo/geos-wkb.ts';
import { unionOf } from '../geo/overlay.ts';
import { Location, locatePoint } from '../geo/point-in-polygon.ts';
import type { ZoneGround } from './zone-ground.ts';

export interface GapPiece {
  /** Differs from that of every other piece, also of those that were there before an edit. */
  readonly id: number;
  readonly column: number;
  readonly row: number;
  readonly rings: MetricPolygons[number];
}

export interface GapTiles {
  /** Metres: tile (i, j) spans i × side … (i + 1) × side, j × side …. */
  readonly side: number;
  /** The tiles that are looked at, ends included; pieces at their rim lie open to what is beyond. */
  readonly range: { readonly left: number; readonly bottom: number; readonly right: number; readonly top: number };
  /** Cuts the tiles anew that a box meets, or all. */
  cut(box?: Box): Result<undefined>;
  pieces(): Iterable<GapPiece>;
  readonly twins: EdgeTwins;
}

/** Beyond so many tiles along one side they are made larger. */
const MAX_TILES_ALONG = 64;
const MIN_SIDE_METERS = 1024;
/** GEOS puts a point where an edge meets the tile's side beside it by less. */
const ON_SIDE_METERS = 1e-6;

/** How large tiles are in a district of an extent: a power of two, so that they lie on exact numbers. */
export function tileSideOf(extentMeters: number): number {
  let side = MIN_SIDE_METERS;
  while (side * MAX_TILES_ALONG < extentMeters) side *= 2;
  return side;
}

/** `boundary`: the ground in question; without one it is everything within `box`. */
export function createGapTiles(geos: Geos, zones: ZoneGround, boundary: MetricPolygons, box: Box): GapTiles {
  const side = tileSideOf(boundary.length > 0 ? Math.max(box[2] - box[0], box[3] - box[1]) : 0);
  const range = {
    left: Math.floor(box[0] / side) - 1,
    bottom: Math.floor(box[1] / side) - 1,
    right: Math.floor(box[2] / side) + 1,
    top: Math.floor(box[3] / side) + 1,
  };
  const width = range.right - range.left + 1;
  const twins = createEdgeTwins(zones.layer);
  const tiles = new Map<number, GapPiece[]>();
  const grounds = new Map<number, MetricPolygons>();
  const crossing = boundary.length > 0 ? tilesAlong(boundary, side) : new Set<string>();
  let lastId = 0;

  const keyOf = (column: number, row: number) => (row - range.bottom) * width + column - range.left;

  /** The part of the ground in a tile; none, all of it, or cut out once. */
  function groundOf(column: number, row: number): Result<MetricPolygons> {
    const square = squareOf(column, row, side);
    if (boundary.length === 0) return ok([square]);
    const key = keyOf(column, row);
    let ground = grounds.get(key);
    if (!ground) {
      if (crossing.has(`${column},${row}`)) {
        const cut = geos.intersection([square], boundary);
        if (!cut.ok) return cut;
        ground = cut.value;
      } else ground = holdsPoint(boundary, (column + 0.5) * side, (row + 0.5) * side) ? [square] : [];
      grounds.set(key, ground);
    }
    return ok(ground);
  }

  function uncoveredIn(column: number, row: number): Result<MetricPolygons> {
    const ground = groundOf(column, row);
    if (!ground.ok || ground.value.length === 0) return ground;
    const leaves = leavesIn(zones, [column * side, row * side, (column + 1) * side, (row + 1) * side]);
    if (leaves.length === 0) return ground;
    if (!crossing.has(`${column},${row}`) && !leaves.some((zone) => bordersOnNobody(zone, column, row))) {
      const [x, y] = [(column + 0.5) * side, (row + 0.5) * side];
      return leaves.some((zone) => locatePoint(zones.layer, zones.bands, zone, x, y) !== Location.outside)
        ? ok([])
        : ground;
    }
    const union = unionOf(geos, zones.layer, leaves);
    return union.ok ? geos.difference(ground.value, union.value) : union;
  }

  /** Whether an edge of the zone without a twin reaches into the tile. */
  function bordersOnNobody(zone: number, column: number, row: number): boolean {
    const { partStart, partEnd, ringStart, positionStart, xy } = zones.layer;
    const [minX, minY] = [column * side, row * side];
    const [maxX, maxY] = [minX + side, minY + side];
    for (let ring = ringStart[partStart[zone]!]!; ring < ringStart[partEnd[zone]!]!; ring++) {
      for (let p = positionStart[ring]!; p + 1 < positionStart[ring + 1]!; p++) {
        const [ax, ay, bx, by] = [xy[2 * p]!, xy[2 * p + 1]!, xy[2 * p + 2]!, xy[2 * p + 3]!];
        if ((ax < minX && bx < minX) || (ax > maxX && bx > maxX)) continue;
        if ((ay < minY && by < minY) || (ay > maxY && by > maxY)) continue;
        if (!twins.hasTwin(p)) return true;
      }
    }
    return false;
  }

  function cutTile(column: number, row: number): Result<undefined> {
    const uncovered = uncoveredIn(column, row);
    if (!uncovered.ok) return uncovered;
    const pieces = uncovered.value.map(
      (rings): GapPiece => ({
        id: ++lastId,
        column,
        row,
        rings: rings.map((ring) => onSides(ring, column, row, side)),
      }),
    );
    if (pieces.length > 0) tiles.set(keyOf(column, row), pieces);
    else tiles.delete(keyOf(column, row));
    return ok(undefined);
  }

  return {
    side,
    range,
    twins,
    cut(only) {
      // Tiles that the box only touches as well: a corner on their side is a corner of their ground.
      const [left, bottom, right, top] = only
        ? only.map((value, i) => Math.floor((value + (i < 2 ? -ON_SIDE_METERS : ON_SIDE_METERS)) / side))
        : [range.left, range.bottom, range.right, range.top];
      for (let row = Math.max(range.bottom, bottom!); row <= Math.min(range.top, top!); row++) {
        for (let column = Math.max(range.left, left!); column <= Math.min(range.right, right!); column++) {
          const cut = cutTile(column, row);
          if (!cut.ok) return cut;
        }
      }
      return ok(undefined);
    },
    *pieces() {
      for (const key of [...tiles.keys()].sort((a, b) => a - b)) yield* tiles.get(key) as GapPiece[];
    },
  };
}

function squareOf(column: number, row: number, side: number): MetricPolygons[number] {
  const [minX, minY] = [column * side, row * side];
  const [maxX, maxY] = [minX + side, minY + side];
  return [Float64Array.of(minX, minY, maxX, minY, maxX, maxY, minX, maxY, minX, minY)];
}

/** Ascending. */
export function leavesIn({ index, isLeaf }: ZoneGround, box: Box): number[] {
  const leaves: number[] = [];
  index.some(...box, (zone) => {
    if (isLeaf[zone] === 1) leaves.push(zone);
    return false;
  });
  return leaves.sort((a, b) => a - b);
}

/** Tiles that an edge of the boundary may touch, by the edges' boxes. */
function tilesAlong(boundary: MetricPolygons, side: number): Set<string> {
  const tiles = new Set<string>();
  for (const ring of boundary.flat()) {
    for (let i = 0; i + 3 < ring.length; i += 2) {
      const [ax, ay, bx, by] = [ring[i]!, ring[i + 1]!, ring[i + 2]!, ring[i + 3]!];
      for (let row = Math.floor(Math.min(ay, by) / side); row <= Math.floor(Math.max(ay, by) / side); row++) {
        for (let column = Math.floor(Math.min(ax, bx) / side); column <= Math.floor(Math.max(ax, bx) / side); column++)
          tiles.add(`${column},${row}`);
      }
    }
  }
  return tiles;
}

/** By parity over all rings; the point lies on none of them. */
function holdsPoint(polygons: MetricPolygons, x: number, y: number): boolean {
  let inside = false;
  for (const ring of polygons.flat()) {
    for (let i = 0; i + 3 < ring.length; i += 2) {
      const [ax, ay, bx, by] = [ring[i]!, ring[i + 1]!, ring[i + 2]!, ring[i + 3]!];
      if (ay > y !== by > y && x < ax + ((bx - ax) * (y - ay)) / (by - ay)) inside = !inside;
    }
  }
  return inside;
}

/** The ring with positions that lie on the tile's sides but for rounding put right on them. */
function onSides(ring: Float64Array, column: number, row: number, side: number): Float64Array {
  const snapped = ring.slice();
  for (let i = 0; i < snapped.length; i++) {
    const tile = i % 2 === 0 ? column : row;
    for (const line of [tile * side, (tile + 1) * side]) {
      if (Math.abs(snapped[i]! - line) < ON_SIDE_METERS) snapped[i] = line;
    }
  }
  return snapped;
}
