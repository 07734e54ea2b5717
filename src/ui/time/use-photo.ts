/** The thumbnail of a hotspot as an address for an image; undefined where it has none. */
import { useEffect, useState } from 'react';
import type { Subject } from '../../core/subject.ts';
import { PHOTO_COLUMN } from '../../model/photo-column.ts';
import { useWorkspace } from '../app-context.tsx';
import { fieldOf } from '../store/layer-features.ts';

/** Only files of the workspace's attachments: a column of that name may hold anything. */
const ATTACHMENT = /^attachments\/.+\.jpg$/u;

export function usePhoto(subject: Subject | undefined): string | undefined {
  const path = useWorkspace(({ features }) => (subject ? fieldOf(features, subject, PHOTO_COLUMN) : undefined));
  const bytes = useWorkspace(({ document }) =>
    path !== undefined && ATTACHMENT.test(path) ? document?.unread?.files[path] : undefined,
  );
  const [address, setAddress] = useState<string>();
  useEffect(() => {
    if (!bytes) return setAddress(undefined);
    const made = URL.createObjectURL(new Blob([bytes], { type: 'image/jpeg' }));
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [bytes]);
  return bytes ? address : undefined;
}
