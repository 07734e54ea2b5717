/**
 * One engine in a process of its own, so that its memory is its own and a join that takes too long can
 * be ended: the next join then begins in a new process.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Answer, JoinName } from './joins.ts';
import type { PeerReport, PeerRequest } from './peer-messages.ts';

export type JoinOutcome =
  | {
      readonly type: 'timed';
      readonly milliseconds: readonly number[];
      readonly cpuMilliseconds: readonly number[];
      readonly answer: Answer;
      readonly floorCpuMs: number;
    }
  | { readonly type: 'over-budget' }
  | { readonly type: 'failed'; readonly reason: string };

export interface PeerProcess {
  /** Undefined where the engine does not know the join. Never rejects: what goes wrong is an outcome. */
  measure(join: JoinName): Promise<JoinOutcome | undefined>;
  close(): Promise<void>;
  readonly prepareMs?: number;
  readonly peakBytes: number;
  /** Why the engine cannot be prepared. */
  readonly failed?: string;
}

export interface PeerTask {
  readonly peer: string;
  readonly folder: string;
  readonly runs: number;
  readonly budgetMs: number;
}

/** Preparing may take this many budgets. */
const PREPARE_BUDGETS = 6;
/** After its first run a join ends by itself within its budget; this is for one that does not. */
const GRACE = 2;
/** An engine that can stop by itself is given the time to. */
const PATIENCE_MS = 1500;

type Settled = PeerReport | { readonly type: 'over-budget' } | { readonly type: 'ended'; readonly how: string };

/** Nothing is started before the first join is asked for. */
export function createPeerProcess(task: PeerTask): PeerProcess {
  const { budgetMs } = task;
  let child: ChildProcess | undefined;
  let settle: ((settled: Settled) => void) | undefined;
  let timer: NodeJS.Timeout | undefined;
  let able: readonly JoinName[] = [];
  let prepareMs: number | undefined;
  let peakBytes = 0;
  let failed: string | undefined;

  function stopAfter(ms: number): void {
    clearTimeout(timer);
    timer = setTimeout(() => {
      child?.kill('SIGKILL');
      settle?.({ type: 'over-budget' });
    }, ms);
  }

  function start(): ChildProcess {
    const started = fork(fileURLToPath(new URL('run-peer.js', import.meta.url)), {
      serialization: 'advanced',
      // Libraries print what they like; the table is ours.
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      execArgv: ['--max-old-space-size=12288'],
    });
    started.on('message', (report: PeerReport) => {
      if (report.type === 'first') stopAfter(GRACE * budgetMs);
      else settle?.(report);
    });
    started.on('exit', (code, signal) => {
      if (child === started) child = undefined;
      settle?.({ type: 'ended', how: String(signal ?? code) });
    });
    return started;
  }

  function ask(request: PeerRequest, limitMs: number): Promise<Settled> {
    child ??= start();
    child.send(request);
    stopAfter(limitMs);
    return new Promise((resolve) => {
      settle = (settled) => {
        clearTimeout(timer);
        settle = undefined;
        if (settled.type === 'over-budget') child = undefined;
        resolve(settled);
      };
    });
  }

  /** In this process, or again in a new one. */
  async function prepare(): Promise<boolean> {
    if (child || failed) return !failed;
    const { peer, folder } = task;
    const prepared = await ask({ type: 'prepare', peer, folder, budgetMs }, PREPARE_BUDGETS * budgetMs);
    if (prepared.type === 'prepared') {
      able = prepared.joins;
      prepareMs ??= prepared.ms;
    } else failed = `preparing: ${problemOf(prepared)}`;
    return !failed;
  }

  return {
    get prepareMs() {
      return prepareMs;
    },
    get peakBytes() {
      return peakBytes;
    },
    get failed() {
      return failed;
    },
    async measure(join) {
      if (prepareMs !== undefined && !able.includes(join)) return undefined;
      if (!(await prepare()) || !able.includes(join)) return undefined;
      const settled = await ask({ type: 'join', join, runs: task.runs, budgetMs }, budgetMs + PATIENCE_MS);
      if (settled.type !== 'joined') {
        const problem = problemOf(settled);
        return problem === 'over-budget' ? { type: 'over-budget' } : { type: 'failed', reason: problem };
      }
      const { milliseconds, cpuMilliseconds, answer, floorCpuMs } = settled;
      peakBytes = Math.max(peakBytes, settled.peakBytes);
      return { type: 'timed', milliseconds, cpuMilliseconds, answer, floorCpuMs };
    },
    async close() {
      if (child) await ask({ type: 'close' }, budgetMs + PATIENCE_MS);
      child?.kill('SIGKILL');
      child = undefined;
    },
  };
}

function problemOf(settled: Settled): string {
  if (settled.type === 'ended') return `ended with ${settled.how}`;
  if (settled.type !== 'failed') return settled.type;
  // PostgreSQL stops a statement by itself.
  return /statement timeout/.test(settled.reason) ? 'over-budget' : settled.reason;
}
