/** A photo with what it says of its place. The terminal cannot make pictures smaller: JPEGs and PNGs are kept as they are. */
import { readPhoto } from '../formats/photos/read-photo.ts';
import { readPictureSize } from '../reports/slips/picture-size.ts';
import type { ReturnedPhoto } from '../reports/slips/returned-photo.ts';

const BEIJING = '+08:00';

export async function readPlacedPhoto(name: string, bytes: Uint8Array<ArrayBuffer>): Promise<ReturnedPhoto> {
  const facts = await readPhoto(bytes, BEIJING);
  return {
    name,
    bytes: readPictureSize(bytes) ? bytes : undefined,
    ...(facts.ok && { place: facts.value }),
  };
}
