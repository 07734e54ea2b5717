/** How slips are written, kept between visits: an office writes them every month in the same way. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { SlipKind } from '../../reports/slips/slip.ts';
import { SLIP_MAPS, type SlipMaps } from '../slips/slip-commands.ts';
import type { KeyValueStorage } from './key-value-storage.ts';

export interface SlipSettings {
  readonly kind: SlipKind;
  readonly per: 'finding' | 'street';
  /** A proposal, no rule: a week. */
  readonly deadlineDays: number;
  /** 发文机关 */
  readonly office: string;
  readonly maps: SlipMaps;
  /** Findings on slips are marked as handed out. */
  readonly assigns: boolean;
}
export type SlipStore = StoreApi<SlipSettings>;

export const SUGGESTED_DEADLINE_DAYS = 7;
export const LONGEST_DEADLINE_DAYS = 3650;

const KEY = 'chentu.slips';
const DEFAULTS: SlipSettings = {
  kind: 'assignment',
  per: 'finding',
  deadlineDays: SUGGESTED_DEADLINE_DAYS,
  office: '',
  maps: 'drawn',
  assigns: true,
};

export function createSlipStore(storage: KeyValueStorage): SlipStore {
  const store = createStore<SlipSettings>()(() => readSettings(storage.get(KEY)));
  store.subscribe((state) => storage.set(KEY, JSON.stringify(state)));
  return store;
}

/** What another release or a person has written there is passed over, value by value. */
function readSettings(text: string | undefined): SlipSettings {
  try {
    const found = (JSON.parse(text ?? '{}') ?? {}) as Record<string, unknown>;
    const fitting = Object.entries(found).filter(([name, value]) => TESTS[name as keyof SlipSettings]?.(value));
    return { ...DEFAULTS, ...Object.fromEntries(fitting) };
  } catch {
    return DEFAULTS;
  }
}

const TESTS: { readonly [name in keyof SlipSettings]: (value: unknown) => boolean } = {
  kind: (value) => value === 'assignment' || value === 'rectification',
  per: (value) => value === 'finding' || value === 'street',
  deadlineDays: (value) => Number.isInteger(value) && Number(value) >= 0 && Number(value) <= LONGEST_DEADLINE_DAYS,
  office: (value) => typeof value === 'string',
  maps: (value) => (SLIP_MAPS as readonly unknown[]).includes(value),
  assigns: (value) => typeof value === 'boolean',
};
