/**
 * The connected pieces of ground that no leaf zone of a kind covers. Large sets of zones are worked in
 * tiles, whose pieces are joined across their sides; small ones at once. Which of the two depends on
 * the zones as they are, so that an edited workspace and one opened anew do the same.
 */

import { ok, type Result } from '../core/result.ts';
import { type Box, boxOfPolygons } from '../geo/box.ts';
import type { Geos } from '../geo/geos.ts';
import type { MetricPolygons } from '../geo/geos-wkb.ts';
import { enclosedGround, unionOf } from '../geo/overlay.ts';
import { piecesMeetAlong, withoutSideVertices } from './gap-seams.ts';
import { createGapTiles, type GapPiece, type GapTiles } from './gap-tiles.ts';
import type { Touch } from './touch.ts';
import type { ZoneGround } from './zone-ground.ts';

/** Up to so many positions of leaf zones GEOS takes all at once. */
const MAX_AT_ONCE = 4096;

export interface Gap {
  /** The same only for the very same piece of ground, unchanged since. */
  readonly key: string;
  readonly rings: MetricPolygons[number];
}

export interface GapGround {
  /** Everything anew. */
  rebuild(): Result<readonly Gap[]>;
  /** After zones have changed their ground or are leaves or none now. */
  update(touched: ReadonlyMap<number, Touch>): Result<readonly Gap[]>;
}

/** `boundary`: the union of all boundary features; where there is none, only ground that zones enclose is found. */
export function createGapGround(geos: Geos, zones: ZoneGround, boundary: MetricPolygons): GapGround {
  let tiles: GapTiles | undefined;
  let known = new Map<string, Gap[]>();
  let generation = 0;

  function atOnce(leaves: readonly number[]): Result<readonly Gap[]> {
    tiles = undefined;
    known = new Map();
    generation++;
    const union = unionOf(geos, zones.layer, leaves);
    if (!union.ok) return union;
    const pieces = boundary.length > 0 ? geos.difference(boundary, union.value) : enclosedGround(geos, union.value);
    if (!pieces.ok) return pieces;
    return ok(pieces.value.map((rings, index) => ({ key: `${generation}#${index}`, rings })));
  }

  function inTiles(leaves: readonly number[], box: Box, touched?: ReadonlyMap<number, Touch>): Result<readonly Gap[]> {
    if (!tiles || !touched || !holdsRange(tiles, box, boundary.length > 0)) {
      tiles = createGapTiles(geos, zones, boundary, box);
      known = new Map();
      generation++;
      for (const zone of leaves) tiles.twins.add(zone);
      const cut = tiles.cut();
      if (!cut.ok) return forget(cut);
    } else {
      for (const zone of touched.keys()) {
        tiles.twins.remove(zone);
        if (zones.isLeaf[zone] === 1) tiles.twins.add(zone);
      }
      for (const { before, after } of touched.values()) {
        for (const touchedBox of [before, after]) {
          const cut = touchedBox ? tiles.cut(touchedBox) : ok(undefined);
          if (!cut.ok) return forget(cut);
        }
      }
    }
    return joinPieces(tiles);
  }

  /** A tile that could not be cut leaves nothing that could be built on. */
  function forget<T>(failed: Result<T>): Result<T> {
    tiles = undefined;
    return failed;
  }

  function joinPieces(from: GapTiles): Result<readonly Gap[]> {
    const next = new Map<string, Gap[]>();
    for (const group of groupPieces([...from.pieces()], from, boundary.length === 0)) {
      const key = `${generation}:${group.map(({ id }) => id).join('+')}`;
      const gaps = known.get(key);
      if (gaps) next.set(key, gaps);
      else {
        const joined = group.length === 1 ? ok([group[0]!.rings]) : geos.unionAll(group.map(({ rings }) => rings));
        if (!joined.ok) return forget(joined);
        const polygons =
          group.length === 1 ? joined.value : joined.value.map((rings) => withoutSideVertices(rings, from.side));
        next.set(
          key,
          polygons.map((rings, index) => ({ key: `${key}#${index}`, rings })),
        );
      }
    }
    known = next;
    return ok([...next.values()].flat());
  }

  function work(touched?: ReadonlyMap<number, Touch>): Result<readonly Gap[]> {
    const leaves = leavesOf(zones);
    if (countPositions(zones, leaves) <= MAX_AT_ONCE) return atOnce(leaves);
    return inTiles(leaves, boundary.length > 0 ? boxOfPolygons(boundary) : boxOfZones(zones, leaves), touched);
  }

  return { rebuild: () => work(), update: (touched) => work(touched) };
}

