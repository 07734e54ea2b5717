/** What the window gives the page, and what it starts with where nobody has chosen yet. */
import { findLanguage } from '../i18n/language.ts';
import type { Settings } from '../ui/store/settings-store.ts';
import type { PermalinkPage } from './permalink-controller.ts';

/** Under it the layers panel starts closed: the map keeps two thirds of the width. */
const WIDE_PIXELS = 1500;
/** Under it both panels start closed: they are sheets. */
const NARROW_PIXELS = 800;

export const PERMALINK_PAGE: PermalinkPage = {
  readHash: () => location.hash,
  writeHash: (hash) => history.replaceState(history.state, '', `#${hash}`),
  onHashChange: (listener) => window.addEventListener('hashchange', listener),
};

/** Access alone may throw where storage is forbidden; the wrapper catches that. */
export const findLocalStorage = () => globalThis.localStorage;
export const findSessionStorage = () => globalThis.sessionStorage;

export function defaultSettings(): Settings {
  const asked = findLanguage(document.documentElement.lang) ?? 'zh-CN';
  return {
    language: asked,
    theme: 'light',
    engine: 'fast',
    baseMap: 'local',
    baseMapHosts: [],
    layersOpen: innerWidth >= WIDE_PIXELS,
    findingsOpen: innerWidth >= NARROW_PIXELS,
    drawerShare: 0.36,
    legendOpen: false,
    placeNotation: 'decimal',
    welcomed: false,
  };
}

export function applyToPage({ language, theme }: Settings): void {
  document.documentElement.lang = language;
  document.documentElement.dataset.theme = theme;
}
