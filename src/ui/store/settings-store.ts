/**
 * What the user has set, kept between visits under one key. The policy script in index.html reads the
 * same key (language, theme, baseMapHosts) before anything else runs: rename there too.
 */
import { createStore, type StoreApi } from 'zustand/vanilla';
import { PLACE_NOTATIONS, type PlaceNotation } from '../../geo/place-notation.ts';
import { LANGUAGES, type Language } from '../../i18n/language.ts';
import type { EngineName } from '../../model/findings.ts';
import type { KeyValueStorage } from './key-value-storage.ts';

export const SETTINGS_KEY = 'chentu.settings';
export const THEMES = ['light', 'dark', 'projector'] as const;
export type Theme = (typeof THEMES)[number];

export interface Settings {
  readonly language: Language;
  readonly theme: Theme;
  readonly engine: EngineName;
  /** `local`, `none`, or the id of one that the user added (base-map-store.ts). */
  readonly baseMap: string;
  /** Hosts that the user allowed for base maps; the policy lets nothing else out. */
  readonly baseMapHosts: readonly string[];
  /** Whether the panels stand open. */
  readonly layersOpen: boolean;
  readonly findingsOpen: boolean;
  /** Whether the legend stands on the map. */
  readonly legendOpen: boolean;
  /** Share of the page's height that the drawer takes while it is open. */
  readonly drawerShare: number;
  /** How the place under the pointer is written. */
  readonly placeNotation: PlaceNotation;
  /** The first steps were taken or skipped: they never come back by themselves. */
  readonly welcomed: boolean;
}

export interface SettingsState extends Settings {
  change(settings: Partial<Settings>): void;
  reset(): void;
}
export type SettingsStore = StoreApi<SettingsState>;

/** @param defaults what holds where nothing is stored: the language of the browser, panels by width. */
export function createSettingsStore(storage: KeyValueStorage, defaults: Settings): SettingsStore {
  const store = createStore<SettingsState>()((set, get) => ({
    ...defaults,
    ...readSettings(storage),
    change(settings) {
      set(settings);
      storage.set(SETTINGS_KEY, JSON.stringify(plainSettings(get(), defaults)));
    },
    reset() {
      storage.remove(SETTINGS_KEY);
      set(defaults);
    },
  }));
  return store;
}

function plainSettings(state: Settings, defaults: Settings): Settings {
  const keys = Object.keys(defaults) as (keyof Settings)[];
  return Object.fromEntries(keys.map((key) => [key, state[key]])) as unknown as Settings;
}

/** Only values that are known today: an older or a foreign entry must not break the page. */
function readSettings(storage: KeyValueStorage): Partial<Settings> {
  const stored = parse(storage.get(SETTINGS_KEY));
  const oneOf = <T extends string>(key: string, values: readonly T[]) =>
    values.includes(stored[key] as T) ? { [key]: stored[key] } : {};
  const flag = (key: string) => (typeof stored[key] === 'boolean' ? { [key]: stored[key] } : {});
  const hosts = stored.baseMapHosts;
  return {
    ...oneOf('language', LANGUAGES),
    ...oneOf('theme', THEMES),
    ...oneOf('engine', ['fast', 'turf']),
    ...(typeof stored.baseMap === 'string' ? { baseMap: stored.baseMap } : {}),
    ...(Array.isArray(hosts) ? { baseMapHosts: hosts.filter((host): host is string => typeof host === 'string') } : {}),
    ...flag('layersOpen'),
    ...flag('findingsOpen'),
    ...flag('legendOpen'),
    ...flag('welcomed'),
    ...oneOf('placeNotation', PLACE_NOTATIONS),
    ...(isShare(stored.drawerShare) ? { drawerShare: stored.drawerShare } : {}),
  };
}

const isShare = (value: unknown): value is number => typeof value === 'number' && value >= 0.1 && value <= 0.9;

function parse(text: string | undefined): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text ?? '{}');
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
