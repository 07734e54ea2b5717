/** The picture of a card's place as an address for an image; undefined where there is none. */
import { useEffect, useMemo, useState } from 'react';
import { PHOTO_COLUMN } from '../../../model/photo-column.ts';
import type { BoardCard } from '../../../reports/boards/board.ts';
import { usePlacePictures, useWorkspace } from '../../app-context.tsx';
import { fieldOf } from '../../store/layer-features.ts';
import { type FoundPicture, findPlacePicture } from './place-picture.ts';

export function usePlacePicture({
  finding,
  subjects,
  photos,
}: BoardCard): { readonly kind: FoundPicture['kind']; readonly address: string } | undefined {
  const [subject] = subjects;
  const ofHotspot = useWorkspace(({ features }) => (subject ? fieldOf(features, subject, PHOTO_COLUMN) : undefined));
  const files = useWorkspace(({ document }) => document?.unread?.files);
  const current = useWorkspace(({ findingById }) => findingById.get(finding));
  const taken = usePlacePictures(({ pictures }) => pictures.get(finding));
  const found = useMemo(
    () => findPlacePicture({ photos }, { files, hotspotPhoto: ofHotspot, taken, current }),
    [photos, ofHotspot, files, taken, current],
  );
  const [address, setAddress] = useState<string>();
  useEffect(() => {
    if (!found) return setAddress(undefined);
    const made = URL.createObjectURL(found.blob);
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [found]);
  return found && address !== undefined ? { kind: found.kind, address } : undefined;
}
