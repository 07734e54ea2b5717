/**
 * A tile of the true map put together from tiles that are drawn in GCJ-02. The shift is not the same
 * over a tile, so the tile is cut into squares, each with the shift of its own middle.
 */
import { fromWgs84 } from './datum.ts';
import { fromMercator, toMercator } from './web-mercator.ts';

/** A square of the wanted tile, and where it lies in a source tile; source numbers may reach beyond its edge. */
export interface TilePiece {
  /** Column and row of the source tile, at the same zoom. */
  readonly x: number;
  readonly y: number;
  /** Pixels of the whole source world that the square begins at, less those of the source tile. */
  readonly sourceLeft: number;
  readonly sourceTop: number;
  readonly targetLeft: number;
  readonly targetTop: number;
  readonly size: number;
}

/** The shift changes by at most 0.3 % of the ground, so that a square of 64 pixels is off by 0.1 pixel at its rim. */
const PIECE_PIXELS = 64;

/** All pieces of a tile. A square that lies over two source tiles gives a piece for each. O(squares). */
export function shiftedTilePieces(z: number, x: number, y: number, tileSize: number): TilePiece[] {
  const world = tileSize * 2 ** z;
  const pieces: TilePiece[] = [];
  for (let top = 0; top < tileSize; top += PIECE_PIXELS) {
    for (let left = 0; left < tileSize; left += PIECE_PIXELS) {
      const middle = [x * tileSize + left + PIECE_PIXELS / 2, y * tileSize + top + PIECE_PIXELS / 2] as const;
      const [shiftX, shiftY] = shiftPixels(middle[0], middle[1], world);
      const worldLeft = x * tileSize + left + shiftX;
      const worldTop = y * tileSize + top + shiftY;
      for (const row of spanned(worldTop, tileSize)) {
        for (const column of spanned(worldLeft, tileSize)) {
          pieces.push({
            x: column,
            y: row,
            sourceLeft: worldLeft - column * tileSize,
            sourceTop: worldTop - row * tileSize,
            targetLeft: left,
            targetTop: top,
            size: PIECE_PIXELS,
          });
        }
      }
    }
  }
  return pieces;
}

/** How far GCJ-02 draws a place from where it is, in pixels of a world of `world` pixels. */
function shiftPixels(worldX: number, worldY: number, world: number): [x: number, y: number] {
  const [longitude, latitude] = fromMercator(worldX / world, worldY / world);
  const [x, y] = toMercator(...fromWgs84('gcj02', longitude, latitude));
  return [x * world - worldX, y * world - worldY];
}

function spanned(start: number, tileSize: number): number[] {
  const first = Math.floor(start / tileSize);
  const last = Math.floor((start + PIECE_PIXELS - 1e-6) / tileSize);
  return first === last ? [first] : [first, last];
}
