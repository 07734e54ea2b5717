/**
 * The tables in the drawer: which one is open, what is asked of each, and how its columns stand. How
 * they stand is kept between visits, by the kind of layer or the rule; what is asked lasts as long as the tab.
 */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { RuleId } from '../../model/findings.ts';
import { type GridFilter, NO_FILTER } from '../../model/grid/filter-grid.ts';
import type { GridSort } from '../../model/grid/sort-grid.ts';
import type { KeyValueStorage } from './key-value-storage.ts';

/** One table for each layer and for each rule's findings. */
export type TableName =
  | { readonly type: 'layer'; readonly layer: string }
  | { readonly type: 'rule'; readonly rule: RuleId };
export const tableKey = (name: TableName): string =>
  name.type === 'layer' ? `layer:${name.layer}` : `rule:${name.rule}`;

export interface TableQuery {
  readonly filter: GridFilter;
  readonly sorts: readonly GridSort[];
  /** The key of a column. */
  readonly groupBy: string | undefined;
  /** Values of groups that are folded. */
  readonly folded: ReadonlySet<string>;
}
export const EMPTY_QUERY: TableQuery = { filter: NO_FILTER, sorts: [], groupBy: undefined, folded: new Set() };

export interface TableLayout {
  /** Keys of columns that were moved, in their order; others follow as they come. */
  readonly order: readonly string[];
  /** Columns that show or do not, against their default. */
  readonly shown: Readonly<Record<string, boolean>>;
  readonly widthsPixels: Readonly<Record<string, number>>;
}
export const DEFAULT_LAYOUT: TableLayout = { order: [], shown: {}, widthsPixels: {} };

export interface TableState {
  readonly open: TableName | undefined;
  /** By `tableKey`. */
  readonly queries: Readonly<Record<string, TableQuery>>;
  /** By kind of layer or rule. */
  readonly layouts: Readonly<Record<string, TableLayout>>;
  /** The table whose filter narrows the map. */
  readonly onMap: TableName | undefined;
}
export type TableStore = StoreApi<TableState>;

const KEY = 'chentu.tables';

export function createTableStore(storage: KeyValueStorage): TableStore {
  const store = createStore<TableState>()(() => ({
    open: undefined,
    queries: {},
    layouts: readLayouts(storage.get(KEY)),
    onMap: undefined,
  }));
  store.subscribe((state, before) => {
    if (state.layouts !== before.layouts) storage.set(KEY, JSON.stringify(state.layouts));
  });
  return store;
}

export function changeQuery(store: TableStore, name: TableName, change: Partial<TableQuery>): void {
  const key = tableKey(name);
  store.setState(({ queries }) => ({
    queries: { ...queries, [key]: { ...(queries[key] ?? EMPTY_QUERY), ...change } },
  }));
}

/** Undefined: as it was before anybody changed it. */
export function changeLayout(store: TableStore, key: string, change: Partial<TableLayout> | undefined): void {
  store.setState(({ layouts }) => ({
    layouts: { ...layouts, [key]: change ? { ...(layouts[key] ?? DEFAULT_LAYOUT), ...change } : DEFAULT_LAYOUT },
  }));
}

/** What another release or a person has written there is passed over. */
function readLayouts(text: string | undefined): Record<string, TableLayout> {
  try {
    const stored: unknown = JSON.parse(text ?? '{}');
    return Object.fromEntries(
      Object.entries(stored as Record<string, unknown>).flatMap(([key, layout]) =>
        isLayout(layout) ? [[key, layout]] : [],
      ),
    );
  } catch {
    return {};
  }
}

function isLayout(value: unknown): value is TableLayout {
  const { order, shown, widthsPixels } = (value ?? {}) as Record<string, unknown>;
  const hasOnly = (part: unknown, type: string) =>
    typeof part === 'object' && part !== null && Object.values(part).every((one) => typeof one === type);
  return (
    Array.isArray(order) && hasOnly(order, 'string') && hasOnly(shown, 'boolean') && hasOnly(widthsPixels, 'number')
  );
}
