/**
 * Base maps and pictures that the user added, kept between visits under one key of this browser: never
 * in a workspace, never exported. What they are found to be in this visit stands beside them.
 */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Problem } from '../../core/result.ts';
import type { BaseMap, Bounds, PictureLayer } from '../../map/map-types.ts';
import type { BaseMapEntry, Corners, PictureEntry } from '../../model/base-map.ts';
import type { KeyValueStorage } from './key-value-storage.ts';

export const BASE_MAPS_KEY = 'chentu.basemaps';

/** What is kept. */
export interface BaseMapSettings {
  readonly entries: readonly BaseMapEntry[];
  /** Bottom first. */
  readonly pictures: readonly PictureEntry[];
  /** Of the user's own account with 天地图. */
  readonly tiandituKey: string;
}

/** What is known of an entry in this visit. */
export interface EntryFacts {
  /** Its file is kept for the next visit; absent for what has no file. */
  readonly isKept?: boolean;
  /** Origins that would have to be allowed before it can be used. */
  readonly missingOrigins?: readonly string[];
  readonly problem?: Problem | undefined;
  /** Of a WMTS. */
  readonly layers?: readonly { readonly id: string; readonly title: string }[];
  /** Of a picture, in pixels. */
  readonly width?: number;
  readonly height?: number;
  /** Of a picture that has a place. */
  readonly corners?: Corners;
  readonly bounds?: Bounds;
  /** Of a picture without overviews: nothing is drawn before this zoom. */
  readonly minZoom?: number;
  /** It is being read. */
  readonly isBusy?: boolean;
}

/** What lies on the map as the local base map: the served archive, the demo's, or none for this workspace. */
export type LocalBaseMap = 'served' | 'demo' | 'none';

export interface BaseMapState extends BaseMapSettings {
  readonly facts: Readonly<Record<string, EntryFacts>>;
  readonly local: LocalBaseMap;
  /** What the map is to show. */
  readonly baseMap: BaseMap;
  readonly pictureLayers: readonly PictureLayer[];
  /** Origins that this page may ask, as its policy was written when it was opened. */
  readonly allowedOrigins: readonly string[];
  /** The picture whose corners are being placed on the map. */
  readonly placing: string | undefined;
}
export type BaseMapStore = StoreApi<BaseMapState>;

export function createBaseMapStore(storage: KeyValueStorage, allowedOrigins: readonly string[]): BaseMapStore {
  const store = createStore<BaseMapState>()(() => ({
    ...readSettings(storage),
    facts: {},
    local: 'none',
    baseMap: { type: 'none' },
    pictureLayers: [],
    allowedOrigins,
    placing: undefined,
  }));
  store.subscribe(({ entries, pictures, tiandituKey }, before) => {
    if (entries !== before.entries || pictures !== before.pictures || tiandituKey !== before.tiandituKey)
      storage.set(BASE_MAPS_KEY, JSON.stringify({ entries, pictures, tiandituKey } satisfies BaseMapSettings));
  });
  return store;
}

/** Adds to what is known of an entry. */
export function addFacts(store: BaseMapStore, id: string, facts: EntryFacts): void {
  store.setState((state) => ({ facts: { ...state.facts, [id]: { ...state.facts[id], ...facts } } }));
}

export function changeEntry(store: BaseMapStore, id: string, change: Partial<BaseMapEntry>): void {
  store.setState((state) => ({
    entries: state.entries.map((entry) => (entry.id === id ? ({ ...entry, ...change } as BaseMapEntry) : entry)),
  }));
}

export function changePicture(store: BaseMapStore, id: string, change: Partial<PictureEntry>): void {
  store.setState((state) => ({
    pictures: state.pictures.map((picture) => (picture.id === id ? { ...picture, ...change } : picture)),
  }));
}

/** One step towards the top (1) or the bottom (-1). */
export function movePicture(store: BaseMapStore, id: string, step: 1 | -1): void {
  store.setState(({ pictures }) => {
    const from = pictures.findIndex((picture) => picture.id === id);
    const moved = pictures[from];
    const other = pictures[from + step];
    if (!moved || !other) return {};
    return { pictures: pictures.with(from, other).with(from + step, moved) };
  });
}

/** Ids are counted: they only have to differ from each other, over all visits that left something. */
export function freshId(state: BaseMapSettings): string {
  const taken = new Set([...state.entries, ...state.pictures].map(({ id }) => id));
  for (let number = 1; ; number++) if (!taken.has(`base-${number}`)) return `base-${number}`;
}

const TYPES: ReadonlySet<unknown> = new Set(['file', 'style', 'xyz', 'wmts', 'tianditu']);

/** What is not as this release writes it is left out: it can be added again. */
function readSettings(storage: KeyValueStorage): BaseMapSettings {
  let stored: Partial<Record<keyof BaseMapSettings, unknown>> = {};
  try {
    const value: unknown = JSON.parse(storage.get(BASE_MAPS_KEY) ?? '{}');
    if (typeof value === 'object' && value !== null) stored = value;
  } catch {
    // Foreign text under our key.
  }
  const listOf = <T extends { id: string }>(value: unknown, isOne: (one: Record<string, unknown>) => boolean): T[] =>
    Array.isArray(value)
      ? value.filter(
          (one): one is T => typeof one === 'object' && one !== null && isOne(one as Record<string, unknown>),
        )
      : [];
  const isText = (value: unknown) => typeof value === 'string';
  return {
    entries: listOf<BaseMapEntry>(
      stored.entries,
      (one) =>
        isText(one.id) &&
        isText(one.name) &&
        TYPES.has(one.type) &&
        isText(one.attribution) &&
        isText(one.approvalNumber),
    ),
    pictures: listOf<PictureEntry>(
      stored.pictures,
      (one) =>
        isText(one.id) && isText(one.name) && typeof one.opacity === 'number' && typeof one.visible === 'boolean',
    ),
    tiandituKey: typeof stored.tiandituKey === 'string' ? stored.tiandituKey : '',
  };
}
