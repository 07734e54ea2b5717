/**
 * Pictures of the map in any size: for slides, paper, slips and files. The one map of the page is laid out in the
 * size asked for, under the page, shows what is asked, and goes back to what it showed. One picture at a time.
 */
import { fail, ok, type Result } from '../core/result.ts';
import type { Camera, MapView } from '../map/map-types.ts';
import type { PictureRequest } from '../ui/commands.ts';
import type { ViewStore } from '../ui/store/view-store.ts';

/** Tiles of a base map may still be on their way, or never come: then the picture is taken without them. */
const PATIENCE_MS = 90_000;
/** What is shown may bring more: hotspots that are counted, labels that are laid out. */
const SETTLE_MS = 150;
/** Of the longer side, in pixels of the picture: what every WebGL of the last ten years can draw. */
const LONGEST_PIXELS = 8192;

export interface MapPictures {
  /** Fails without a map, and when cancelled. The picture is a PNG without controls. */
  take(request: PictureRequest, signal?: AbortSignal): Promise<Result<Blob>>;
}

/** A second map over the first one: the before of a before and after. */
export interface LeftHalf {
  settled(): Promise<MapView | undefined>;
  compose(picture: Blob): Promise<Blob>;
}

export function createMapPictures(view: ViewStore, half: LeftHalf): MapPictures {
  let last: Promise<unknown> = Promise.resolve();
  return {
    take(request, signal) {
      const taken = last.then(() => take(view, half, request, signal));
      last = taken.catch(() => {});
      return taken;
    },
  };
}

async function take(
  view: ViewStore,
  half: LeftHalf,
  request: PictureRequest,
  signal?: AbortSignal,
): Promise<Result<Blob>> {
  const { map } = view.getState();
  if (!map) return fail('picture-without-map');
  if (signal?.aborted) return fail('engine.cancelled');
  const camera = map.camera();
  const { presenting, sceneOnMap, annotationInHand, swipeShare } = view.getState();
  const putBack = layOut(map, request);
  try {
    // The projector's look is that of paper and slides: thick edges, strong fills, white ground.
    view.setState({ presenting: request.theme === 'projector', annotationInHand: undefined });
    // Annotations belong to their scene, not to what is shown instead.
    if (request.show) view.setState({ sceneOnMap: undefined });
    await request.show?.();
    aim(map, request, camera);
    await drawn(map, signal);
    const left = await half.settled();
    if (left) await drawn(left, signal);
    if (signal?.aborted) return fail('engine.cancelled');
    const picture = await map.capture();
    request.onDrawn?.();
    return ok(left ? await half.compose(picture) : picture);
  } catch (error) {
    return fail('app.export-failed', { reason: error instanceof Error ? error.message : String(error) });
  } finally {
    view.setState({ presenting, sceneOnMap, annotationInHand });
    // Another scene had begun in the middle.
    view.setState({ swipeShare });
    putBack();
    map.setCamera(camera, { motion: false });
  }
}

function layOut(map: MapView, { widthPixels, heightPixels, pixelRatio = 1 }: PictureRequest): () => void {
  const container = map.map.getContainer();
  const before = container.style.cssText;
  const ratio = map.map.getPixelRatio();
  const fitting = Math.min(pixelRatio, LONGEST_PIXELS / Math.max(widthPixels, heightPixels));
  container.style.cssText = `${before};position:fixed;left:0;top:0;right:auto;bottom:auto;z-index:-1;width:${widthPixels}px;height:${heightPixels}px`;
  map.map.setPixelRatio(fitting);
  map.resize();
  return () => {
    container.style.cssText = before;
    map.map.setPixelRatio(ratio);
    map.resize();
  };
}

function aim(map: MapView, { camera, bounds }: PictureRequest, shown: Camera): void {
  if (bounds) map.fitBounds(bounds, { motion: false, padding: NO_PADDING, maxZoom: 19 });
  else map.setCamera(camera ?? shown, { motion: false });
}
const NO_PADDING = { top: 0, right: 0, bottom: 0, left: 0 };

/** Resolves once nothing is left to draw, when cancelled, or after a while. */
async function drawn(map: MapView, signal: AbortSignal | undefined): Promise<void> {
  const until = Date.now() + PATIENCE_MS;
  for (let calm = 0; calm < 2 && Date.now() < until && !signal?.aborted; ) {
    const isIdle = await nextIdle(map, until - Date.now(), signal);
    calm = isIdle ? calm + 1 : 0;
    await new Promise((resolve) => setTimeout(resolve, SETTLE_MS));
  }
}

function nextIdle(map: MapView, patienceMs: number, signal: AbortSignal | undefined): Promise<boolean> {
  return new Promise((resolve) => {
    const finish = (isIdle: boolean) => {
      clearTimeout(timer);
      stop();
      signal?.removeEventListener('abort', onAbort);
      resolve(isIdle);
    };
    const onAbort = () => finish(false);
    const timer = setTimeout(() => finish(false), Math.max(0, patienceMs));
    const stop = map.on('idle', () => finish(true));
    signal?.addEventListener('abort', onAbort);
    map.map.triggerRepaint();
  });
}
