/** A JPG, PNG or WebP as a source of windows: decoded once by the browser, drawn at the size that is asked. */
import { fail, ok, type Result } from '../../core/result.ts';
import type { PictureSource } from '../../formats/pictures/tiff-picture.ts';

/** Fails with `picture-image` where the browser cannot decode it or it is too large for it. */
export async function openImagePicture(file: Blob): Promise<Result<PictureSource>> {
  let image: ImageBitmap;
  try {
    image = await createImageBitmap(file, { imageOrientation: 'none' });
  } catch (error) {
    return fail('picture-image', { reason: error instanceof Error ? error.message : String(error) });
  }
  return ok({
    width: image.width,
    height: image.height,
    transform: undefined,
    crs: undefined,
    maxRatio: Number.POSITIVE_INFINITY,
    read: async ({ left, top, right, bottom }, ratio) => {
      const shrink = Math.max(1, ratio);
      const width = Math.max(1, Math.ceil((right - left) / shrink));
      const height = Math.max(1, Math.ceil((bottom - top) / shrink));
      const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
      if (!context) throw new Error('OffscreenCanvas: found no 2d context, expected one');
      context.imageSmoothingQuality = 'high';
      context.drawImage(image, left, top, right - left, bottom - top, 0, 0, width, height);
      const { data } = context.getImageData(0, 0, width, height);
      return { rgba: data, width, height, left, top, scaleX: width / (right - left), scaleY: height / (bottom - top) };
    },
  });
}
