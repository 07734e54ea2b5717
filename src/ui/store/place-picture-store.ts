/** Pictures of places on the map, taken before a briefing plays: for this visit alone, and never in a workspace. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Finding } from '../../model/findings.ts';

export interface PlacePicture {
  /** As it was when the picture was taken: another one under the same id needs another picture. */
  readonly finding: Finding;
  readonly picture: Blob;
}

export interface PlacePictureState {
  /** By the finding's id. */
  readonly pictures: ReadonlyMap<string, PlacePicture>;
  /** Pictures are being taken: how many of how many there are. */
  readonly taking: { readonly done: number; readonly total: number; cancel(): void } | undefined;
}
export type PlacePictureStore = StoreApi<PlacePictureState>;

export function createPlacePictureStore(): PlacePictureStore {
  return createStore<PlacePictureState>()(() => ({ pictures: new Map(), taking: undefined }));
}
