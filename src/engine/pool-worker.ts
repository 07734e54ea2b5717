/** The helper's entry in a browser: a thin shell that hands messages to the runner. No logic of its own. */
import { ENGINE_MEASURES } from './engine-measures.ts';
import { createHelperRunner } from './helper-runner.ts';
import type { FromHelper, ToHelper } from './pool-protocol.ts';

/** Only what is used here of a dedicated worker's scope; the page's `lib` does not describe it. */
interface WorkerScope {
  onmessage: ((event: MessageEvent<ToHelper>) => void) | null;
  onmessageerror: (() => void) | null;
  postMessage(message: FromHelper, transfer: Transferable[]): void;
}

const scope = globalThis as unknown as WorkerScope;
const runner = createHelperRunner(ENGINE_MEASURES, (message, transfer) => scope.postMessage(message, transfer));
scope.onmessage = (event) => runner.receive(event.data);
// Thrown from a task of its own, it reaches the pool as a crash.
scope.onmessageerror = () => {
  throw new Error('a message could not be read');
};
