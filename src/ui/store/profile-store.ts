/** The mappings that offices' ledgers were imported with, kept in this browser between visits. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { ImportProfile } from '../../formats/importing/import-types.ts';
import type { KeyValueStorage } from './key-value-storage.ts';

const KEY = 'chentu.importProfiles';

export interface ProfileState {
  /** The newest first. */
  readonly profiles: readonly ImportProfile[];
  keep(profiles: readonly ImportProfile[]): void;
  /** All of one office. */
  forget(name: string): void;
}
export type ProfileStore = StoreApi<ProfileState>;

export function createProfileStore(storage: KeyValueStorage): ProfileStore {
  return createStore<ProfileState>()((set, get) => ({
    profiles: readProfiles(storage.get(KEY)),
    keep(profiles) {
      set({ profiles });
      storage.set(KEY, JSON.stringify(profiles));
    },
    forget: (name) => get().keep(get().profiles.filter((profile) => profile.name !== name)),
  }));
}

/** What another release or a person has written there is passed over. */
function readProfiles(text: string | undefined): readonly ImportProfile[] {
  try {
    const list: unknown = JSON.parse(text ?? '[]');
    return Array.isArray(list) ? (list.filter(isProfile) as ImportProfile[]) : [];
  } catch {
    return [];
  }
}

function isProfile(value: unknown): boolean {
  const { name, columns, kind, reading, fields, units } = (value ?? {}) as Record<string, unknown>;
  const isRecord = (part: unknown) => typeof part === 'object' && part !== null;
  return (
    typeof name === 'string' &&
    typeof kind === 'string' &&
    Array.isArray(columns) &&
    [reading, fields, units].every(isRecord)
  );
}
