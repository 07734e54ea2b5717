/**
 * One job over its ranges, by this thread and some helpers: whoever is free takes the next one, so
 * that ranges of uneven cost balance. A range whose helper is gone is done here, and one whose helper is
 * busy with something else too: the first answer counts. Knows no messages.
 */
import type { Ranges, SpreadTable } from '../core/spread.ts';
import type { Task } from '../core/task.ts';
import { type Helper, HelperGone } from './helper.ts';

export interface SpreadRun<Table extends SpreadTable<Table>, J extends keyof Table> {
  readonly job: J;
  readonly common: Table[J]['common'];
  readonly ranges: Ranges<Table[J]['range'], Table[J]['output']>;
  readonly helpers: readonly Helper<Table>[];
  readonly measure: (range: Table[J]['range']) => Table[J]['output'];
  readonly onProgress: Task['onProgress'];
  /** Gives the event loop a turn, so that helpers and cancels are heard. */
  readonly turn: () => Promise<void>;
  /** Each of them stops the run at once, with its reason. */
  readonly signals: readonly AbortSignal[];
}

interface Enlisted<Table extends SpreadTable<Table>> {
  readonly helper: Helper<Table>;
  /** Ranges of this run that it has. */
  readonly own: { count: number };
}

/** How many ranges a helper has at hand beside the one in hand: this thread hears it less often while it does other work. */
const AT_HAND = 1;
const AT_HAND_ALONE = 3;
/** About what a range takes. */
const LEAST_PATIENCE_MS = 20;

/** See Spread. A helper that is not ready by the time all ranges are taken is not waited for. */
export async function runSpread<Table extends SpreadTable<Table>, J extends keyof Table>(
  run: SpreadRun<Table, J>,
): Promise<Table[J]['output'][]> {
  const { job, common, ranges, helpers, measure, onProgress, turn, signals } = run;
  /** Not there: not answered yet, or taken. */
  const outputs: (Table[J]['output'] | undefined)[] = new Array(ranges.count);
  let taken = 0;
  /** Those that helpers have, in the order in which they were given. */
  const away = new Set<number>();
  const lost: number[] = [];
  let next = 0;
  let done = 0;
  let isOver = false;
  const isTaken = defer<void>();
  const isDone = defer<void>();
  const stopped = defer<never>();
  /** Resolves when the next answer of a helper is here. */
  let heard = defer<void>();
  const stop = (event: Event) => {
    isOver = true;
    stopped.reject((event.target as AbortSignal).reason);
  };

  const take = (): number | undefined => (isOver || next === ranges.count ? undefined : next++);
  const isSettled = (index: number) => index < taken || outputs[index] !== undefined;
  const settle = (index: number, output: Table[J]['output']) => {
    if (isOver || isSettled(index)) return;
    outputs[index] = output;
    done += 1;
    if (ranges.take) giveOut(ranges.take);
    onProgress?.({ stage: 'measure', done, total: ranges.count });
    if (done === ranges.count) isDone.resolve();
  };

  /** Those that are next in order; what came before its turn waits. */
  const giveOut = (give: (output: Table[J]['output'], index: number) => void) => {
    for (let output = outputs[taken]; output !== undefined; output = outputs[++taken]) {
      outputs[taken] = undefined;
      give(output, taken);
    }
  };

  /**
   * A helper has one range in hand and one at hand, so that it need not wait for this thread to finish its own; none
   * at hand where so few are left that another thread would go without.
   */
  const help = async ({ helper, own }: Enlisted<Table>, place: 'in hand' | 'at hand') => {
    await Promise.race([helper.started, isTaken.promise]);
    while (helper.state === 'ready') {
      // What it has of another run comes first: a range would lie there while this thread waits for it.
      if (helper.load > own.count && next < ranges.count && !isOver) {
        await Promise.race([helper.nextAnswer(), isTaken.promise]);
        continue;
      }
      if (place === 'at hand' && ranges.count - next <= helpers.length + 1) return;
      const index = take();
      if (index === undefined) return;
      away.add(index);
      own.count += 1;
      try {
        settle(index, await helper.run(job, common, ranges.make(index)));
      } catch (error) {
        if (!(error instanceof HelperGone)) throw error;
        if (!isSettled(index)) lost.push(index);
      }
      own.count -= 1;
      away.delete(index);
      heard.resolve();
    }
  };

  /**
   * Nothing is left to take: what helpers have is waited for as long as a range took here. Where nothing is heard until
   * then, a helper must be at something else, and the range that it would come to last is done here as well.
   */
  const takeBack = async (patienceMs: number): Promise<number | undefined> => {
    heard = defer();
    const isHeard = heard.promise.then(() => true);
    if (await Promise.race([isHeard, stopped.promise, later(patienceMs).then(() => false)])) return undefined;
    const last = [...away].at(-1);
    if (last !== undefined) away.delete(last);
    return last;
  };

  const workHere = async () => {
    let longestMs = LEAST_PATIENCE_MS;
    for (;;) {
      await turn();
      if (isOver) return;
      let index = lost.pop() ?? take();
      if (index === undefined) {
        isTaken.resolve();
        if (away.size === 0) return;
        index = await takeBack(longestMs);
        if (index === undefined) continue;
      }
      const began = performance.now();
      settle(index, measure(ranges.make(index)));
      longestMs = Math.max(longestMs, performance.now() - began);
    }
  };

  const work = async () => {
    if (ranges.count === 0) return [];
    const hands = ranges.hereAfter ? AT_HAND_ALONE : AT_HAND;
    const helping = Promise.all(
      helpers.flatMap((helper) => {
        const enlisted = { helper, own: { count: 0 } };
        return [help(enlisted, 'in hand'), ...Array.from({ length: hands }, () => help(enlisted, 'at hand'))];
      }),
    );
    // What a measure throws is heard when this thread's turn has come.
    helping.catch(() => {});
    await ranges.hereAfter;
    // Helpers may still be at what was done here too.
    await Promise.race([Promise.all([workHere(), helping]), isDone.promise]);
    return ranges.take ? [] : (outputs as Table[J]['output'][]);
  };

  for (const signal of signals) signal.addEventListener('abort', stop);
  try {
    return await Promise.race([work(), stopped.promise]);
  } finally {
    isOver = true;
    isTaken.resolve();
    for (const signal of signals) signal.removeEventListener('abort', stop);
  }
}

function later(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
}

function defer<T>() {
  let resolve: (value: T) => void = () => {};
  let reject: (reason: unknown) => void = () => {};
  const promise = new Promise<T>((res, rej) => {
    resolve = res;
    reject = rej;
  });
  return { promise, resolve, reject };
}
