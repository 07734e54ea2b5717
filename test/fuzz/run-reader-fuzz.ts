/** Broken files through the whole import: nothing may throw, hang, run, grow or get lost in silence. */
import { writeFileSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { PathAndBytes } from '../../src/formats/workspace/workspace-path.ts';
import { answerWhole, judgeImport, type WholeAnswer } from './judge-import.ts';
import { mutateDropped } from './mutate-file.ts';
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
  /** What the process grew by while one file was read, at most. */
  readonly peakMegabytes: number;
  readonly largest: string;
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
  const answers: (WholeAnswer | undefined)[] = [];
  for (const files of seeds) answers.push(hasFixedLayers(files) ? await answerWhole(files) : undefined);
  const failures: string[] = [];
  let [slowestMs, slowest, peakMegabytes, largest] = [0, '', 0, ''];
  for (let at = 0; at < cases; at++) {
    const whole = seeds[at % seeds.length]!;
    const name = `seed ${firstSeed + at} of ${whole.map(({ path }) => path).join(', ')}`;
    const broken = mutateDropped(whole, firstSeed + at);
    // What earlier files left behind is not this one's.
    if (heldMegabytes() > TIDY_ABOVE_MEGABYTES) collectGarbage();
    forgetHighest();
    const [begin, residentBefore, highestBefore] = [performance.now(), residentMegabytes(), highestMegabytes()];
    const fault = await judgeImport(broken, answers[at % seeds.length]);
    const ms = performance.now() - begin;
    // Below the old height nothing is known.
    const megabytes = highestMegabytes() > highestBefore ? highestMegabytes() - residentBefore : 0;
    if (ms > slowestMs) [slowestMs, slowest] = [ms, name];
    if (megabytes > peakMegabytes) [peakMegabytes, largest] = [megabytes, name];
    if (fault) failures.push(`${name}: ${fault}`);
    else if (ms > MAX_MS) failures.push(`${name}: took ${Math.round(ms)} ms`);
    else if (megabytes > MAX_MEGABYTES) failures.push(`${name}: ${Math.round(megabytes)} MB`);
    onCase?.(at + 1, failures);
  }
  const [milliseconds, megabytes] = [slowestMs, peakMegabytes].map(Math.round) as [number, number];
  return { cases, slowestMs: milliseconds, slowest, peakMegabytes: megabytes, largest, failures };
}

/** Of several files one may be left out, and what it held with it; layers of an extract are made by its tags. */
const hasFixedLayers = (files: readonly PathAndBytes[]) =>
  files.length === 1 && !/\.(?:osm|pbf)$/u.test(files[0]!.path);

function heldMegabytes(): number {
  const { heapUsed, external } = process.memoryUsage();
  return (heapUsed + external) / 1e6;
}
/** Of the whole process, WebAssembly and rubbish included: now, and at most since it was forgotten. */
const residentMegabytes = () => process.memoryUsage.rss() / 1e6;
const highestMegabytes = () => (process.resourceUsage().maxRSS * 1024) / 1e6;

/** Linux alone can; elsewhere the height is that of the whole run, and a file shows only where it rises above it. */
function forgetHighest(): void {
  if (process.platform === 'linux') writeFileSync('/proc/self/clear_refs', '5');
}
