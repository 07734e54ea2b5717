/** What each job of the protocol does, as plain functions: no worker, no messages. */
import type { JobHandlers } from './job-runner.ts';

export function createJobs(): JobHandlers {
  throw new Error('Jobs: not built yet');
}
