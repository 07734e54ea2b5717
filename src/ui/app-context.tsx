/** How the panels reach stores, commands and words. The values are made in app/. */
import { createContext, type ReactNode, useContext, useMemo } from 'react';
import { useStore } from 'zustand';
import type { Language } from '../i18n/language.ts';
import type { Translate } from '../i18n/make-translator.ts';
import type { Words } from '../i18n/words.ts';
import type { Commands } from './commands.ts';
import type { BaseMapState, BaseMapStore } from './store/base-map-store.ts';
import type { ImportState, ImportStore } from './store/import-store.ts';
import type { PlacePictureState, PlacePictureStore } from './store/place-picture-store.ts';
import type { ProfileState, ProfileStore } from './store/profile-store.ts';
import type { ScenePictureState, ScenePictureStore } from './store/scene-picture-store.ts';
import type { SettingsState, SettingsStore } from './store/settings-store.ts';
import type { SlipSettings, SlipStore } from './store/slip-store.ts';
import type { StorageState, StorageStore } from './store/storage-store.ts';
import type { TableState, TableStore } from './store/table-store.ts';
import type { TimeState, TimeStore } from './store/time-store.ts';
import type { ViewState, ViewStore } from './store/view-store.ts';
import type { WorkspaceState, WorkspaceStore } from './store/workspace-store.ts';

export interface AppServices {
  readonly words: Words;
  readonly settings: SettingsStore;
  readonly workspace: WorkspaceStore;
  readonly view: ViewStore;
  readonly keeping: StorageStore;
  readonly importing: ImportStore;
  readonly profiles: ProfileStore;
  readonly time: TimeStore;
  readonly tables: TableStore;
  readonly baseMaps: BaseMapStore;
  readonly placePictures: PlacePictureStore;
  readonly scenePictures: ScenePictureStore;
  readonly slips: SlipStore;
  readonly commands: Commands;
}

interface Texts {
  readonly t: Translate;
  readonly language: Language;
}

const ServicesContext = createContext<AppServices | undefined>(undefined);
const TextsContext = createContext<Texts | undefined>(undefined);

export function AppProvider({ services, children }: { services: AppServices; children: ReactNode }) {
  const language = useStore(services.settings, (settings) => settings.language);
  const texts = useMemo(() => ({ t: services.words.of(language), language }), [services.words, language]);
  return (
    <ServicesContext value={services}>
      <TextsContext value={texts}>{children}</TextsContext>
    </ServicesContext>
  );
}

export function useApp(): AppServices {
  const services = useContext(ServicesContext);
  if (!services) throw new Error('useApp: found no AppProvider above, expected one');
  return services;
}

export function useTexts(): Texts {
  const texts = useContext(TextsContext);
  if (!texts) throw new Error('useTexts: found no AppProvider above, expected one');
  return texts;
}

export const useCommands = (): Commands => useApp().commands;
export const useSettings = <T,>(select: (state: SettingsState) => T): T => useStore(useApp().settings, select);
export const useWorkspace = <T,>(select: (state: WorkspaceState) => T): T => useStore(useApp().workspace, select);
export const useView = <T,>(select: (state: ViewState) => T): T => useStore(useApp().view, select);
export const useImporting = <T,>(select: (state: ImportState) => T): T => useStore(useApp().importing, select);
export const useProfiles = <T,>(select: (state: ProfileState) => T): T => useStore(useApp().profiles, select);
export const useTime = <T,>(select: (state: TimeState) => T): T => useStore(useApp().time, select);
export const useKeeping = <T,>(select: (state: StorageState) => T): T => useStore(useApp().keeping, select);
export const useTables = <T,>(select: (state: TableState) => T): T => useStore(useApp().tables, select);
export const usePlacePictures = <T,>(select: (state: PlacePictureState) => T): T =>
  useStore(useApp().placePictures, select);
export const useScenePictures = <T,>(select: (state: ScenePictureState) => T): T =>
  useStore(useApp().scenePictures, select);
export const useSlips = <T,>(select: (state: SlipSettings) => T): T => useStore(useApp().slips, select);
export const useBaseMaps = <T,>(select: (state: BaseMapState) => T): T => useStore(useApp().baseMaps, select);
