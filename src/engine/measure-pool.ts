/**
 * A pool of helpers for jobs that are cut into ranges. The calling thread works along with them; with
 * a size of 1, or where there can be no helpers, it does everything itself, to the same bytes. Generic
 * over the table of jobs; how a helper is started is given by argument.
 */
import { createMeasurers, type Measures, type Spread, type SpreadTable } from '../core/spread.ts';
import { takeTurn } from './engine-port.ts';
import { type Helper, openHelper } from './helper.ts';
import type { OpenHelperPort } from './pool-protocol.ts';
import { runSpread } from './run-spread.ts';

/** More threads than this wait for memory rather than compute, and each keeps its own copy of the common data. */
const MOST_THREADS = 8;

/** As many threads as cores, within reason; 1 where the platform does not say. */
export function defaultPoolSize(cores: number | undefined): number {
  return Math.max(1, Math.min(MOST_THREADS, Math.floor(cores ?? 1)));
}

export interface MeasurePoolOptions {
  /** Threads in all, the calling one among them. */
  readonly size: number;
  readonly openPort: OpenHelperPort;
  /** Gives the event loop a turn between two ranges of the calling thread, whatever the task's own pauses; default: a timer. */
  readonly turn?: () => Promise<void>;
}

export interface MeasurePool<Table extends SpreadTable<Table>> {
  /** In all, the calling one among them; as many as it was made for. */
  readonly threads: number;
  /** Several may run at once. An abort ends the helpers at work and leaves the pool usable: the next call starts others. */
  readonly spread: Spread<Table>;
  /** Starts the helpers ahead of the first ranges, which would else be done here while they start. */
  prepare(): void;
  /** Ends all helpers; calls under way and later ones reject. */
  close(): void;
}

/** No helper is started before there are two ranges to share, or they are announced. */
export function createMeasurePool<Table extends SpreadTable<Table>>(
  measures: Measures<Table>,
  { size, openPort, turn = takeTurn }: MeasurePoolOptions,
): MeasurePool<Table> {
  const measurerOf = createMeasurers(measures);
  const closing = new AbortController();
  const keyOf = createKeys();
  let helpers: Helper<Table>[] = [];
  let canStart = true;

  /** The helpers that are left, and new ones up to the number wanted. */
  const enlist = (wanted: number): readonly Helper<Table>[] => {
    if (helpers.some((helper) => helper.state === 'failed')) canStart = false;
    helpers = helpers.filter((helper) => helper.state === 'starting' || helper.state === 'ready');
    try {
      while (canStart && helpers.length < wanted) helpers.push(openHelper(openPort, keyOf));
    } catch {
      canStart = false;
    }
    return helpers.slice(0, Math.max(0, wanted));
  };

  return {
    threads: size,
    async spread(job, common, ranges, task) {
      closing.signal.throwIfAborted();
      task.signal?.throwIfAborted();
      const enlisted = enlist(Math.min(size, ranges.count) - 1);
      try {
        return await runSpread({
          job,
          common,
          ranges,
          helpers: enlisted,
          measure: measurerOf(job, common),
          onProgress: task.onProgress,
          // Alone it pauses as the task wants it; with helpers it must hear them.
          turn: enlisted.length > 0 ? turn : async () => task.pause?.(),
          signals: task.signal ? [task.signal, closing.signal] : [closing.signal],
        });
      } finally {
        if (task.signal?.aborted) for (const helper of enlisted) if (helper.load > 0) helper.end();
      }
    },
    prepare: () => void enlist(size - 1),
    close() {
      closing.abort(new Error('the pool is closed'));
      for (const helper of helpers) helper.end();
    },
  };
}

/** A number for each object, the same for as long as it lives. */
function createKeys(): (object: object) => number {
  const keys = new WeakMap<object, number>();
  let last = 0;
  return (object) => {
    let key = keys.get(object);
    if (key === undefined) {
      last += 1;
      key = last;
      keys.set(object, key);
    }
    return key;
  };
}
