/** What is looked at as a scene keeps it, and a scene on the page again. */
import type { ShownView } from '../../briefing/shown-view.ts';
import { wallCamera } from '../../briefing/wall-camera.ts';
import type { MoveOptions } from '../../map/map-types.ts';
import type { Scene } from '../../model/scene.ts';
import type { AppServices } from '../app-context.tsx';
import { playTime } from './play-time.ts';
import { filterPart } from './view-parts/filter-part.ts';
import { groundPart } from './view-parts/ground-part.ts';
import { hotspotsPart } from './view-parts/hotspots-part.ts';
import { layersPart } from './view-parts/layers-part.ts';
import { narrowedPart } from './view-parts/narrowed-part.ts';
import { panelsPart } from './view-parts/panels-part.ts';
import { pointingPart } from './view-parts/pointing-part.ts';
import { themePart } from './view-parts/theme-part.ts';
import type { ViewPart } from './view-parts/view-part.ts';

const PARTS: readonly ViewPart[] = [
  themePart,
  layersPart,
  hotspotsPart,
  filterPart,
  narrowedPart,
  panelsPart,
  pointingPart,
  groundPart,
];

/** Over the wall one follows a flight; beside the panels everything is quick. */
const FLIGHT_MS = 1200;

/** What map and panels show now, as a scene keeps it. */
export function readView(services: AppServices): ShownView {
  const camera = services.view.getState().map?.freeCamera() ?? NOWHERE;
  return Object.assign({ camera, layers: {}, rules: [] }, ...PARTS.map((part) => part.read(services))) as ShownView;
}
const NOWHERE = { center: [0, 0], zoom: 1, bearing: 0, pitch: 0 } as const;

/**
 * Everything that the scene keeps, and last the camera, so that nothing moves it again. The answer settles when the
 * map shows what has to be worked out first: filters, hotspots, colours of an alert.
 *
 * @param arriving the scene comes as its transition says; ended when another one comes. Without it, it stands there.
 */
export async function showScene(scene: Scene, services: AppServices, arriving?: AbortSignal): Promise<void> {
  const worked = PARTS.flatMap((part) => part.show(scene, services) ?? []);
  aimAtScene(scene, services, arriving ? motionOf(scene, services) : {});
  await Promise.all(worked);
  if (arriving && !arriving.aborted && scene.transition?.type === 'timePlay' && !isCalm()) {
    await playTime(services, arriving);
  }
}

/** The ground of the scene, in the room that the map has now. */
export function aimAtScene({ camera }: Scene, { view }: AppServices, move: MoveOptions): void {
  const { map } = view.getState();
  if (map) map.setFreeCamera(wallCamera(camera, ...map.freeCamera().room), move);
}

function motionOf({ transition }: Scene, { view }: AppServices): MoveOptions {
  if (transition?.type === 'cut') return { motion: false };
  return view.getState().presenting ? { durationMs: FLIGHT_MS } : {};
}

const isCalm = () => matchMedia('(prefers-reduced-motion: reduce)').matches;

/** Remembers everything that a scene changes; the answer brings it back. The camera is its own matter. */
export function captureShown(services: AppServices): () => void {
  const back = PARTS.map((part) => part.remember(services));
  return () => {
    for (const bring of back) bring();
  };
}
