/** Sorting of many numbers by any order without holding the thread: short runs, then merges that rest in between. */
import { createPacer } from './pacer.ts';
import type { Task } from './task.ts';

const RUN = 512;
/** Comparisons between two looks at the clock: a few milliseconds with the slowest comparison, that of texts. */
const STEPS_PER_LOOK = 2048;

/**
 * A new array, stable: what compares as 0 keeps its order. O(n log n) comparisons, two arrays of n.
 * Rejects only when cancelled.
 */
export async function sortInSlices(
  items: Uint32Array,
  compare: (a: number, b: number) => number,
  task: Task = {},
): Promise<Uint32Array<ArrayBuffer>> {
  const pacer = createPacer(task);
  let from = new Uint32Array(items);
  for (let start = 0; start < from.length; start += RUN) {
    const run = Array.from(from.subarray(start, start + RUN)).sort(compare);
    from.set(run, start);
    if (pacer.isDue()) await pacer.rest();
  }
  let to = new Uint32Array(from.length);
  for (let width = RUN; width < from.length; width *= 2) {
    for (let start = 0; start < from.length; start += 2 * width) {
      const middle = Math.min(start + width, from.length);
      const end = Math.min(start + 2 * width, from.length);
      let left = start;
      let right = middle;
      for (let at = start; at < end; at++) {
        const takesLeft = right >= end || (left < middle && compare(from[left]!, from[right]!) <= 0);
        to[at] = takesLeft ? from[left++]! : from[right++]!;
        if (at % STEPS_PER_LOOK === 0 && pacer.isDue()) await pacer.rest();
      }
    }
    [from, to] = [to, from];
  }
  return from;
}
