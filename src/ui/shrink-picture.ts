/** A smaller picture of a photo or of a map, upright and without its EXIF. */

const THUMBNAIL_PIXELS = 240;
const QUALITY = 0.8;

/** As `shrinkPicture`, in the size of a preview. */
export const makeThumbnail = (photo: Blob) => shrinkPicture(photo, THUMBNAIL_PIXELS);

/** JPEG, its longer side no longer than that; undefined where the browser cannot show the picture (HEIC in most). */
export async function shrinkPicture(photo: Blob, longestPixels: number): Promise<Uint8Array<ArrayBuffer> | undefined> {
  try {
    const bitmap = await createImageBitmap(photo, { imageOrientation: 'from-image' });
    const scale = Math.min(1, longestPixels / Math.max(bitmap.width, bitmap.height));
    const canvas = document.createElement('canvas');
    canvas.width = Math.max(1, Math.round(bitmap.width * scale));
    canvas.height = Math.max(1, Math.round(bitmap.height * scale));
    const context = canvas.getContext('2d');
    if (context) context.imageSmoothingQuality = 'high';
    context?.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
    bitmap.close();
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', QUALITY));
    return blob ? new Uint8Array(await blob.arrayBuffer()) : undefined;
  } catch {
    return undefined;
  }
}
