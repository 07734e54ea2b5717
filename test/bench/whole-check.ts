/** A whole check as people run it: the built command line, in a fresh process, over a demo district in FlatGeobuf files. */
import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Size } from './district/district.ts';
import { median } from './statistics.ts';

export interface CheckMeasure {
  readonly size: Size;
  readonly jobs: number;
  /** From the start of the process to its end. */
  readonly wallMs: number;
  readonly userMs: number;
  readonly systemMs: number;
  readonly peakBytes: number;
}

interface Usage {
  readonly userMs: number;
  readonly systemMs: number;
  readonly peakBytes: number;
}

const CLI = resolve('bin/chentu.mjs');
const PRELOAD = resolve('test/bench/report-usage.mjs');

export async function writeDemo(folder: string, size: Size): Promise<void> {
  await runNode([CLI, 'demo', folder, '--size', size]);
}

/** The run of median wall time. */
export async function measureCheck(folder: string, size: Size, jobs: number, runs: number): Promise<CheckMeasure> {
  const measures: CheckMeasure[] = [];
  for (let run = 0; run < runs; run++) {
    const usageFile = join(folder, '..', `usage-${size}.json`);
    const started = performance.now();
    await runNode(['--import', PRELOAD, CLI, 'check', folder, '--jobs', String(jobs)], {
      CHENTU_BENCH_USAGE: usageFile,
    });
    const wallMs = performance.now() - started;
    measures.push({ size, jobs, wallMs, ...(JSON.parse(await readFile(usageFile, 'utf8')) as Usage) });
  }
  const middle = median(measures.map(({ wallMs }) => wallMs));
  return measures.toSorted((a, b) => Math.abs(a.wallMs - middle) - Math.abs(b.wallMs - middle))[0]!;
}

function runNode(args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<void> {
  return new Promise((done, reject) => {
    const child = spawn(process.execPath, [...args], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, ...env },
    });
    child.on('error', reject);
    child.on('exit', (code, signal) => {
      if (code === 0) done();
      else reject(new Error(`node ${args.join(' ')}: ended with ${signal ?? code}, expected 0`));
    });
  });
}
