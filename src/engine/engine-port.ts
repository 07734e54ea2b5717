/**
 * The wire between the page and the engine: a worker, or the same code inline where there is none.
 * Knows how messages travel, not what they mean.
 */
import { createJobRunner, type JobHandlers } from './job-runner.ts';
import type { FromWorker, ToWorker } from './protocol.ts';
import { transfersFromWorker, transfersToWorker } from './transfers.ts';

export interface EnginePort {
  post(message: ToWorker): void;
  /** Stops everything at once; nothing is heard after it. */
  terminate(): void;
}

export interface EnginePortListeners {
  onMessage(message: FromWorker): void;
  /** The other side is gone; no job on it will ever answer. */
  onCrash(reason: string): void;
}

export type OpenEnginePort = (listeners: EnginePortListeners) => EnginePort;

/** A dedicated worker. Throws where workers do not exist. */
export const openWorkerPort: OpenEnginePort = ({ onMessage, onCrash }) => {
  const worker = new Worker(new URL('./engine-worker.ts', import.meta.url), { type: 'module', name: 'chentu-engine' });
  worker.onmessage = (event: MessageEvent<FromWorker>) => onMessage(event.data);
  worker.onerror = (event) => {
    event.preventDefault();
    onCrash(event.message || 'the worker could not be started');
  };
  worker.onmessageerror = () => onCrash('a message could not be read');
  return {
    post: (message) => worker.postMessage(message, transfersToWorker(message)),
    terminate: () => worker.terminate(),
  };
};

/**
 * The engine on this very thread. Messages are cloned and their buffers moved just as with a worker,
 * so that code which works here works there. Cancel arrives at the pauses of a job.
 */
export function createInlinePort(loadHandlers: () => Promise<JobHandlers>): OpenEnginePort {
  return ({ onMessage, onCrash }) => {
    let open = true;
    const runner = loadHandlers().then((handlers) =>
      createJobRunner(
        handlers,
        (message, job) => {
          if (open) onMessage(structuredClone(message, { transfer: transfersFromWorker(message, job) }));
        },
        takeTurn,
      ),
    );
    runner.catch((error: unknown) => open && onCrash(error instanceof Error ? error.message : String(error)));
    return {
      post(message) {
        const copy = structuredClone(message, { transfer: transfersToWorker(message) });
        void runner.then(
          (ready) => open && ready.receive(copy),
          () => undefined,
        );
      },
      terminate() {
        open = false;
      },
    };
  };
}

/** Lets the event loop take a turn, so that a waiting message is heard; a timer, since promises alone do not yield. */
export function takeTurn(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 0);
  });
}
