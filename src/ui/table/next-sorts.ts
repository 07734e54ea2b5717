/** How the order changes when a column's head is pressed. */
import type { GridSort } from '../../model/grid/sort-grid.ts';

/** Ascending, then descending, then not at all; `adds` keeps the columns that the rows are sorted by already. */
export function nextSorts(sorts: readonly GridSort[], key: string, adds: boolean): GridSort[] {
  const own = sorts.find((sort) => sort.key === key);
  const next = own === undefined ? { key, descending: false } : own.descending ? undefined : { key, descending: true };
  if (!adds) return next ? [next] : [];
  if (!own) return [...sorts, { key, descending: false }];
  return sorts.flatMap((sort) => (sort.key !== key ? sort : (next ?? [])));
}
