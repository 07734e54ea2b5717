/**
 * One helper as its pool sees it: it starts, answers ranges, and may go at any time, by its own fault
 * or ended by us. Every range settles whatever happens. Knows nothing of who else works.
 */
import type { SpreadTable } from '../core/spread.ts';
import { ownedBuffers } from './owned-buffers.ts';
import type { FromHelper, HelperPort, OpenHelperPort } from './pool-protocol.ts';

/** How many common data a helper keeps; a check has one for each kind of zones and one for the routes. */
const KEPT_COMMONS = 8;

/** The range was lost with its helper, through no fault of its own. */
export class HelperGone extends Error {}

/** `failed`: gone before it was ready, so that another would fare no better. */
export type HelperState = 'starting' | 'ready' | 'gone' | 'failed';

export interface Helper<Table extends SpreadTable<Table>> {
  readonly state: HelperState;
  /** Ranges that it was given and has not answered, of whatever job. */
  readonly load: number;
  /** Resolves when it answers the next range, or is gone. */
  nextAnswer(): Promise<void>;
  /** Resolves when it is no longer starting. */
  readonly started: Promise<void>;
  /** The range's buffers are moved. Rejects with HelperGone, with what the measure threw, or where something cannot be sent. */
  run<J extends keyof Table>(job: J, common: Table[J]['common'], range: Table[J]['range']): Promise<Table[J]['output']>;
  end(): void;
}

interface Waiting {
  readonly resolve: (output: object) => void;
  readonly reject: (error: Error) => void;
}

/** `keyOf` names common data by identity, the same for all helpers of a pool. Throws where there can be none. */
export function openHelper<Table extends SpreadTable<Table>>(
  openPort: OpenHelperPort,
  keyOf: (common: object) => number,
): Helper<Table> {
  const waiting = new Map<number, Waiting>();
  /** Keys that the helper holds, the longest unused first. */
  const kept = new Set<number>();
  let state: HelperState = 'starting';
  let lastId = 0;
  let listeners: (() => void)[] = [];
  const tellListeners = () => {
    const told = listeners;
    listeners = [];
    for (const tell of told) tell();
  };
  let tellStarted: () => void = () => {};
  const started = new Promise<void>((resolve) => {
    tellStarted = resolve;
  });

  const leave = (next: 'gone' | 'failed', reason: string) => {
    if (state === 'gone' || state === 'failed') return;
    state = next;
    port.terminate();
    tellStarted();
    const lost = [...waiting.values()];
    waiting.clear();
    for (const { reject } of lost) reject(new HelperGone(reason));
    tellListeners();
  };

  const hear = (message: FromHelper) => {
    if (message.type === 'ready') {
      if (state === 'starting') state = 'ready';
      return tellStarted();
    }
    const call = waiting.get(message.id);
    waiting.delete(message.id);
    if (message.type === 'done') call?.resolve(message.output);
    else call?.reject(new Error(message.reason));
    tellListeners();
  };

  const port: HelperPort = openPort({
    onMessage: hear,
    onCrash: (reason) => leave(state === 'starting' ? 'failed' : 'gone', reason),
  });

  /** Sends common data that the helper does not have, and has it forget what was unused longest. */
  const keep = (common: object): number => {
    const key = keyOf(common);
    if (!kept.delete(key)) port.post({ type: 'keep', key, common }, []);
    kept.add(key);
    const [oldest] = kept;
    if (kept.size > KEPT_COMMONS && oldest !== undefined) {
      kept.delete(oldest);
      port.post({ type: 'forget', key: oldest }, []);
    }
    return key;
  };

  return {
    get state() {
      return state;
    },
    get load() {
      return waiting.size;
    },
    nextAnswer: () =>
      new Promise((resolve) => {
        if (state === 'gone' || state === 'failed') resolve();
        else listeners.push(resolve);
      }),
    started,
    run<J extends keyof Table>(job: J, common: Table[J]['common'], range: Table[J]['range']) {
      return new Promise<Table[J]['output']>((resolve, reject) => {
        if (state !== 'ready') return reject(new HelperGone(`the helper is ${state}`));
        const buffers = ownedBuffers(range);
        lastId += 1;
        waiting.set(lastId, { resolve, reject });
        try {
          port.post({ type: 'run', id: lastId, job, key: keep(common), range }, buffers);
        } catch (error) {
          waiting.delete(lastId);
          reject(error as Error);
        }
      });
    },
    end: () => leave('gone', 'ended by its pool'),
  };
}
