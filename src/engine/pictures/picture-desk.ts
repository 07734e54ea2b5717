/** The open pictures and what can be asked of them. Knows no worker and no messages. */
import { fail, ok, type Result } from '../../core/result.ts';
import { type PlacedPicture, placePicture } from '../../formats/pictures/place-picture.ts';
import { openTiffPicture, type PictureSource } from '../../formats/pictures/tiff-picture.ts';
import { buildTileMesh, warpTile } from '../../formats/pictures/warp-tile.ts';
import { openImagePicture } from './image-picture.ts';
import type { PictureQuestion, PictureQuestions } from './picture-protocol.ts';

export type PictureDesk = {
  [Q in PictureQuestion]: (
    input: PictureQuestions[Q]['input'],
    signal: AbortSignal,
  ) => Promise<PictureQuestions[Q]['output']>;
};

const TILE_PIXELS = 256;
const MAX_ZOOM = 24;

export function createPictureDesk(): PictureDesk {
  const pictures = new Map<string, { source: PictureSource; placed?: PlacedPicture }>();
  return {
    async open({ picture, file, isTiff }) {
      const opened = await (isTiff ? openTiffPicture(file) : openImagePicture(file));
      if (!opened.ok) return opened;
      const { width, height, transform, crs } = opened.value;
      pictures.set(picture, { source: opened.value });
      return ok({ width, height, ...(transform ? { transform } : {}), ...(crs ? { crs } : {}) });
    },
    async place({ picture, placing }) {
      const open = pictures.get(picture);
      if (!open) return fail('picture-gone');
      const { source } = open;
      const found = await placePicture(placing, source.width, source.height);
      if (!found.ok) return found;
      open.placed = found.value;
      const { bounds, corners, pixelSize } = found.value;
      // Where a pixel of the map is one of the picture.
      const natural = -Math.log2(TILE_PIXELS * pixelSize);
      const maxZoom = Math.min(MAX_ZOOM, Math.max(0, Math.ceil(natural)));
      const minZoom = Number.isFinite(source.maxRatio) ? Math.ceil(natural - Math.log2(source.maxRatio)) : 0;
      return ok({ bounds, corners, minZoom: Math.min(maxZoom, Math.max(0, minZoom)), maxZoom });
    },
    async tile({ picture, z, x, y }, signal) {
      const open = pictures.get(picture);
      if (!open?.placed) return fail('picture-gone');
      const { source, placed } = open;
      const mesh = buildTileMesh(placed, source, { z, x, y, size: TILE_PIXELS });
      if (!mesh.window) return ok(undefined);
      try {
        const part = await source.read(mesh.window, mesh.ratio, signal);
        signal.throwIfAborted();
        const rgba = warpTile(mesh, part, source, TILE_PIXELS);
        return ok(await createImageBitmap(new ImageData(rgba, TILE_PIXELS, TILE_PIXELS)));
      } catch (error) {
        return fail('picture-read', { reason: error instanceof Error ? error.message : String(error) });
      }
    },
    async close({ picture }) {
      pictures.delete(picture);
      return ok(undefined) as Result<void>;
    },
  };
}
