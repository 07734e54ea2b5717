/** The picture of a card's place as an address for an image; undefined where there is none. */
import { useEffect, useMemo, useState } from 'react';
import { PHOTO_COLUMN } from '../../../model/photo-column.ts';
import type { BoardCard } from '../../../reports/boards/board.ts';
import { usePlacePictures, useWorkspace } from '../../app-context.tsx';
import { fieldOf } from '../../store/layer-features.ts';

type PlacePictureKind = 'photo' | 'map';

/** What a browser shows; a list of files may name anything. */
const PICTURE = /\.(?:jpe?g|png|webp)$/iu;
const FOLDER = 'attachments/';

export function usePlacePicture({
  finding,
  subjects,
  photos,
}: BoardCard): { readonly kind: PlacePictureKind; readonly address: string } | undefined {
  const [subject] = subjects;
  const ofHotspot = useWorkspace(({ features }) => (subject ? fieldOf(features, subject, PHOTO_COLUMN) : undefined));
  const files = useWorkspace(({ document }) => document?.unread?.files);
  const current = useWorkspace(({ findingById }) => findingById.get(finding));
  const taken = usePlacePictures(({ pictures }) => pictures.get(finding));
  const found = useMemo(() => {
    const paths = [...photos, ...(ofHotspot === undefined ? [] : [ofHotspot])].filter((name) => PICTURE.test(name));
    for (const path of paths) {
      const bytes = files?.[path.startsWith(FOLDER) ? path : `${FOLDER}${path}`];
      if (bytes) return { kind: 'photo' as const, blob: new Blob([bytes]) };
    }
    return taken && taken.finding === current ? { kind: 'map' as const, blob: taken.picture } : undefined;
  }, [photos, ofHotspot, files, taken, current]);
  const [address, setAddress] = useState<string>();
  useEffect(() => {
    if (!found) return setAddress(undefined);
    const made = URL.createObjectURL(found.blob);
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [found]);
  return found && address !== undefined ? { kind: found.kind, address } : undefined;
}
