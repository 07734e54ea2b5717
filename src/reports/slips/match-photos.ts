/** Which photo belongs to which finding: by the names that a row lists, or by the finding's id in the photo's own name. */
import { type Problem, problem } from '../../core/result.ts';
import type { SettledFinding } from '../../model/cases.ts';
import type { ReturnedPhoto } from './returned-photo.ts';

interface TakenPhoto {
  /** Under which it is kept, below `attachments/`. */
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly photo: ReturnedPhoto;
}

interface MatchedPhotos {
  readonly photosOf: ReadonlyMap<string, readonly TakenPhoto[]>;
  /** Names that rows list and nobody sent along. */
  readonly missingOf: ReadonlyMap<string, readonly string[]>;
  readonly notes: Problem[];
}

/** O(rows + photos); names are compared without regard to case. */
export function matchPhotos(
  rows: readonly SettledFinding[],
  photos: readonly ReturnedPhoto[],
  isKnown: (finding: string) => boolean,
): MatchedPhotos {
  const byName = new Map(photos.map((photo) => [fold(photo.name), photo]));
  const used = new Set<ReturnedPhoto>();
  const notes: Problem[] = [];
  const photosOf = new Map<string, TakenPhoto[]>();
  const missingOf = new Map<string, string[]>();
  const take = (finding: string, photo: ReturnedPhoto) => {
    used.add(photo);
    if (!photo.bytes) return void notes.push(problem('return-photo-unreadable', { name: photo.name, id: finding }));
    const own = photosOf.get(finding) ?? [];
    photosOf.set(finding, own);
    const name = casePhotoName(finding, photo.name);
    if (!own.some((one) => one.name === name)) own.push({ name, bytes: photo.bytes, photo });
  };
  for (const { finding, photos: names } of rows) {
    for (const name of names) {
      const photo = byName.get(fold(name));
      if (photo) take(finding, photo);
      else {
        missingOf.set(finding, [...(missingOf.get(finding) ?? []), name]);
        // What a ledger of ours lists lies in the workspace already.
        if (!name.startsWith('cases/')) notes.push(problem('return-photo-missing', { name, id: finding }));
      }
    }
  }
  const settled = new Set(rows.map(({ finding }) => finding));
  for (const photo of photos) {
    if (used.has(photo)) continue;
    const id = /[0-9a-f]{16}/u.exec(photo.name.toLowerCase())?.[0];
    if (id !== undefined && settled.has(id)) take(id, photo);
    else if (id !== undefined && isKnown(id)) notes.push(problem('return-photo-alone', { name: photo.name, id }));
    else notes.push(problem('return-photo-unmatched', { name: photo.name }));
  }
  return { photosOf, missingOf, notes };
}

const fold = (name: string) => (name.split(/[\\/]/u).at(-1) ?? name).trim().toLowerCase();

/** The same photo of the same finding is kept once, however often it comes. */
export function casePhotoName(finding: string, name: string): string {
  const stem = fold(name)
    .replace(/\.[^.]+$/u, '')
    .replaceAll(/[^\p{L}\p{N}_-]+/gu, '_')
    .replace(`${finding}-`, '');
  return `cases/${finding}-${stem || 'photo'}.jpg`;
}
