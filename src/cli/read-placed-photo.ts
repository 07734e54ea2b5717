/** A photo with what it says of its place, which it no longer says in the workspace. The terminal cannot make pictures smaller. */
import { readPhoto } from '../formats/photos/read-photo.ts';
import { stripPhoto } from '../formats/photos/strip-photo.ts';
import { readPictureSize } from '../reports/slips/picture-size.ts';
import type { ReturnedPhoto } from '../reports/slips/returned-photo.ts';

const BEIJING = '+08:00';

export async function readPlacedPhoto(name: string, bytes: Uint8Array<ArrayBuffer>): Promise<ReturnedPhoto> {
  const facts = await readPhoto(bytes, BEIJING);
  return {
    name,
    bytes: readPictureSize(bytes) ? await stripPhoto(bytes) : undefined,
    ...(facts.ok && { place: facts.value }),
  };
}
