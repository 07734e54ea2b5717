/**
 * The view now, as a scene. Pure: the caller says what the map and the panels show, and gives the
 * title in the user's language.
 */
import type { LonLat } from '../model/lon-lat.ts';
import type { Scene } from '../model/scene.ts';
import type { Scope } from '../model/scope.ts';
import { nextSceneId } from './scene-edits.ts';

/** What stands on the screen. */
export interface ShownView {
  readonly camera: { readonly center: LonLat; readonly zoom: number; readonly bearing: number; readonly pitch: number };
  /** Opacity 0 to 1 by layer id, of the layers that are visible. */
  readonly layers: Readonly<Record<string, number>>;
  /** Rules whose findings show. */
  readonly rules: readonly string[];
  /** The finding that is selected. */
  readonly finding?: string | undefined;
  readonly scope?: Scope | undefined;
}

/** Degrees to 7 decimals (1 cm), zoom and angles to 2: a scene reads well in workspace.json and comes back the same. */
export function captureScene(view: ShownView, scenes: readonly Scene[], title: string): Scene {
  const { center, zoom, bearing, pitch } = view.camera;
  return {
    id: nextSceneId(scenes),
    title,
    camera: {
      center: [round(center[0], 7), round(center[1], 7)],
      zoom: round(zoom, 2),
      bearing: round(bearing, 2),
      pitch: round(pitch, 2),
    },
    layers: Object.fromEntries(Object.entries(view.layers).map(([id, opacity]) => [id, round(opacity, 3)])),
    rules: [...view.rules],
    ...(view.finding === undefined ? {} : { finding: view.finding }),
    ...(view.scope === undefined ? {} : { scope: view.scope }),
  };
}

function round(value: number, decimals: number): number {
  const factor = 10 ** decimals;
  // Adding 0 turns -0 into 0.
  return Math.round(value * factor) / factor + 0;
}
