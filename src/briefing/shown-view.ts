/** The parts of a scene that are looked at, as the page gives them. */
import type { Scene } from '../model/scene.ts';

/** What of a scene stands on the screen; the rest of it are words, and what is made of data. */
export const SHOWN_PARTS = [
  'camera',
  'layers',
  'rules',
  'finding',
  'feature',
  'scope',
  'theme',
  'hotspots',
  'narrowed',
  'filter',
  'whatIf',
  'siltLayers',
  'panel',
  'drawer',
] as const satisfies readonly (keyof Scene)[];
export type ShownView = Pick<Scene, (typeof SHOWN_PARTS)[number]>;
