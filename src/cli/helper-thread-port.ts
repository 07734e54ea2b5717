/** A pool's helper as a worker thread of Node. */
import { Worker } from 'node:worker_threads';
import type { FromHelper, OpenHelperPort } from '../engine/pool-protocol.ts';

/** `entry`: a JavaScript file that serves ranges. Where it is missing, that is told as a crash. */
export function openHelperThread(entry: URL): OpenHelperPort {
  return ({ onMessage, onCrash }) => {
    const worker = new Worker(entry, { name: 'chentu-helper' });
    worker.on('message', (message: FromHelper) => onMessage(message));
    worker.on('messageerror', (error) => onCrash(error.message));
    worker.on('error', (error) => onCrash(error.message));
    worker.on('exit', (code) => onCrash(`exit code ${code}`));
    return {
      post: (message, transfer) => worker.postMessage(message, transfer),
      terminate: () => void worker.terminate(),
    };
  };
}
