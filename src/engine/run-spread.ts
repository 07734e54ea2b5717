/**
 * One job over its ranges, by this thread and some helpers: whoever is free takes the next one, so
 * that ranges of uneven cost balance. A range whose helper is gone is done here, once. Knows no messages.
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

/** See Spread. A helper that is not ready by the time all ranges are taken is not waited for. */
export async function runSpread<Table extends SpreadTable<Table>, J extends keyof Table>(
  run: SpreadRun<Table, J>,
): Promise<Table[J]['output'][]> {
  const { job, common, ranges, helpers, measure, onProgress, turn, signals } = run;
  /** Not there: not answered yet, or taken. */
  const outputs: (Table[J]['output'] | undefined)[] = new Array(ranges.count);
  let taken = 0;
  const lost: number[] = [];
  let next = 0;
  let done = 0;
  let isOver = false;
  const isTaken = defer<void>();
  const stopped = defer<never>();
  const stop = (event: Event) => {
    isOver = true;
    stopped.reject((event.target as AbortSignal).reason);
  };

  const take = (): number | undefined => (isOver || next === ranges.count ? undefined : next++);
  const settle = (index: number, output: Table[J]['output']) => {
    if (isOver) return;
    outputs[index] = output;
    done += 1;
    if (ranges.take) giveOut(ranges.take);
    onProgress?.({ stage: 'measure', done, total: ranges.count });
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
  const help = async (helper: Helper<Table>, place: 'in hand' | 'at hand') => {
    await Promise.race([helper.started, isTaken.promise]);
    while (helper.state === 'ready') {
      if (place === 'at hand' && ranges.count - next <= helpers.length + 1) return;
      const index = take();
      if (index === undefined) return;
      try {
        settle(index, await helper.run(job, common, ranges.make(index)));
      } catch (error) {
        if (!(error instanceof HelperGone)) throw error;
        lost.push(index);
      }
    }
  };

  const workHere = async () => {
    for (;;) {
      await turn();
      const index = isOver ? undefined : (lost.pop() ?? take());
      if (index === undefined) return isTaken.resolve();
      settle(index, measure(ranges.make(index)));
    }
  };

  const work = async () => {
    const helping = helpers.flatMap((helper) => [help(helper, 'in hand'), help(helper, 'at hand')]);
    await Promise.all([workHere(), ...helping]);
    // What was lost with the last helpers, after this thread had run out of ranges.
    await workHere();
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

function defer<T>() {
  let resolve: (value: T) => void = () => {};
  let reject: (reason: unknown) => void = () => {};
  const promise = new Promise<T>((res, rej) => {
    resolve = res;
    reject = rej;
  });
  return { promise, resolve, reject };
}
