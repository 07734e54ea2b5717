/** The page's side of the picture worker, which is started for the first picture. Every call settles; none rejects. */
import { fail, type Result } from '../../core/result.ts';
import type { FromPictureWorker, PictureQuestion, PictureQuestions, ToPictureWorker } from './picture-protocol.ts';

export interface PictureClient {
  ask<Q extends PictureQuestion>(
    question: Q,
    input: PictureQuestions[Q]['input'],
    signal?: AbortSignal,
  ): Promise<PictureQuestions[Q]['output']>;
}

/** Only what is used here of a worker, so that tests can stand in for one. */
export interface PicturePort {
  postMessage(message: ToPictureWorker): void;
  onmessage: ((event: MessageEvent<FromPictureWorker>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
  terminate(): void;
}

const openWorker = (): PicturePort =>
  new Worker(new URL('./picture-worker.ts', import.meta.url), { type: 'module', name: 'chentu-pictures' });

/** After a crash the next question starts another worker; pictures have to be opened again: `onCrash` tells. */
export function createPictureClient(onCrash: () => void, openPort: () => PicturePort = openWorker): PictureClient {
  let port: PicturePort | undefined;
  let lastId = 0;
  const waiting = new Map<number, (output: Result<never>) => void>();
  const start = (): PicturePort => {
    const started = openPort();
    started.onmessage = ({ data }) => {
      waiting.get(data.id)?.(data.output as Result<never>);
      waiting.delete(data.id);
    };
    started.onerror = (event) => {
      event.preventDefault?.();
      started.terminate();
      port = undefined;
      for (const settle of waiting.values()) settle(fail('picture-read', { reason: event.message || '–' }));
      waiting.clear();
      onCrash();
    };
    return started;
  };
  return {
    ask(question, input, signal) {
      port ??= start();
      const own = port;
      const id = ++lastId;
      return new Promise((resolve) => {
        waiting.set(id, resolve as (output: Result<never>) => void);
        signal?.addEventListener('abort', () => {
          if (!waiting.delete(id)) return;
          own.postMessage({ id, ask: 'forget' });
          resolve(fail('picture-forgotten') as never);
        });
        own.postMessage({ id, ask: question, input } as ToPictureWorker);
      });
    },
  };
}
