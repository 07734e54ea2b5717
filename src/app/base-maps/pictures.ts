/** Everything that pictures need, put together: fetched with the first one, since most visits have none. */
import { createPictureClient } from '../../engine/pictures/picture-client.ts';
import type { FileStore } from '../../storage/file-store.ts';
import type { BaseMapStore } from '../../ui/store/base-map-store.ts';
import type { ViewStore } from '../../ui/store/view-store.ts';
import { followCorners } from './corner-controller.ts';
import { createPictureController, type PictureController } from './picture-controller.ts';

export interface PictureParts {
  readonly store: BaseMapStore;
  readonly view: ViewStore;
  readonly files: FileStore;
  /** In the user's language. */
  readonly translate: (key: string) => string;
}

export function startPictures({ store, view, files, translate }: PictureParts): PictureController {
  const client = createPictureClient(() => pictures.reopen());
  const pictures = createPictureController({ store, view, files, client });
  followCorners({ store, view, translate });
  pictures.start();
  return pictures;
}
