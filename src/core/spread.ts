/**
 * Work that is cut into ranges, whoever does them: this thread, or helpers beside it. What a job
 * answers to a range hangs on the common data and the range alone, so that neither who did it nor
 * when shows in the result. Knows no job, no worker and no messages.
 */
import { checkpoint, type Task } from './task.ts';

/** All three are plain objects of numbers, texts and typed arrays, since they may cross between threads. */
export interface SpreadJob {
  /** What all ranges read and nobody writes. Known again by its identity: the same object is sent once. */
  readonly common: object;
  /** Owns its arrays, each the whole of its buffer: they change hands, and the maker loses them. */
  readonly range: object;
  /** Made anew for each range, and owns its arrays in the same way. */
  readonly output: object;
}
/** Job by name. */
export type SpreadTable<Table> = { readonly [J in keyof Table]: SpreadJob };

/**
 * What each job does: from the common data, once per thread, to the function that answers its ranges.
 * Indexes over the common data and scratch memory live in between. Throws only for a fault of ours.
 */
export type Measures<Table extends SpreadTable<Table>> = {
  readonly [J in keyof Table]: (common: Table[J]['common']) => (range: Table[J]['range']) => Table[J]['output'];
};

export interface Ranges<Range, Output = never> {
  readonly count: number;
  /** Called when the range's turn comes, and again where it was lost with its helper; equal each time. */
  make(index: number): Range;
  /** Takes the outputs as they come, in the order of the ranges: then they are not kept, and the answer is empty. */
  take?(output: Output, index: number): void;
  /** The calling thread works along only after it, helpers at once: for an answer that it needs later, with other work until then. */
  readonly hereAfter?: Promise<void>;
}

/**
 * Answers in the order of the ranges; none for none. Progress counts ranges. Rejects with the abort
 * reason when cancelled, and with the error of a measure that throws.
 */
export type Spread<Table extends SpreadTable<Table>> = <J extends keyof Table>(
  job: J,
  common: Table[J]['common'],
  ranges: Ranges<Table[J]['range'], Table[J]['output']>,
  task: Task,
) => Promise<Table[J]['output'][]>;

/** Ranges of `size` of `count` items, the last one shorter. Cut by these numbers alone, never by how many threads there are. */
export function rangesOf<Range, Output = never>(
  count: number,
  size: number,
  make: (first: number, end: number) => Range,
  take?: (output: Output, first: number) => void,
): Ranges<Range, Output> {
  return {
    count: Math.ceil(count / size),
    make: (index) => make(index * size, Math.min(count, (index + 1) * size)),
    ...(take && { take: (output: Output, index: number) => take(output, index * size) }),
  };
}

/** Everything on this thread, with a pause before each range. */
export function createInlineSpread<Table extends SpreadTable<Table>>(measures: Measures<Table>): Spread<Table> {
  const measurerOf = createMeasurers(measures);
  return async (job, common, ranges, task) => {
    const measure = measurerOf(job, common);
    const outputs: Table[typeof job]['output'][] = [];
    await ranges.hereAfter;
    for (let index = 0; index < ranges.count; index++) {
      await checkpoint(task);
      const output = measure(ranges.make(index));
      if (ranges.take) ranges.take(output, index);
      else outputs.push(output);
      task.onProgress?.({ stage: 'measure', done: index + 1, total: ranges.count });
    }
    return outputs;
  };
}

export type Measurers<Table extends SpreadTable<Table>> = <J extends keyof Table>(
  job: J,
  common: Table[J]['common'],
) => (range: Table[J]['range']) => Table[J]['output'];

/** Remembers what a job has made of some common data for as long as that data lives. */
export function createMeasurers<Table extends SpreadTable<Table>>(measures: Measures<Table>): Measurers<Table> {
  const remembered = new WeakMap<object, Map<keyof Table, unknown>>();
  return <J extends keyof Table>(job: J, common: Table[J]['common']) => {
    const byJob = remembered.get(common) ?? new Map<keyof Table, unknown>();
    remembered.set(common, byJob);
    if (!byJob.has(job)) byJob.set(job, measures[job](common));
    return byJob.get(job) as ReturnType<Measures<Table>[J]>;
  };
}
