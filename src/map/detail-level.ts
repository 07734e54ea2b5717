/** Which of a drawable's levels suits a scale, and which stretch of its arrays a tile is. Knows no layers and no looks. */
import type { Drawable, DrawableDots, DrawablePaths, DrawablePolygons } from '../geo/drawable.ts';
import type { Bounds } from './map-types.ts';

/** One level as it is drawn; the finest has no dots. */
export interface DetailLevel {
  readonly name: string;
  readonly polygons: DrawablePolygons;
  readonly paths: DrawablePaths;
  readonly dots?: DrawableDots;
}

/** How far a drawn position may be off, in pixels. */
const PIXELS_OFF = 2 / 3;

/** The coarsest level whose positions are at most two thirds of a pixel off, as a number: -1 is the finest. */
export function findLevel({ levels }: Drawable, metersPerPixel: number): number {
  return levels.findLastIndex(({ toleranceMeters }) => toleranceMeters <= PIXELS_OFF * metersPerPixel);
}

export function levelAt({ polygons, paths, levels }: Drawable, level: number): DetailLevel {
  const coarser = levels[level];
  return coarser ? { name: String(level + 1), ...coarser } : { name: '0', polygons, paths };
}

/** Tiles that touch a window, in their order. O(tiles). */
export function tilesIn({ tiles: { boxes } }: DrawablePolygons, [west, south, east, north]: Bounds): number[] {
  const found: number[] = [];
  for (let tile = 0; 4 * tile < boxes.length; tile++) {
    const at = 4 * tile;
    if (boxes[at]! > east || boxes[at + 2]! < west || boxes[at + 1]! > north || boxes[at + 3]! < south) continue;
    found.push(tile);
  }
  return found;
}

/** Polygons of one tile, numbered from its own first position. */
export interface TilePolygons {
  readonly positions: Float64Array;
  readonly triangles: Uint32Array;
  readonly featureOfPosition: Uint32Array;
  /** Outlined rings alone, which come first: rings + 1 offsets. */
  readonly outlineStart: Uint32Array;
}

/** Positions and features are views of the whole, corners and offsets are copied. O(corners of the tile). */
export function sliceTile(polygons: DrawablePolygons, tile: number): TilePolygons {
  const { positionStart, cornerStart, ringStart, outlineEnd } = polygons.tiles;
  const [from, to] = [positionStart[tile]!, positionStart[tile + 1]!];
  const triangles = polygons.triangles.slice(cornerStart[tile], cornerStart[tile + 1]);
  for (let i = 0; i < triangles.length; i++) triangles[i] = triangles[i]! - from;
  // One offset more than rings: the next ring begins where the last one ends.
  const outlineStart = polygons.ringStart.slice(ringStart[tile], outlineEnd[tile]! + 1);
  for (let i = 0; i < outlineStart.length; i++) outlineStart[i] = outlineStart[i]! - from;
  return {
    positions: polygons.positions.subarray(2 * from, 2 * to),
    triangles,
    featureOfPosition: polygons.featureOfPosition.subarray(from, to),
    outlineStart,
  };
}
