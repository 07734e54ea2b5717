/**
 * Pictures between the base map and the data: takes files in, has them opened and placed in their worker,
 * and keeps the map's list of them in step with the store.
 */
import { problem } from '../../core/result.ts';
import type { PictureClient } from '../../engine/pictures/picture-client.ts';
import type { PictureFacts } from '../../engine/pictures/picture-protocol.ts';
import { firstCorners } from '../../formats/pictures/first-corners.ts';
import { isPictureName, isWorldFileOf, parseWorldFile, splitName } from '../../formats/pictures/world-file.ts';
import type { PictureLayer } from '../../map/map-types.ts';
import type { PictureEntry, PicturePlacing, PixelTransform } from '../../model/base-map.ts';
import type { FileStore } from '../../storage/file-store.ts';
import { addFacts, type BaseMapStore, changePicture, freshId } from '../../ui/store/base-map-store.ts';
import { addNotices, type ViewStore } from '../../ui/store/view-store.ts';

export interface PictureController {
  start(): void;
  /** Pictures with their world files, in any order. */
  addFiles(files: readonly File[]): Promise<void>;
  remove(id: string): void;
  /** Puts a picture into the middle of what is looked at, to be dragged from there. */
  putInView(id: string): void;
  /** Pictures opened before a crash of the worker are opened anew. */
  reopen(): void;
}

export interface PictureControllerParts {
  readonly store: BaseMapStore;
  readonly view: ViewStore;
  readonly files: FileStore;
  readonly client: PictureClient;
}

/** A larger one would fill the disk twice; it has to be chosen again at the next visit. */
const MAX_KEPT_BYTES = 512 * 2 ** 20;
const STRETCHABLE = /^tiff?$/u;

