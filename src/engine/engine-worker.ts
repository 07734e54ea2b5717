/** The worker's entry: a thin shell that hands messages to the runner. No logic of its own. */
import { ENGINE_MEASURES } from './engine-measures.ts';
import { openHelperWorker } from './helper-worker-port.ts';
import { createJobRunner } from './job-runner.ts';
import { createJobs } from './jobs.ts';
import { createMeasurePool, defaultPoolSize } from './measure-pool.ts';
import type { FromWorker, JobName, ToWorker } from './protocol.ts';
import { transfersFromWorker } from './transfers.ts';

/** Only what is used here of a dedicated worker's scope; the page's `lib` does not describe it. */
interface WorkerScope {
  onmessage: ((event: MessageEvent<ToWorker>) => void) | null;
  postMessage(message: FromWorker, transfer: Transferable[]): void;
}

const scope = globalThis as unknown as WorkerScope;
const pause = createPause();
// The helpers are workers of this one: they end with it.
const pool = createMeasurePool(ENGINE_MEASURES, {
  size: defaultPoolSize(navigator.hardwareConcurrency),
  openPort: openHelperWorker,
  turn: pause,
});
const runner = createJobRunner(
  createJobs(pool),
  (message, job: JobName) => scope.postMessage(message, transfersFromWorker(message, job)),
  pause,
);
scope.onmessage = (event) => runner.receive(event.data);

/** A turn of the event loop without the 4 ms that nested timers are held back; messages are heard in between. */
function createPause(): () => Promise<void> {
  const channel = new MessageChannel();
  const waiting: (() => void)[] = [];
  channel.port1.onmessage = () => waiting.shift()?.();
  return () =>
    new Promise((resolve) => {
      waiting.push(resolve);
      channel.port2.postMessage(null);
    });
}
