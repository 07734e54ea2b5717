/** Which columns of a grid show, in which order and how wide. No React. */
import type { Grid, GridColumn } from '../../model/grid/grid.ts';
import type { TableLayout } from '../store/table-store.ts';

const LEAST_PIXELS = 64;
const MOST_PIXELS = 900;
const WIDE_TEXTS: ReadonlySet<string> = new Set(['explanation', 'suggestion']);

/** All columns as they were moved; those that nobody moved keep their place behind the one before them. */
export function orderColumns(grid: Grid, { order }: TableLayout): GridColumn[] {
  const moved = order.flatMap((key) => grid.columns.find((column) => column.key === key) ?? []);
  const result = [...moved];
  for (const [index, column] of grid.columns.entries()) {
    if (moved.includes(column)) continue;
    const before = grid.columns[index - 1];
    result.splice(before ? result.indexOf(before) + 1 : 0, 0, column);
  }
  return result;
}

export const isShown = ({ key, isShown: byDefault }: GridColumn, { shown }: TableLayout): boolean =>
  shown[key] ?? byDefault;

export function shownColumns(grid: Grid, layout: TableLayout): GridColumn[] {
  return orderColumns(grid, layout).filter((column) => isShown(column, layout));
}

/** The order of all columns after one was moved among those that show; negative to the front. */
export function moveColumn(grid: Grid, layout: TableLayout, key: string, to: string): string[] {
  const keys = orderColumns(grid, layout).map((column) => column.key);
  const [from, target] = [keys.indexOf(key), keys.indexOf(to)];
  if (from < 0 || target < 0) return keys;
  keys.splice(from, 1);
  keys.splice(target, 0, key);
  return keys;
}

/** In pixels at scale 1. */
export function widthOf({ key, type, unit }: GridColumn, { widthsPixels }: TableLayout): number {
  const own = widthsPixels[key];
  if (own !== undefined) return own;
  if (WIDE_TEXTS.has(key)) return 460;
  if (type === 'number') return unit === 'area' ? 176 : unit === 'tonnes' ? 216 : 112;
  return type === 'text' ? 200 : type === 'date' ? 132 : 136;
}

export const boundedWidth = (pixels: number) => Math.round(Math.min(MOST_PIXELS, Math.max(LEAST_PIXELS, pixels)));
