import { describe, expect, it } from 'vitest';
import { createKeyValueStorage } from './key-value-storage.ts';
import { createSettingsStore, SETTINGS_KEY, type Settings } from './settings-store.ts';

const DEFAULTS: Settings = {
  language: 'zh-CN',
  theme: 'light',
  engine: 'fast',
  baseMap: 'local',
  baseMapHosts: [],
  layersOpen: true,
  findingsOpen: true,
  legendOpen: false,
  drawerShare: 0.4,
  placeNotation: 'decimal',
  welcomed: false,
};

/** A web storage over a map. */
function createWebStorage(content: Record<string, string> = {}): Storage {
  const map = new Map(Object.entries(content));
  return {
    getItem: (key: string) => map.get(key) ?? null,
    setItem: (key: string, value: string) => void map.set(key, value),
    removeItem: (key: string) => void map.delete(key),
    clear: () => map.clear(),
    key: (index: number) => [...map.keys()][index] ?? null,
    get length() {
      return map.size;
    },
  };
}

describe('settings', () => {
  it('are the same at the next visit', () => {
    const web = createWebStorage();
    createSettingsStore(
      createKeyValueStorage(() => web),
      DEFAULTS,
    )
      .getState()
      .change({ language: 'en', layersOpen: false });
    const next = createSettingsStore(
      createKeyValueStorage(() => web),
      DEFAULTS,
    ).getState();
    expect([next.language, next.layersOpen, next.theme]).toEqual(['en', false, 'light']);
  });

  it('leave out what is unknown and keep the rest', () => {
    const stored = { language: 'xx', theme: 'dark', engine: 3, layersOpen: 'yes', baseMapHosts: ['https://a', 1] };
    const web = createWebStorage({ [SETTINGS_KEY]: JSON.stringify(stored) });
    const state = createSettingsStore(
      createKeyValueStorage(() => web),
      DEFAULTS,
    ).getState();
    expect(state).toMatchObject({ ...DEFAULTS, theme: 'dark', baseMapHosts: ['https://a'] });
  });

  it('go back to the defaults on reset, and stay there', () => {
    const web = createWebStorage();
    const store = createSettingsStore(
      createKeyValueStorage(() => web),
      DEFAULTS,
    );
    store.getState().change({ theme: 'projector' });
    store.getState().reset();
    expect(store.getState()).toMatchObject(DEFAULTS);
    expect(web.getItem(SETTINGS_KEY)).toBeNull();
  });

  it('last as long as the tab where storage is forbidden or full', () => {
    const storage = createKeyValueStorage(() => {
      throw new Error('SecurityError');
    });
    const store = createSettingsStore(storage, DEFAULTS);
    store.getState().change({ language: 'en' });
    expect(store.getState().language).toBe('en');
    expect(createSettingsStore(storage, DEFAULTS).getState().language).toBe('en');
  });
});
