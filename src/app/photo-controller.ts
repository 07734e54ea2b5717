/**
 * Photos dropped onto the page become hotspots, one step of the history. They are read one after the other, so that
 * a flight of two hundred pictures never stands in memory at once.
 */
import { type Problem, problem } from '../core/result.ts';
import type { PlacedPhoto } from '../formats/photos/photo-patch.ts';
import type { Translate } from '../i18n/translate.ts';
import type { Patch } from '../model/patch.ts';
import { PHOTO_LAYER } from '../model/photo-column.ts';
import { makeThumbnail } from '../ui/shrink-picture.ts';
import type { TimeStore } from '../ui/store/time-store.ts';
import { addNotices, type ViewStore } from '../ui/store/view-store.ts';
import type { WorkspaceStore } from '../ui/store/workspace-store.ts';
import { clockOffsetOf } from './clock-offset.ts';
import { emptyWorkspace, type PathAndBlob, type WorkspaceSource } from './workspace-source.ts';

export interface PhotoControllerParts {
  readonly workspace: WorkspaceStore;
  readonly view: ViewStore;
  readonly time: TimeStore;
  readonly open: (source: WorkspaceSource) => Promise<void>;
  readonly edit: (patch: Patch) => void;
  readonly canEdit: () => boolean;
  readonly zoomToLayer: (layer: string) => void;
  readonly translate: Translate;
}

export interface PhotoController {
  /** The photos among what was dropped, and the rest. */
  split(files: readonly PathAndBlob[]): {
    readonly photos: readonly PathAndBlob[];
    readonly others: readonly PathAndBlob[];
  };
  /** Nothing happens without any. */
  begin(photos: readonly PathAndBlob[]): void;
  cancel(): void;
}

const PHOTO = /\.(?:jpe?g|hei[cf])$/iu;
const HEIC = /\.hei[cf]$/iu;
/** A picture with one of these beside it is laid on the map as it says, and is no photo of a place. */
const WORLD_FILE = /\.(?:jgw|jpgw|jpegw|wld)$/iu;
/** EXIF of a JPEG is limited to 64 kB and stands at its beginning, behind at most a few other segments. */
const HEAD_BYTES = 2 ** 19;

export function createPhotoController(parts: PhotoControllerParts): PhotoController {
  const { workspace, view, time, open, edit, canEdit, zoomToLayer, translate } = parts;
  let running: AbortController | undefined;

  const readOne = async ({ path, blob }: PathAndBlob, offset: string): Promise<PlacedPhoto | Problem> => {
    const name = path.split('/').at(-1) ?? path;
    try {
      const head = HEIC.test(path) ? blob : blob.slice(0, HEAD_BYTES);
      const { readPhoto } = await import('../formats/photos/read-photo.ts');
      const facts = await readPhoto(new Uint8Array(await head.arrayBuffer()), offset);
      if (!facts.ok) return problem(facts.problem.code, { name });
      return { name, facts: facts.value, thumbnail: await makeThumbnail(blob) };
    } catch (error) {
      return problem('app.file-unreadable', { reason: String(error) });
    }
  };

  const begin = async (files: readonly PathAndBlob[]) => {
    running?.abort();
    const own = new AbortController();
    running = own;
    const { document, isDemo } = workspace.getState();
    const isOwn = document !== undefined && !isDemo;
    if (isOwn && !canEdit()) return addNotices(view, 'error', [problem('app.read-only')]);
    const photos: PlacedPhoto[] = [];
    const problems: Problem[] = [];
    const offset = clockOffsetOf(workspace.getState());
    for (const [done, file] of files.entries()) {
      time.setState({ readingPhotos: { done, total: files.length } });
      const read = await readOne(file, offset);
      if (own.signal.aborted) return;
      if ('code' in read) problems.push(read);
      else photos.push(read);
    }
    time.setState({ readingPhotos: undefined });
    if (photos.length > 0) await add(photos, isOwn, problems);
    addNotices(view, 'warning', problems);
  };

  /** The demo is not anybody's workspace: photos dropped on it are the beginning of one's own. */
  const add = async (photos: readonly PlacedPhoto[], isOwn: boolean, problems: Problem[]) => {
    const title = translate('time.photos.layer');
    if (!isOwn) await open(emptyWorkspace(title));
    const { document } = workspace.getState();
    if (!document) return;
    const { buildPhotoPatch } = await import('../formats/photos/photo-patch.ts');
    const { patch, added, known } = buildPhotoPatch(document, photos, title);
    problems.push(...known.map((name) => problem('photo-known', { name })));
    const pictureless = photos.filter(({ name, thumbnail }) => !thumbnail && !known.includes(name));
    problems.push(...pictureless.map(({ name }) => problem('photo-without-thumbnail', { name })));
    if (!patch) return;
    edit(patch);
    addNotices(view, 'info', [problem('photos-added', { count: added })]);
    zoomToLayer(PHOTO_LAYER);
  };

  return {
    split(files) {
      const isWorldFile = files.some(({ path }) => WORLD_FILE.test(path));
      const photos = isWorldFile ? [] : files.filter(({ path }) => PHOTO.test(path));
      return { photos, others: files.filter((file) => !photos.includes(file)) };
    },
    begin(photos) {
      if (photos.length > 0) void begin(photos);
    },
    cancel() {
      running?.abort();
      time.setState({ readingPhotos: undefined });
    },
  };
}
