/** Raster tiles of a server as a layer of the map; tiles that are drawn in GCJ-02 are put together anew. */
import { type Problem, problem } from '../../core/result.ts';
import { tileAddress } from '../../formats/tiles/tile-template.ts';
import { shiftedTilePieces } from '../../geo/shifted-tile.ts';
import type { TileLayer } from '../../map/map-types.ts';
import { ask, isPicture } from './ask.ts';

export interface FetchedTilesOptions {
  readonly id: string;
  readonly template: string;
  readonly minZoom: number;
  readonly maxZoom: number;
  readonly datum: 'wgs84' | 'gcj02';
  /** Told why a tile is missing; the map goes on without it. */
  readonly onProblem: (problem: Problem) => void;
}

const TILE_PIXELS = 256;
/** Source tiles that neighbours need too; a picture of 256 pixels takes a quarter of a megabyte. */
const KEPT_TILES = 64;

export function createFetchedTiles({
  id,
  template,
  minZoom,
  maxZoom,
  datum,
  onProblem,
}: FetchedTilesOptions): TileLayer {
  const load = async (z: number, x: number, y: number, signal: AbortSignal) => {
    const address = tileAddress(template, z, x, y);
    const found = await ask(address, signal);
    if (!found.ok) {
      onProblem(found.problem);
      throw new Error(found.problem.code);
    }
    if (found.value && found.value.byteLength > 0 && !isPicture(found.value)) {
      onProblem(problem('basemap-not-picture', { host: new URL(address).host }));
      throw new Error('basemap-not-picture');
    }
    return found.value;
  };
  const tile = datum === 'gcj02' ? createShiftedTiles(load) : load;
  return { id, tile, tileSize: TILE_PIXELS, minZoom, maxZoom };
}

type LoadTile = (z: number, x: number, y: number, signal: AbortSignal) => Promise<ArrayBuffer | undefined>;

function createShiftedTiles(load: LoadTile): TileLayer['tile'] {
  const kept = new Map<string, Promise<ImageBitmap | undefined>>();
  const source = (z: number, x: number, y: number) => {
    const key = `${z}/${x}/${y}`;
    // One that several wait for is not given up with the first that leaves.
    const found = kept.get(key) ?? load(z, x, y, new AbortController().signal).then(toPicture);
    kept.delete(key);
    kept.set(key, found);
    found.catch(() => kept.delete(key));
    if (kept.size > KEPT_TILES) kept.delete(kept.keys().next().value as string);
    return found;
  };
  return async (z, x, y, signal) => {
    const pieces = shiftedTilePieces(z, x, y, TILE_PIXELS);
    const sources = await Promise.all(pieces.map((piece) => source(z, piece.x, piece.y)));
    signal.throwIfAborted();
    const canvas = new OffscreenCanvas(TILE_PIXELS, TILE_PIXELS);
    const context = canvas.getContext('2d');
    if (!context) throw new Error('OffscreenCanvas: found no 2d context, expected one');
    for (const [index, { sourceLeft, sourceTop, targetLeft, targetTop, size }] of pieces.entries()) {
      const picture = sources[index];
      if (!picture) continue;
      context.save();
      context.beginPath();
      context.rect(targetLeft, targetTop, size, size);
      context.clip();
      // On whole pixels: letters stay sharp, and the rims of two tiles leave no line.
      context.drawImage(picture, Math.round(targetLeft - sourceLeft), Math.round(targetTop - sourceTop));
      context.restore();
    }
    return canvas.transferToImageBitmap();
  };
}

async function toPicture(bytes: ArrayBuffer | undefined): Promise<ImageBitmap | undefined> {
  return bytes && bytes.byteLength > 0
    ? createImageBitmap(new Blob([bytes]), { resizeWidth: TILE_PIXELS, resizeHeight: TILE_PIXELS })
    : undefined;
}
