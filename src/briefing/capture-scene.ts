/**
 * The view now, as a scene. Pure: the caller says what the map and the panels show, and gives the
 * title in the user's language.
 */
import type { Scene, SceneCamera } from '../model/scene.ts';
import { nextSceneId } from './scene-edits.ts';
import type { ShownView } from './shown-view.ts';

/** Degrees to 7 decimals (1 cm), zoom and angles to 2: a scene reads well in workspace.json and comes back the same. */
export function captureScene(view: ShownView, scenes: readonly Scene[], title: string): Scene {
  return {
    ...view,
    id: nextSceneId(scenes),
    title,
    camera: roundCamera(view.camera),
    layers: Object.fromEntries(Object.entries(view.layers).map(([id, opacity]) => [id, round(opacity, 3)])),
    rules: [...view.rules],
  };
}

function roundCamera({ center, zoom, bearing, pitch, room }: SceneCamera): SceneCamera {
  return {
    center: [round(center[0], 7), round(center[1], 7)],
    zoom: round(zoom, 2),
    bearing: round(bearing, 2),
    pitch: round(pitch, 2),
    ...(room ? { room: [round(room[0], 0), round(room[1], 0)] as const } : {}),
  };
}

function round(value: number, decimals: number): number {
  const factor = 10 ** decimals;
  // Adding 0 turns -0 into 0.
  return Math.round(value * factor) / factor + 0;
}
