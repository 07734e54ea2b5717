/** The pictures of a briefing that is handed on: in its page, or beside it as files. */
import type { HandoverPicture } from '../../../../briefing/handover/handover-types.ts';
import type { DeckPicture } from '../../../../reports/slides/slide-deck.ts';
import { dataAddress } from './light-picture.ts';

export interface PictureFiles {
  /** Those that lie beside the page; none where they are in it. */
  readonly files: readonly { readonly path: string; readonly bytes: Uint8Array<ArrayBuffer> }[];
  /** Answers the address under which the page finds it. */
  keep(name: string, picture: Blob): Promise<string>;
  /** Pictures of places by finding; one that several scenes show is kept once. */
  keepPlaces(pictures: ReadonlyMap<string, DeckPicture>): Promise<ReadonlyMap<string, HandoverPicture>>;
}

export function createPictureFiles(as: 'page' | 'folder'): PictureFiles {
  const files: { path: string; bytes: Uint8Array<ArrayBuffer> }[] = [];
  const places = new Map<string, string>();
  const keep = async (name: string, picture: Blob) => {
    if (as === 'page') return dataAddress(picture);
    const path = `pictures/${name}.${picture.type.split('/')[1]}`;
    files.push({ path, bytes: new Uint8Array(await picture.arrayBuffer()) });
    return path;
  };
  return {
    files,
    keep,
    async keepPlaces(pictures) {
      const kept = new Map<string, HandoverPicture>();
      for (const [finding, { jpeg, altText, mark }] of pictures) {
        const blob = new Blob([jpeg], { type: 'image/jpeg' });
        const address = places.get(finding) ?? (await keep(`place-${places.size + 1}`, blob));
        places.set(finding, address);
        kept.set(finding, { address, altText, mark });
      }
      return kept;
    },
  };
}
