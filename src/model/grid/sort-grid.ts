/** Rows in the order of several columns: Chinese by pinyin, digits in texts as numbers, days by time, what is missing last. */
import { createPacer } from '../../core/pacer.ts';
import { sortInSlices } from '../../core/sort-slices.ts';
import type { Task } from '../../core/task.ts';
import type { TextColumn } from '../feature-batch.ts';
import { earliestInstant } from '../instant.ts';
import { findColumn, type Grid, type GridColumn } from './grid.ts';

export interface GridSort {
  readonly key: string;
  readonly descending: boolean;
}

/** Of each code its place among the values; 0 for "no value". */
type Ranks = Uint32Array;

export interface GridSorter {
  /** The first sort counts most; equal rows keep their order. O(rows log rows + values log values). Rejects only when cancelled. */
  sort(grid: Grid, rows: Uint32Array, sorts: readonly GridSort[], task?: Task): Promise<Uint32Array>;
}

/** Remembers the order of a column's values for as long as the column lives. */
export function createGridSorter(): GridSorter {
  const collator = new Intl.Collator('zh-Hans-CN-u-co-pinyin', { numeric: true });
  const remembered = new WeakMap<TextColumn, Ranks>();

  async function ranksOf(column: TextColumn, type: GridColumn['type'], task: Task): Promise<Ranks> {
    const known = remembered.get(column);
    if (known) return known;
    const { dictionary } = column;
    const instants = type === 'date' ? dictionary.map(earliestInstant) : undefined;
    const compareTexts = (a: number, b: number) => collator.compare(dictionary[a]!, dictionary[b]!);
    const places = Uint32Array.from(dictionary, (_, place) => place);
    const sorted = await sortInSlices(
      places,
      instants ? (a, b) => compareInstants(instants[a]!, instants[b]!) || compareTexts(a, b) : compareTexts,
      task,
    );
    const ranks = new Uint32Array(dictionary.length + 1);
    const pacer = createPacer(task);
    for (const [rank, place] of sorted.entries()) {
      if (dictionary[place]!.trim() !== '') ranks[place + 1] = rank + 1;
      if (rank % 4096 === 0 && pacer.isDue()) await pacer.rest();
    }
    remembered.set(column, ranks);
    return ranks;
  }

  async function comparatorOf(column: GridColumn, descending: boolean, task: Task) {
    const { values, type } = column;
    const turn = descending ? -1 : 1;
    if (values?.type === 'number') {
      const numbers = values.values;
      return (a: number, b: number) =>
        emptyLast(Number.isNaN(numbers[a]!), Number.isNaN(numbers[b]!)) ?? turn * (numbers[a]! - numbers[b]!);
    }
    if (!values) return undefined;
    const ranks = await ranksOf(values, type, task);
    const { codes } = values;
    return (a: number, b: number) => {
      const [first, second] = [ranks[codes[a]!]!, ranks[codes[b]!]!];
      return emptyLast(first === 0, second === 0) ?? turn * (first - second);
    };
  }

  return {
    async sort(grid, rows, sorts, task = {}) {
      const comparators: ((a: number, b: number) => number)[] = [];
      for (const { key, descending } of sorts) {
        const column = findColumn(grid, key);
        const comparator = column && (await comparatorOf(column, descending, task));
        if (comparator) comparators.push(comparator);
      }
      const [only] = comparators;
      if (!only) return rows;
      if (comparators.length === 1) return sortInSlices(rows, only, task);
      return sortInSlices(
        rows,
        (a, b) => {
          for (const compare of comparators) {
            const order = compare(a, b);
            if (order !== 0) return order;
          }
          return 0;
        },
        task,
      );
    },
  };
}

/** Undefined where both have a value. */
function emptyLast(isFirstEmpty: boolean, isSecondEmpty: boolean): number | undefined {
  return isFirstEmpty || isSecondEmpty ? Number(isFirstEmpty) - Number(isSecondEmpty) : undefined;
}

/** What is no date stands behind the dates. */
function compareInstants(a: number, b: number): number {
  return emptyLast(Number.isNaN(a), Number.isNaN(b)) ?? a - b;
}
