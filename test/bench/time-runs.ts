/** Times something over and over: warm, within a budget, with every result used. */

export interface TimedRuns<T> {
  readonly milliseconds: number[];
  /** Of the process, its helper threads included: what the run took of the machine, whoever else wanted it. */
  readonly cpuMilliseconds: number[];
  /** Of the last run. */
  readonly result: T;
}

/** A run that takes longer is not repeated for being cold. */
const SLOW_MS = 2000;
const WARM_UP_MS = 300;
const WARM_UP_RUNS = 3;
/** Short runs are repeated beyond what was asked for, until they add up to this. */
const ENOUGH_MS = 300;
const MOST_RUNS = 200;

export interface RunLimits {
  readonly runs: number;
  /** No further run is begun that would not end within this. */
  readonly budgetMs: number;
  readonly onFirst?: () => void;
}

/** The runs before the code is warm do not count, unless they are slow. The result of each run must be an object. */
export async function timeRuns<T extends object>(
  run: () => T | Promise<T>,
  { runs, budgetMs, onFirst }: RunLimits,
): Promise<TimedRuns<T>> {
  const started = performance.now();
  const milliseconds: number[] = [];
  const cpuMilliseconds: number[] = [];
  let result: T | undefined;
  let last = 0;
  let lastCpu = 0;
  let warmUps = 0;
  let total = 0;
  while (milliseconds.length < runs || (total < ENOUGH_MS && milliseconds.length < MOST_RUNS)) {
    const before = performance.now();
    if (result && before - started + last > budgetMs) break;
    const cpuBefore = process.cpuUsage();
    result = await run();
    last = performance.now() - before;
    const { user, system } = process.cpuUsage(cpuBefore);
    lastCpu = (user + system) / 1000;
    if (warmUps === 0) onFirst?.();
    const isWarm = last >= SLOW_MS || warmUps >= WARM_UP_RUNS || before - started >= WARM_UP_MS;
    if (isWarm) {
      milliseconds.push(last);
      cpuMilliseconds.push(lastCpu);
      total += last;
    } else warmUps++;
  }
  // A budget that ends while warming up leaves one number, a cold one.
  if (milliseconds.length === 0) {
    milliseconds.push(last);
    cpuMilliseconds.push(lastCpu);
  }
  return { milliseconds, cpuMilliseconds, result: result! };
}
