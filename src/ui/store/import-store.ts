/** The import under way: what was examined, what is decided so far. Written by the import controller. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Problem } from '../../core/result.ts';
import type { Progress } from '../../core/task.ts';
import type { ExaminedLayer, ImportResult } from '../../formats/importing/import-types.ts';

/**
 *   none ──files──▶ reading ──▶ deciding ──finish──▶ building ──▶ done ──close──▶ none
 *                      └─cancel─▶ none     ◀──cancel──┘
 */
export type ImportPhase = 'none' | 'reading' | 'deciding' | 'building' | 'done';

export interface ImportState {
  readonly phase: ImportPhase;
  readonly progress: Progress | undefined;
  readonly layers: readonly ExaminedLayer[];
  /** Files that could not be read. */
  readonly problems: readonly Problem[];
  /** Of files as a whole. */
  readonly notes: readonly Problem[];
  /** The key of the layer that is looked at. */
  readonly current: string | undefined;
  /** Keys of layers that are being read as newly chosen. */
  readonly revising: ReadonlySet<string>;
  /** What went wrong with the last choice, by key. */
  readonly refused: Readonly<Record<string, Problem>>;
  readonly into: 'current' | 'new';
  /** Of the new workspace. */
  readonly name: string;
  /** The office whose mappings are remembered; empty remembers nothing. */
  readonly office: string;
  readonly result: ImportResult | undefined;
}
export type ImportStore = StoreApi<ImportState>;

export const NO_IMPORT: ImportState = {
  phase: 'none',
  progress: undefined,
  layers: [],
  problems: [],
  notes: [],
  current: undefined,
  revising: new Set(),
  refused: {},
  into: 'new',
  name: '',
  office: '',
  result: undefined,
};

export function createImportStore(): ImportStore {
  return createStore<ImportState>()(() => NO_IMPORT);
}
