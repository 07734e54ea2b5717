/**
 * Broken files through the whole import: nothing may throw, hang, run or get lost in silence.
 * What is judged is what the user gets: layers and problems.
 */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { openImport } from '../../src/formats/importing/import-session.ts';
import type { PathAndBytes } from '../../src/formats/workspace/workspace-path.ts';
import { mutateFile } from './mutate-file.ts';
import { readerSeeds } from './reader-seeds.ts';

export interface ReaderFuzzOptions {
  readonly cases: number;
  readonly firstSeed: number;
  readonly onCase?: (done: number, failures: readonly string[]) => void;
}
export interface ReaderFuzzReport {
  readonly cases: number;
  readonly slowestMs: number;
  readonly slowest: string;
  /** What was held beyond what the process held before the first file, at most. */
  readonly peakMegabytes: number;
  readonly failures: readonly string[];
}

const MAX_MS = 10_000;
const MAX_MEGABYTES = 1_000;
const TIDY_ABOVE_MEGABYTES = 300;
setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

/** The same seeds give the same files. */
export async function runReaderFuzz({ cases, firstSeed, onCase }: ReaderFuzzOptions): Promise<ReaderFuzzReport> {
  const seeds = await readerSeeds();
  const failures: string[] = [];
  const before = heldMegabytes();
  let [slowestMs, slowest, peakMegabytes] = [0, '', 0];
  for (let at = 0; at < cases; at++) {
    const seed = firstSeed + at;
    const whole = seeds[at % seeds.length]!;
    const broken = mutateFile(whole, seed);
    // What earlier files left behind is not this one's.
    if (heldMegabytes() > TIDY_ABOVE_MEGABYTES) collectGarbage();
    const begin = performance.now();
    const fault = await judge(broken);
    const ms = performance.now() - begin;
    const megabytes = heldMegabytes() - before;
    if (ms > slowestMs) [slowestMs, slowest] = [ms, `seed ${seed} of ${whole.path}`];
    peakMegabytes = Math.max(peakMegabytes, megabytes);
    if (fault) failures.push(`seed ${seed} of ${whole.path}: ${fault}`);
    else if (ms > MAX_MS) failures.push(`seed ${seed} of ${whole.path}: took ${Math.round(ms)} ms`);
    else if (megabytes > MAX_MEGABYTES) failures.push(`seed ${seed} of ${whole.path}: ${Math.round(megabytes)} MB`);
    onCase?.(at + 1, failures);
  }
  return { cases, slowestMs: Math.round(slowestMs), slowest, peakMegabytes: Math.round(peakMegabytes), failures };
}

function heldMegabytes(): number {
  const { heapUsed, external } = process.memoryUsage();
  return (heapUsed + external) / 1e6;
}

/** What is wrong with how the file was taken; undefined for nothing. */
export async function judge(file: PathAndBytes): Promise<string | undefined> {
  try {
    const { examination } = await openImport([file], { layers: [], profiles: [] }, {});
    const { layers, problems, notes: fileNotes } = examination;
    if ((globalThis as { wasRun?: unknown }).wasRun !== undefined) return 'something in it was run';
    if (({} as Record<string, unknown>).a !== undefined) return 'objects got a property from it';
    if (layers.length === 0 && problems.length === 0) return 'nothing was read and nothing was said';
    const nameless = [...problems, ...fileNotes].find(({ at }) => at?.file === undefined);
    if (nameless) return `${nameless.code} does not say which file`;
    for (const { records, facts, notes, sheet } of layers) {
      const skipped = records - facts.features;
      if (skipped < 0) return `${facts.features} features of ${records} records`;
      if (skipped > 0 && notes.length === 0) return `${skipped} records were skipped without a word`;
      const noteOfNothing = notes.find(({ at }) => at?.file === undefined);
      if (noteOfNothing) return `${noteOfNothing.code} does not say which file (${sheet ?? 'one layer'})`;
    }
    return undefined;
  } catch (error) {
    return `threw ${error instanceof Error ? (error.stack ?? error.message).slice(0, 400) : String(error)}`;
  }
}
