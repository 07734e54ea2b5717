/**
 * Runs one engine in a process of its own, so that its memory is its own and a join that takes too long
 * can be ended: then a new process goes on with the rest.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Answer, JoinName } from './joins.ts';
import type { PeerReport, PeerTask } from './peer-messages.ts';

export type JoinOutcome =
  | { readonly type: 'timed'; readonly milliseconds: readonly number[]; readonly answer: Answer }
  | { readonly type: 'over-budget' }
  | { readonly type: 'failed'; readonly reason: string };

export interface PeerOutcome {
  prepareMs?: number;
  floorMs?: number;
  peakBytes?: number;
  /** Why nothing came of it at all. */
  failed?: string;
  readonly joins: Map<JoinName, JoinOutcome>;
}

/** Preparing may take this many budgets. */
const PREPARE_BUDGETS = 6;
/** After its first run a join ends by itself within its budget; this is for one that does not. */
const GRACE = 2;

/** Never rejects: what goes wrong is part of the outcome. */
export async function runPeer(task: PeerTask): Promise<PeerOutcome> {
  const outcome: PeerOutcome = { joins: new Map() };
  let joins = task.joins;
  while (joins.length > 0) {
    const stopped = await runOnce({ ...task, joins }, outcome);
    if (!stopped) break;
    joins = joins.slice(joins.indexOf(stopped) + 1);
  }
  return outcome;
}

/** The join that was ended for taking too long, or that the process died in; undefined where all are done. */
function runOnce(task: PeerTask, outcome: PeerOutcome): Promise<JoinName | undefined> {
  const child: ChildProcess = fork(fileURLToPath(new URL('run-peer.js', import.meta.url)), {
    serialization: 'advanced',
    // Libraries print what they like; the table is ours.
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    execArgv: ['--max-old-space-size=12288'],
  });
  return new Promise((resolve) => {
    let current: JoinName | undefined;
    let isDone = false;
    let timer = setTimeout(stop, PREPARE_BUDGETS * task.budgetMs);
    function restart(ms: number) {
      clearTimeout(timer);
      timer = setTimeout(stop, ms);
    }
    function stop() {
      if (current) outcome.joins.set(current, { type: 'over-budget' });
      else outcome.failed = `preparing took longer than ${(PREPARE_BUDGETS * task.budgetMs) / 1000} s`;
      child.kill('SIGKILL');
    }
    child.on('message', (report: PeerReport) => {
      switch (report.type) {
        case 'prepared':
          outcome.prepareMs ??= report.ms;
          outcome.floorMs ??= report.floorMs;
          break;
        case 'started':
          current = report.join;
          // A little more than the engine allows itself, so that one that can stop by itself does.
          restart(task.budgetMs + 1500);
          break;
        case 'first':
          restart(GRACE * task.budgetMs);
          break;
        case 'joined':
          outcome.joins.set(report.join, {
            type: 'timed',
            milliseconds: report.milliseconds,
            answer: report.answer,
          });
          current = undefined;
          restart(PREPARE_BUDGETS * task.budgetMs);
          break;
        case 'failed':
          if (!report.join) outcome.failed = report.reason;
          else outcome.joins.set(report.join, outcomeOfFailure(report.reason));
          current = undefined;
          break;
        case 'done':
          outcome.peakBytes = Math.max(outcome.peakBytes ?? 0, report.peakBytes);
          isDone = true;
          break;
      }
    });
    child.on('exit', (code, signal) => {
      clearTimeout(timer);
      if (!isDone && current && !outcome.joins.has(current)) {
        outcome.joins.set(current, { type: 'failed', reason: `ended with ${signal ?? code}` });
      } else if (!isDone && !current) outcome.failed ??= `ended with ${signal ?? code}`;
      resolve(isDone ? undefined : current);
    });
    child.send(task);
  });
}

function outcomeOfFailure(reason: string): JoinOutcome {
  return /statement timeout/.test(reason) ? { type: 'over-budget' } : { type: 'failed', reason };
}
