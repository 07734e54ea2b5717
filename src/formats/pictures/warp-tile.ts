/**
 * One tile of the map from a picture: a mesh of corners says which pixel lies where, finer until it is good
 * to a quarter of a pixel, and the picture is sampled between them.
 */
import type { PlacedPicture } from './place-picture.ts';

/** Corners of a grid of cells over a tile, row by row, as columns and rows of the picture. */
export interface TileMesh {
  readonly cells: number;
  /** column, row of each of (cells + 1)² corners. */
  readonly corners: Float64Array;
  /** Pixels of the picture that its corners span; empty where the tile does not meet the picture. */
  readonly window: PixelWindow | undefined;
  /** Pixels of the picture for a pixel of the tile. */
  readonly ratio: number;
}

/** In pixels of the picture; right and bottom are outside. */
export interface PixelWindow {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Part of a picture at some resolution. */
export interface PictureWindow {
  /** Red, green, blue, opacity; colours not multiplied by opacity. */
  readonly rgba: Uint8ClampedArray | Uint8Array;
  readonly width: number;
  readonly height: number;
  /** Pixel (column, row) of the picture lies at ((column - left) · scaleX, (row - top) · scaleY) here. */
  readonly left: number;
  readonly top: number;
  readonly scaleX: number;
  readonly scaleY: number;
}

const FIRST_CELLS = 4;
const MAX_CELLS = 64;
const TOLERANCE_PIXELS = 0.25;

export interface TileAddress {
  readonly z: number;
  readonly x: number;
  readonly y: number;
  /** Pixels along a side. */
  readonly size: number;
}

/** O(cells²) projections: 25 where the picture lies nearly as the map, 81 more at each doubling. */
export function buildTileMesh(
  placed: Pick<PlacedPicture, 'toPixel' | 'pixelSize'>,
  { width, height }: { readonly width: number; readonly height: number },
  { z, x, y, size }: TileAddress,
): TileMesh {
  const side = 1 / 2 ** z;
  const ratio = side / size / placed.pixelSize;
  const at = (u: number, v: number) => placed.toPixel((x + u) * side, (y + v) * side);
  const tolerance = TOLERANCE_PIXELS * Math.max(1, ratio);
  for (let cells = FIRST_CELLS; ; cells *= 2) {
    const corners = new Float64Array(2 * (cells + 1) ** 2);
    for (let row = 0, index = 0; row <= cells; row++)
      for (let column = 0; column <= cells; column++, index += 2) corners.set(at(column / cells, row / cells), index);
    const mesh = { cells, corners, window: windowOf(corners, width, height), ratio };
    if (!mesh.window || cells >= MAX_CELLS || worstError(mesh, at) <= tolerance) return mesh;
  }
}

/** In the middle of each cell, where bilinear interpolation is worst. Pixels of the picture. */
function worstError({ cells, corners }: TileMesh, at: (u: number, v: number) => [number, number]): number {
  let worst = 0;
  for (let row = 0; row < cells; row++) {
    for (let column = 0; column < cells; column++) {
      const [trueX, trueY] = at((column + 0.5) / cells, (row + 0.5) / cells);
      const first = 2 * (row * (cells + 1) + column);
      const below = first + 2 * (cells + 1);
      const x = (corners[first]! + corners[first + 2]! + corners[below]! + corners[below + 2]!) / 4;
      const y = (corners[first + 1]! + corners[first + 3]! + corners[below + 1]! + corners[below + 3]!) / 4;
      const error = Math.hypot(trueX - x, trueY - y);
      if (error > worst) worst = error;
    }
  }
  return worst;
}

function windowOf(corners: Float64Array, width: number, height: number): PixelWindow | undefined {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let index = 0; index < corners.length; index += 2) {
    const [x, y] = [corners[index]!, corners[index + 1]!];
    if (!Number.isFinite(x) || !Number.isFinite(y)) continue;
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
  }
  // One more on each side, for sampling between pixels.
  const cut = {
    left: Math.max(0, Math.floor(left) - 1),
    top: Math.max(0, Math.floor(top) - 1),
    right: Math.min(width, Math.ceil(right) + 1),
    bottom: Math.min(height, Math.ceil(bottom) + 1),
  };
  return cut.right > cut.left && cut.bottom > cut.top ? cut : undefined;
}

/**
 * The tile's pixels, clear where the picture is not. Between pixels by opacity, so that what is clear has no
 * colour to give. `bounds`: the picture's own size, beyond which nothing is drawn. O(size²).
 */
export function warpTile(
  mesh: TileMesh,
  picture: PictureWindow,
  bounds: { readonly width: number; readonly height: number },
  size: number,
): Uint8ClampedArray<ArrayBuffer> {
  const { cells, corners } = mesh;
  const out = new Uint8ClampedArray(4 * size * size);
  const cellPixels = size / cells;
  for (let row = 0; row < size; row++) {
    const v = (row + 0.5) / cellPixels;
    const cellRow = Math.min(cells - 1, Math.floor(v));
    const down = v - cellRow;
    for (let column = 0; column < size; column++) {
      const u = (column + 0.5) / cellPixels;
      const cellColumn = Math.min(cells - 1, Math.floor(u));
      const right = u - cellColumn;
      const first = 2 * (cellRow * (cells + 1) + cellColumn);
      const below = first + 2 * (cells + 1);
      const x = mix(corners[first]!, corners[first + 2]!, corners[below]!, corners[below + 2]!, right, down);
      const y = mix(corners[first + 1]!, corners[first + 3]!, corners[below + 1]!, corners[below + 3]!, right, down);
      // NaN fails every comparison.
      if (x >= 0 && y >= 0 && x <= bounds.width && y <= bounds.height)
        sample(
          picture,
          (x - picture.left) * picture.scaleX - 0.5,
          (y - picture.top) * picture.scaleY - 0.5,
          out,
          4 * (row * size + column),
        );
    }
  }
  return out;
}

const mix = (a: number, b: number, c: number, d: number, right: number, down: number): number =>
  (a * (1 - right) + b * right) * (1 - down) + (c * (1 - right) + d * right) * down;

/** Four neighbours, by their nearness and their opacity; at the rim the outermost pixel stands for what is beyond. */
function sample(
  { rgba, width, height }: PictureWindow,
  x: number,
  y: number,
  out: Uint8ClampedArray,
  to: number,
): void {
  const [left, top] = [Math.floor(x), Math.floor(y)];
  let [red, green, blue, opacity] = [0, 0, 0, 0];
  for (let step = 0; step < 4; step++) {
    const [dx, dy] = [step & 1, step >> 1];
    const column = Math.min(width - 1, Math.max(0, left + dx));
    const row = Math.min(height - 1, Math.max(0, top + dy));
    const at = 4 * (row * width + column);
    const weight = (dx ? x - left : 1 - x + left) * (dy ? y - top : 1 - y + top) * rgba[at + 3]!;
    red += weight * rgba[at]!;
    green += weight * rgba[at + 1]!;
    blue += weight * rgba[at + 2]!;
    opacity += weight;
  }
  if (opacity === 0) return;
  out[to] = red / opacity;
  out[to + 1] = green / opacity;
  out[to + 2] = blue / opacity;
  out[to + 3] = opacity;
}
