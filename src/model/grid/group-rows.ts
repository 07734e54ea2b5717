/** Rows by one value, with what they add up to; and the lines that a list of groups shows. */
import type { TextColumn } from '../feature-batch.ts';
import { countCodes, type GridColumn } from './grid.ts';

export interface GridGroup {
  /** Empty for rows without a value. */
  readonly value: string;
  /** In the order that they were given in. */
  readonly rows: Uint32Array;
}

/** The largest group first, of equal ones that whose value came first; rows without a value last. O(rows + values log values). */
export function groupRows(rows: Uint32Array, by: TextColumn): GridGroup[] {
  const { codes, dictionary } = by;
  const counts = countCodes(by, rows);
  const groups = Array.from(counts, (count) => new Uint32Array(count));
  const filled = new Uint32Array(counts.length);
  for (const row of rows) {
    const code = codes[row]!;
    const at = code > 0 && dictionary[code - 1]!.trim() === '' ? 0 : code;
    groups[at]![filled[at]!++] = row;
  }
  const named = dictionary.map((value, place) => ({ value, rows: groups[place + 1]! }));
  const [empty] = groups;
  return [
    ...named.filter((group) => group.rows.length > 0).sort((a, b) => b.rows.length - a.rows.length),
    ...(empty && empty.length > 0 ? [{ value: '', rows: empty }] : []),
  ];
}

/** The sum of a number column over some rows; missing values count nothing. Undefined where no row has one. O(rows). */
export function sumColumn({ values }: GridColumn, rows: Uint32Array): number | undefined {
  if (values?.type !== 'number') return undefined;
  let sum: number | undefined;
  for (const row of rows) {
    const value = values.values[row]!;
    if (!Number.isNaN(value)) sum = (sum ?? 0) + value;
  }
  return sum;
}

/** A line is a row, or −1 − g for the heading of group g. Folded groups show their heading alone. O(rows). */
export function listLines(groups: readonly GridGroup[], isFolded: (value: string) => boolean): Int32Array {
  const open = groups.map(({ value }) => !isFolded(value));
  const length = groups.reduce((sum, { rows }, at) => sum + 1 + (open[at] ? rows.length : 0), 0);
  const lines = new Int32Array(length);
  let line = 0;
  for (const [at, { rows }] of groups.entries()) {
    lines[line++] = -1 - at;
    if (!open[at]) continue;
    lines.set(rows, line);
    line += rows.length;
  }
  return lines;
}
