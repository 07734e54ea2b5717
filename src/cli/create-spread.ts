/** Where the command line decides how many threads measure, and starts them. */
import { availableParallelism } from 'node:os';
import { MEASURES, type MeasureTable } from '../checks/measure-table.ts';
import { createMeasurePool, defaultPoolSize, type MeasurePool } from '../engine/measure-pool.ts';
import { openHelperThread } from './helper-thread-port.ts';

/**
 * `jobs` threads in all; undefined: as many as the machine has cores, within reason. Must be closed,
 * or its threads keep the process alive. Run from its sources, where there is no built entry, it
 * measures on one thread.
 */
export function createSpread(jobs: number | undefined): MeasurePool<MeasureTable> {
  return createMeasurePool(MEASURES, {
    size: jobs ?? defaultPoolSize(availableParallelism()),
    openPort: openHelperThread(new URL('pool-thread.js', import.meta.url)),
    turn: () => new Promise((resolve) => setImmediate(resolve)),
  });
}
