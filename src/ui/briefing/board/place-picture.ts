/** Which picture of a card's place a workspace has: a photo of its case or of the hotspot, else the map as it was taken beforehand. Pure. */
import type { Finding } from '../../../model/findings.ts';
import type { BoardCard } from '../../../reports/boards/board.ts';
import { attachmentPath } from '../../../reports/slips/slip-photos.ts';
import type { PlacePicture } from '../../store/place-picture-store.ts';

export interface FoundPicture {
  readonly kind: 'photo' | 'map';
  readonly blob: Blob;
}

export interface PlacePictureFacts {
  readonly files: Readonly<Record<string, Uint8Array>> | undefined;
  /** The photo that the card's hotspot was read from, by its name. */
  readonly hotspotPhoto: string | undefined;
  readonly taken: PlacePicture | undefined;
  /** The finding of now: a picture of an earlier one shows what is gone. */
  readonly current: Finding | undefined;
}

/** What a browser shows; a list of files may name anything. */
const PICTURE = /\.(?:jpe?g|png|webp)$/iu;

/** Undefined where there is none. O(photos of the card). */
export function findPlacePicture(
  { photos }: Pick<BoardCard, 'photos'>,
  { files, hotspotPhoto, taken, current }: PlacePictureFacts,
): FoundPicture | undefined {
  const names = [...photos, ...(hotspotPhoto === undefined ? [] : [hotspotPhoto])].filter((name) => PICTURE.test(name));
  for (const name of names) {
    const bytes = files?.[attachmentPath(name)];
    if (bytes) return { kind: 'photo', blob: new Blob([bytes as Uint8Array<ArrayBuffer>]) };
  }
  return taken && taken.finding === current ? { kind: 'map', blob: taken.picture } : undefined;
}
