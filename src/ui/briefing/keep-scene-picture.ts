/** A small picture of the scene that the map has just come to show, for whoever wants to know what comes next. */
import { looksOf } from '../../briefing/scene-looks.ts';
import { wallCamera } from '../../briefing/wall-camera.ts';
import type { MapView } from '../../map/map-types.ts';
import type { Scene } from '../../model/scene.ts';
import type { AppServices } from '../app-context.tsx';
import { keepScenePicture } from '../store/scene-picture-store.ts';

const WIDTH_PIXELS = 480;
/** What is shown may bring more: labels that are laid out, hotspots that are counted. */
const SETTLE_MS = 150;
const PATIENCE_MS = 20_000;
/** Of the zoom, and of the width that is seen: nearer than anybody sees in a small picture. */
const TOLERANCE = 0.03;

/** Nothing is kept where another scene comes meanwhile, or the map is taken elsewhere. */
export async function takeScenePicture(scene: Scene, services: AppServices, signal: AbortSignal): Promise<void> {
  const { map, presenting: isWall } = services.view.getState();
  // A wall has better things to do than to draw a scene once more that is known already.
  if (!map || (isWall && services.scenePictures.getState().pictures.has(looksOf(scene)))) return;
  if (!(await isCalm(map, signal)) || !looksAt(map, scene)) return;
  const picture = await copyMap(map, isWall);
  if (picture && !signal.aborted) keepScenePicture(services.scenePictures, looksOf(scene), picture);
}

/** A picture that was taken of a scene for a paper, kept small beside it. */
export async function keepSmall(scene: Scene, services: AppServices, picture: Blob): Promise<void> {
  const bitmap = await createImageBitmap(picture);
  const { width, height } = bitmap;
  const small = await shrink(bitmap, { left: 0, top: 0, width, height });
  bitmap.close();
  if (small) keepScenePicture(services.scenePictures, looksOf(scene), small);
}

/** Nothing was left to draw, and a moment has passed. */
async function isCalm(map: MapView, signal: AbortSignal): Promise<boolean> {
  const isIdle = await new Promise<boolean>((resolve) => {
    const finish = (answer: boolean) => {
      clearTimeout(timer);
      stop();
      resolve(answer);
    };
    const timer = setTimeout(() => finish(false), PATIENCE_MS);
    const stop = map.on('idle', () => finish(true));
    map.map.triggerRepaint();
  });
  if (isIdle && !signal.aborted) await new Promise((resolve) => setTimeout(resolve, SETTLE_MS));
  return isIdle && !signal.aborted;
}

function looksAt(map: MapView, { camera }: Scene): boolean {
  const { center, zoom, room } = map.freeCamera();
  const wanted = wallCamera(camera, ...room);
  const [west, , east] = map.freeBounds();
  const aside = Math.hypot(center[0] - wanted.center[0], center[1] - wanted.center[1]);
  return Math.abs(zoom - wanted.zoom) < TOLERANCE && aside < TOLERANCE * (east - west);
}

/** While the map draws: later its canvas reads back blank. On the page, the part that no panel covers. */
function copyMap(map: MapView, isWhole: boolean): Promise<Blob | null> {
  return new Promise((resolve) => {
    map.map.once('render', () => {
      const canvas = map.map.getCanvas();
      const { left, top, width, height } = isWhole ? wholeOf(canvas) : freePartOf(map, canvas);
      const ratio = canvas.width / Math.max(1, canvas.clientWidth);
      const part = { left: left * ratio, top: top * ratio, width: width * ratio, height: height * ratio };
      void shrink(canvas, part).then(resolve);
    });
    map.map.triggerRepaint();
  });
}

interface Part {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Reads the source at once; only the packing takes its time. */
function shrink(source: CanvasImageSource, { left, top, width, height }: Part): Promise<Blob | null> {
  const small = document.createElement('canvas');
  small.width = WIDTH_PIXELS;
  small.height = Math.max(1, Math.round((WIDTH_PIXELS * height) / Math.max(1, width)));
  small.getContext('2d')?.drawImage(source, left, top, width, height, 0, 0, small.width, small.height);
  return new Promise((resolve) => small.toBlob(resolve, 'image/jpeg', 0.8));
}

const wholeOf = ({ clientWidth, clientHeight }: HTMLCanvasElement): Part => ({
  left: 0,
  top: 0,
  width: clientWidth,
  height: clientHeight,
});

function freePartOf(map: MapView, { clientWidth, clientHeight }: HTMLCanvasElement): Part {
  const { center, room } = map.freeCamera();
  const { x, y } = map.map.project([center[0], center[1]]);
  const width = Math.min(room[0], clientWidth);
  const height = Math.min(room[1], clientHeight);
  return {
    left: Math.min(Math.max(0, x - width / 2), clientWidth - width),
    top: Math.min(Math.max(0, y - height / 2), clientHeight - height),
    width,
    height,
  };
}
