/** All rows of a table at once, for the way to the worker; made between the page's other tasks. */
import { createPacer } from '../core/pacer.ts';
import type { PlainTable, Table, TableCell } from '../reports/table.ts';

const ROWS_PER_LOOK = 256;

/** Ends early, with the rows so far, where the signal is aborted: nobody waits for them. O(rows × columns). */
export async function withRows({ rows, ...table }: Table, signal?: AbortSignal): Promise<PlainTable> {
  const made: (readonly TableCell[])[] = [];
  const pacer = createPacer({ pause: () => new Promise((resolve) => setTimeout(resolve)) });
  for (const cells of rows) {
    made.push(cells);
    if (made.length % ROWS_PER_LOOK === 0 && pacer.isDue()) {
      await pacer.rest();
      if (signal?.aborted) break;
    }
  }
  return { ...table, rows: made };
}
