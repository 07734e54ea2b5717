/**
 * `npm run bench`: our engine and its peers over one seeded district, then growth, whole checks and
 * latencies of ours. Prints tables; passes and fails nothing.
 */
import { join } from 'node:path';
import { SIZE_NAMES, type Size } from './district/district.ts';
import { findPeer } from './engines/peers.ts';
import type { LatencyReport } from './latency.ts';
import { runLatency } from './latency-process.ts';
import { describeMachine } from './machine.ts';
import { measureJoins, type SizeReport } from './measure-joins.ts';
import { type BenchOptions, HELP, parseBenchOptions } from './options.ts';
import { printJoins } from './print-joins.ts';
import { printChecks, printGrowth, printLatency } from './print-sections.ts';
import { withTempFolder } from './temp-folder.ts';
import { type CheckMeasure, measureCheck, writeDemo } from './whole-check.ts';
import { type BenchRun, writeResults } from './write-results.ts';

const BUSY_LOAD = 0.5;

const print = (text: string) => process.stdout.write(`${text}\n\n`);
const onProgress = (text: string) => process.stderr.write(`… ${text}\n`);

async function runBench(options: BenchOptions): Promise<void> {
  const startedAt = new Date().toISOString();
  const machine = describeMachine();
  const { present, engines } = await findEngines(options.sections.includes('joins') ? options.peers : ['chentu']);
  print(`# ${machine.cpu}, ${machine.cores} cores, Node ${machine.node}, load ${machine.loadBefore} before`);
  print(
    Object.entries(engines)
      .map(([name, version]) => `${name}: ${version}`)
      .join('\n'),
  );

  if (machine.loadBefore > BUSY_LOAD) print('This machine is busy with something else: read ratios, not milliseconds.');

  let run: BenchRun = { startedAt, machine, options, engines };
  const { sections } = options;
  if (sections.includes('joins')) {
    const joins = await measureJoins({ ...options, peers: present, onProgress });
    print(printJoins(joins, options.budgetMs));
    run = { ...run, joins };
  }
  if (sections.includes('growth')) {
    const growth = await measureGrowth(options, run.joins);
    print(printGrowth(growth));
    run = { ...run, growth: growth.filter((report) => report !== run.joins) };
  }
  if (sections.includes('check') || sections.includes('latency')) run = { ...run, ...(await measureDemo(options)) };
  if (options.writesResults) print(`Written: ${await writeResults(run)}`);
}

async function findEngines(names: readonly string[]) {
  const engines: Record<string, string> = {};
  const present: string[] = [];
  for (const name of names) {
    const peer = findPeer(name)!;
    const found = await peer.available();
    engines[name] = 'version' in found ? `${found.version}; ${peer.setup}` : `not measured: ${found.missing}`;
    if ('version' in found) present.push(name);
  }
  return { present, engines };
}

/** S up to the size asked for. */
function sizesUpTo(size: Size): Size[] {
  return SIZE_NAMES.slice(0, SIZE_NAMES.indexOf(size) + 1);
}

/** Ours alone; what the first section has measured is not measured again. */
async function measureGrowth(options: BenchOptions, measured: SizeReport | undefined): Promise<SizeReport[]> {
  const reports: SizeReport[] = [];
  for (const size of sizesUpTo(options.size)) {
    const has = measured?.size === size && measured.prepare.some(({ peer }) => peer === 'chentu');
    reports.push(has ? measured : await measureJoins({ ...options, size, peers: ['chentu'], onProgress }));
  }
  return reports;
}

/** The demo district as files, once per size, for the whole check and the session. */
async function measureDemo(options: BenchOptions): Promise<Pick<BenchRun, 'checks' | 'latency'>> {
  const { size, sections, edits, seed, budgetMs } = options;
  const checks: CheckMeasure[] = [];
  let latency: LatencyReport | undefined;
  for (const each of sections.includes('check') ? sizesUpTo(size) : [size]) {
    await withTempFolder(async (folder) => {
      onProgress(`${each}: the demo district`);
      await writeDemo(join(folder, 'demo'), each);
      if (sections.includes('check')) checks.push(...(await measureChecks(join(folder, 'demo'), each, options)));
      if (!sections.includes('latency') || each !== size) return;
      onProgress(`${each}: a session`);
      latency = await runLatency({ folder: join(folder, 'demo'), edits, seed, budgetMs });
    });
  }
  if (checks.length > 0) print(printChecks(checks));
  if (latency) print(printLatency(latency, size));
  return { ...(checks.length > 0 && { checks }), ...(latency && { latency }) };
}

async function measureChecks(demo: string, size: Size, { jobs, runs }: BenchOptions): Promise<CheckMeasure[]> {
  const checks: CheckMeasure[] = [];
  for (const count of jobs) {
    onProgress(`${size}: whole check, ${count} ${count === 1 ? 'job' : 'jobs'}`);
    checks.push(await measureCheck(demo, size, count, Math.min(runs, 3)));
  }
  return checks;
}

try {
  const options = parseBenchOptions(process.argv.slice(2));
  if (options === 'help') process.stdout.write(HELP);
  else await runBench(options);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