export function createPictureController({ store, view, files, client }: PictureControllerParts): PictureController {
  const held = new Map<string, Blob>();
  /** Ids that are open in the worker, and what they are. */
  const opened = new Map<string, Promise<PictureFacts | undefined>>();
  /** Layers as last laid, by id, with the placing that they were made of. */
  const laid = new Map<string, { readonly placing: PicturePlacing; readonly layer: PictureLayer }>();
  let version = 0;

  const entryOf = (id: string) => store.getState().pictures.find((picture) => picture.id === id);

  const open = (entry: PictureEntry): Promise<PictureFacts | undefined> => {
    const before = opened.get(entry.id);
    if (before) return before;
    const opening = (async () => {
      const { id, name } = entry;
      const file = held.get(id) ?? (await files.find(id));
      if (!file) {
        addFacts(store, id, { problem: problem('picture-file-gone', { file: name }) });
        return undefined;
      }
      addFacts(store, id, { isBusy: true });
      const found = await client.ask('open', { picture: id, file, isTiff: STRETCHABLE.test(splitName(name).ending) });
      if (!found.ok) {
        addFacts(store, id, { isBusy: false, problem: { ...found.problem, at: { file: name } } });
        return undefined;
      }
      addFacts(store, id, { isBusy: false, width: found.value.width, height: found.value.height });
      return found.value;
    })();
    opened.set(entry.id, opening);
    return opening;
  };

  /** Places a picture anew where its placing has changed. */
  const lay = async (entry: PictureEntry): Promise<void> => {
    const { id, placing } = entry;
    if (!placing || laid.get(id)?.placing === placing) return;
    if (!(await open(entry))) return;
    const found = await client.ask('place', { picture: id, placing });
    if (entryOf(id)?.placing !== placing) return;
    if (!found.ok) return addFacts(store, id, { problem: { ...found.problem, at: { file: entry.name } } });
    const { bounds, corners, minZoom, maxZoom } = found.value;
    addFacts(store, id, { bounds, corners, minZoom, problem: undefined });
    const layer: PictureLayer = {
      id: `${id}-${++version}`,
      tile: async (z, x, y, signal) => {
        const tile = await client.ask('tile', { picture: id, z, x, y }, signal);
        if (tile.ok) return tile.value;
        if (!signal.aborted) addFacts(store, id, { problem: { ...tile.problem, at: { file: entry.name } } });
        throw new Error(tile.problem.code);
      },
      tileSize: 256,
      minZoom,
      maxZoom,
      bounds,
      opacity: 1,
      visible: true,
      attribution: '',
    };
    laid.set(id, { placing, layer });
    show();
  };

  const show = () =>
    store.setState(({ pictures }) => ({
      pictureLayers: pictures.flatMap(({ id, visible, opacity, attribution, placing }) => {
        const found = laid.get(id);
        // Until it lies where it is wanted, it is shown where it lay.
        return found && placing ? [{ ...found.layer, visible, opacity, attribution }] : [];
      }),
    }));

  /** What a file and its world file say of its place. */
  const findPlace = async (
    facts: PictureFacts,
    world: File | undefined,
  ): Promise<{ transform?: PixelTransform; placing?: PicturePlacing }> => {
    const parsed = world && parseWorldFile(await world.text());
    if (parsed && !parsed.ok) addNotices(view, 'warning', [{ ...parsed.problem, at: { file: world.name } }]);
    const transform = (parsed?.ok ? parsed.value : undefined) ?? facts.transform;
    if (!transform) return {};
    // A world file names no system; degrees are known by their size.
    const crs = facts.crs ?? (isDegrees(transform, facts) ? 'EPSG:4326' : undefined);
    return { transform, ...(crs ? { placing: { type: 'transform', transform, crs } } : {}) };
  };

  const addOne = async (file: File, world: File | undefined) => {
    const id = freshId(store.getState());
    held.set(id, file);
    const entry: PictureEntry = {
      id,
      name: file.name,
      sizeBytes: file.size,
      attribution: '',
      visible: true,
      opacity: 1,
      placing: undefined,
    };
    store.setState(({ pictures }) => ({ pictures: [...pictures, entry] }));
    const facts = await open(entry);
    if (!facts) return;
    const { placing, transform } = await findPlace(facts, world);
    changePicture(store, id, { ...(transform ? { transform } : {}), placing });
    const isKept = file.size <= MAX_KEPT_BYTES && (await files.keep(id, file));
    addFacts(store, id, { isKept });
  };

  return {
    start() {
      store.subscribe((state, before) => {
        if (state.pictures === before.pictures) return;
        show();
        for (const picture of state.pictures) void lay(picture);
      });
      for (const picture of store.getState().pictures) void lay(picture);
    },
    async addFiles(added) {
      const pictures = added.filter(({ name }) => isPictureName(name));
      for (const picture of pictures) {
        await addOne(
          picture,
          added.find(({ name }) => isWorldFileOf(name, picture.name)),
        );
      }
    },
    remove(id) {
      held.delete(id);
      opened.delete(id);
      laid.delete(id);
      void files.forget(id);
      void client.ask('close', { picture: id });
      store.setState(({ pictures, placing }) => ({
        pictures: pictures.filter((picture) => picture.id !== id),
        placing: placing === id ? undefined : placing,
      }));
    },
    putInView(id) {
      const { map } = view.getState();
      const { width, height } = store.getState().facts[id] ?? {};
      if (map && width && height)
        changePicture(store, id, { placing: { type: 'corners', corners: firstCorners(map.bounds(), width, height) } });
    },
    reopen() {
      opened.clear();
      laid.clear();
      for (const picture of store.getState().pictures) void lay(picture);
    },
  };
}

function isDegrees([a, b, c, d, e, f]: PixelTransform, { width, height }: PictureFacts): boolean {
  const [x, y] = [a * width + b * height + c, d * width + e * height + f];
  return Math.max(Math.abs(c), Math.abs(x)) <= 180 && Math.max(Math.abs(f), Math.abs(y)) <= 90;
}
