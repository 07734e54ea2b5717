/** Which rows are picked after a click or a key, as lists do everywhere. Headings of groups are never picked. */

export interface PickInput {
  readonly lines: Int32Array;
  readonly picks: ReadonlySet<number>;
  readonly line: number;
  readonly how: 'one' | 'toggle' | 'range';
  /** The line where a range begins. */
  readonly anchor: number;
}

/** O(lines of the range). */
export function pickLines({ lines, picks, line, how, anchor }: PickInput): ReadonlySet<number> {
  const row = lines[line];
  if (row === undefined) return picks;
  if (how === 'range') {
    const [from, to] = [Math.min(anchor, line), Math.max(anchor, line)];
    return new Set(Array.from(lines.subarray(from, to + 1)).filter((one) => one >= 0));
  }
  if (row < 0) return picks;
  if (how === 'one') return new Set([row]);
  const next = new Set(picks);
  if (!next.delete(row)) next.add(row);
  return next;
}
