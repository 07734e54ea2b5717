/** test/bench/results/<date>.json: every run of a day, with the machine and the versions it belongs to. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { LatencyReport } from './latency.ts';
import type { Machine } from './machine.ts';
import type { SizeReport } from './measure-joins.ts';
import type { BenchOptions } from './options.ts';
import type { CheckMeasure } from './whole-check.ts';

export interface BenchRun {
  readonly startedAt: string;
  readonly machine: Machine;
  readonly options: BenchOptions;
  /** Versions by engine, or why it is not there. */
  readonly engines: Readonly<Record<string, string>>;
  readonly joins?: SizeReport;
  /** Ours at the smaller sizes. */
  readonly growth?: readonly SizeReport[];
  readonly checks?: readonly CheckMeasure[];
  readonly latency?: LatencyReport;
}

interface ResultsFile {
  readonly format: 'chentu-bench';
  readonly version: 1;
  readonly date: string;
  readonly runs: readonly BenchRun[];
}

const FOLDER = 'test/bench/results';

/** Adds the run to its day's file and returns the file's path. */
export async function writeResults(run: BenchRun): Promise<string> {
  const date = run.startedAt.slice(0, 10);
  const path = join(FOLDER, `${date}.json`);
  await mkdir(FOLDER, { recursive: true });
  const text = await readFile(path, 'utf8').catch(() => undefined);
  const runs = text === undefined ? [] : (JSON.parse(text) as ResultsFile).runs;
  const file: ResultsFile = { format: 'chentu-bench', version: 1, date, runs: [...runs, run] };
  await writeFile(path, `${JSON.stringify(file, roundNumbers, 1)}\n`);
  return path;
}

/** Six digits of a time say more than was measured. Counts and sums stay whole. */
function roundNumbers(key: string, value: unknown): unknown {
  const isMeasured = typeof value === 'number' && /Ms$|^ms$|deviation|ratio/.test(key);
  return isMeasured ? Number(value.toPrecision(5)) : value;
}
