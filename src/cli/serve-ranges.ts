/** The helper's side of a pool in a worker thread: hands messages to the runner. */
import { parentPort } from 'node:worker_threads';
import { invariant } from '../core/invariant.ts';
import type { Measures, SpreadTable } from '../core/spread.ts';
import { createHelperRunner } from '../engine/helper-runner.ts';
import type { ToHelper } from '../engine/pool-protocol.ts';

/** Answers until the thread is ended. A message that cannot be read ends it, which the pool hears. */
export function serveRanges<Table extends SpreadTable<Table>>(measures: Measures<Table>): void {
  invariant(parentPort, 'no parent port, expected a worker thread');
  const port = parentPort;
  const runner = createHelperRunner(measures, (message, transfer) => port.postMessage(message, transfer));
  port.on('message', (message: ToHelper) => runner.receive(message));
  port.on('messageerror', (error) => {
    throw error;
  });
}
