/** A pool's helper as a dedicated worker; from the engine's worker it is a nested one. */
import type { FromHelper, OpenHelperPort } from './pool-protocol.ts';

/** Throws where workers do not exist. One that cannot be started is told as a crash. */
export const openHelperWorker: OpenHelperPort = ({ onMessage, onCrash }) => {
  const worker = new Worker(new URL('./pool-worker.ts', import.meta.url), { type: 'module', name: 'chentu-helper' });
  worker.onmessage = (event: MessageEvent<FromHelper>) => onMessage(event.data);
  worker.onerror = (event) => {
    event.preventDefault();
    onCrash(event.message || 'the helper could not be started');
  };
  worker.onmessageerror = () => onCrash('an answer could not be read');
  return {
    post: (message, transfer) => worker.postMessage(message, transfer),
    terminate: () => worker.terminate(),
  };
};
