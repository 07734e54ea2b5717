/** What is looked at as a scene keeps it, and a scene on the page again. */
import type { ShownView } from '../../briefing/shown-view.ts';
import { wallCamera } from '../../briefing/wall-camera.ts';
import type { Scene } from '../../model/scene.ts';
import type { AppServices } from '../app-context.tsx';
import { playTime } from './play-time.ts';
import { filterPart } from './view-parts/filter-part.ts';
import { groundPart } from './view-parts/ground-part.ts';
import { hotspotsPart } from './view-parts/hotspots-part.ts';
import { layersPart } from './view-parts/layers-part.ts';
import { panelsPart } from './view-parts/panels-part.ts';
import { pointingPart } from './view-parts/pointing-part.ts';
import { themePart } from './view-parts/theme-part.ts';
import type { ViewPart } from './view-parts/view-part.ts';

const PARTS: readonly ViewPart[] = [
  themePart,
  layersPart,
  hotspotsPart,
  filterPart,
  panelsPart,
  pointingPart,
  groundPart,
];

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
 *   On the wall the stage brings the camera: it knows what room its words leave.
 */
export async function showScene(scene: Scene, services: AppServices, arriving?: AbortSignal): Promise<void> {
  const worked = PARTS.flatMap((part) => part.show(scene, services) ?? []);
  const { map, presenting } = services.view.getState();
  if (map && !(arriving && presenting)) {
    const camera = wallCamera(scene.camera, ...map.freeCamera().room);
    map.setFreeCamera(camera, scene.transition?.type === 'cut' ? { motion: false } : {});
  }
  await Promise.all(worked);
  if (arriving && !arriving.aborted && scene.transition?.type === 'timePlay' && !isCalm()) {
    await playTime(services, arriving);
  }
}

const isCalm = () => matchMedia('(prefers-reduced-motion: reduce)').matches;

/** Remembers everything that a scene changes; the answer brings it back. The camera is its own matter. */
export function captureShown(services: AppServices): () => void {
  const back = PARTS.map((part) => part.remember(services));
  return () => {
    for (const bring of back) bring();
  };
}
