/** Small pictures of scenes as the map last showed them: for this visit alone, and never in a workspace. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { WorkspaceDocument } from '../../model/workspace.ts';

export interface ScenePictureState {
  /** By the scene's looks; the one that was kept last comes last. */
  readonly pictures: ReadonlyMap<string, Blob>;
}
export type ScenePictureStore = StoreApi<ScenePictureState>;

/** Of some 30 kB each; more scenes than any briefing has. */
const MOST_PICTURES = 60;

export function createScenePictureStore(): ScenePictureStore {
  return createStore<ScenePictureState>()(() => ({ pictures: new Map() }));
}

/** Takes the place of an earlier picture; beyond the most that are kept, the oldest goes. */
export function keepScenePicture(store: ScenePictureStore, looks: string, picture: Blob): void {
  store.setState(({ pictures }) => {
    const others = [...pictures].filter(([key]) => key !== looks);
    return { pictures: new Map([...others, [looks, picture] as const].slice(-MOST_PICTURES)) };
  });
}

/** All of them, once the data that they show have changed. */
export function forgetScenePictures(store: ScenePictureStore): void {
  if (store.getState().pictures.size > 0) store.setState({ pictures: new Map() });
}

type ShownData = Pick<WorkspaceDocument, 'layers' | 'rulePack' | 'asOf'>;

/** Whether two states of a workspace put the same on the map: its layers, and what its findings come from. O(layers). */
export function showsSame(a: ShownData | undefined, b: ShownData | undefined): boolean {
  if (a === b) return true;
  if (!a || !b || a.rulePack !== b.rulePack || a.asOf !== b.asOf) return false;
  return a.layers.length === b.layers.length && a.layers.every((layer, index) => layer === b.layers[index]);
}