/** Without a boundary the tiles reach as far as the zones do now; with one they never change. */
function holdsRange({ range, side }: GapTiles, box: Box, hasBoundary: boolean): boolean {
  if (hasBoundary) return true;
  const [left, bottom, right, top] = box.map((value) => Math.floor(value / side)) as [number, number, number, number];
  return range.left === left - 1 && range.bottom === bottom - 1 && range.right === right + 1 && range.top === top + 1;
}

/**
 * Pieces that hang together across the sides of tiles, each group in the order of its tiles. `openRim`:
 * groups that reach the rim of the range are open to the outside and left out.
 */
function groupPieces(pieces: readonly GapPiece[], { side, range }: GapTiles, openRim: boolean): GapPiece[][] {
  const parent = pieces.map((_, index) => index);
  const rootOf = (index: number): number => {
    let root = index;
    while (parent[root] !== root) root = parent[root]!;
    return root;
  };
  const inTile = new Map<string, number[]>();
  pieces.forEach(({ column, row }, index) => {
    const key = `${column},${row}`;
    inTile.set(key, [...(inTile.get(key) ?? []), index]);
  });
  pieces.forEach((piece, index) => {
    for (const [dx, dy] of [
      [1, 0],
      [0, 1],
    ] as const) {
      for (const other of inTile.get(`${piece.column + dx},${piece.row + dy}`) ?? []) {
        if (!piecesMeetAlong(piece, pieces[other]!, dx === 1, side)) continue;
        const [a, b] = [rootOf(index), rootOf(other)];
        parent[Math.max(a, b)] = Math.min(a, b);
      }
    }
  });
  const groups = new Map<number, GapPiece[]>();
  const open = new Set<number>();
  pieces.forEach((piece, index) => {
    const root = rootOf(index);
    groups.set(root, [...(groups.get(root) ?? []), piece]);
    const { column, row } = piece;
    if (column === range.left || column === range.right || row === range.bottom || row === range.top) open.add(root);
  });
  return [...groups].filter(([root]) => !openRim || !open.has(root)).map(([, group]) => group);
}

function leavesOf({ isLeaf, layer }: ZoneGround): number[] {
  const leaves: number[] = [];
  for (let zone = 0; zone < layer.count; zone++) if (isLeaf[zone] === 1) leaves.push(zone);
  return leaves;
}

function countPositions({ layer }: ZoneGround, leaves: readonly number[]): number {
  const { partStart, partEnd, ringStart, positionStart } = layer;
  return leaves.reduce(
    (sum, zone) => sum + positionStart[ringStart[partEnd[zone]!]!]! - positionStart[ringStart[partStart[zone]!]!]!,
    0,
  );
}

function boxOfZones({ layer }: ZoneGround, leaves: readonly number[]): Box {
  const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const zone of leaves) {
    box[0] = Math.min(box[0], layer.boxes[4 * zone]!);
    box[1] = Math.min(box[1], layer.boxes[4 * zone + 1]!);
    box[2] = Math.max(box[2], layer.boxes[4 * zone + 2]!);
    box[3] = Math.max(box[3], layer.boxes[4 * zone + 3]!);
  }
  return box;
}
