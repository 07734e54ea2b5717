/** Photos on their way to a case: what they say of themselves, and their picture in a size for looking at. */
import type { ReturnedPhoto } from '../reports/slips/returned-photo.ts';
import { shrinkPicture } from '../ui/shrink-picture.ts';

/** Enough for a slip and for a screen; a hundred of them are 30 MB. */
const LONGEST_PIXELS = 1280;
/** EXIF of a JPEG stands at its beginning; HEIC is read whole. */
const HEAD_BYTES = 2 ** 19;

/** A photo that says nothing of its place, or cannot be shown, is one all the same. `offset`: of the camera's clock. */
export async function readCasePhoto(file: File, offset: string): Promise<ReturnedPhoto> {
  const { readPhoto } = await import('../formats/photos/read-photo.ts');
  const head = /\.hei[cf]$/iu.test(file.name) ? file : file.slice(0, HEAD_BYTES);
  const facts = await readPhoto(new Uint8Array(await head.arrayBuffer()), offset).catch(() => undefined);
  return {
    name: file.name,
    bytes: await shrinkPicture(file, LONGEST_PIXELS),
    ...(facts?.ok && { place: facts.value }),
  };
}
