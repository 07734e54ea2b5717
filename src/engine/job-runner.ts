/**
 * The worker's side of the boundary: takes messages, runs jobs, answers each exactly once.
 * Knows the protocol and nothing of workers, so that it also runs inline and in tests.
 *
 * Jobs wait for each other in the order of their arrival, since `apply` must not overtake `open`;
 * only the slow comparisons with Turf run beside the rest, so that picking stays alive.
 */
import { fail, type Problem, type Result } from '../core/result.ts';
import type { Task } from '../core/task.ts';
import type { Drawable } from '../geo/drawable.ts';
import type { Finding } from '../model/findings.ts';
import { packFindings } from '../model/packed-findings/pack-findings.ts';
import type { FromWorker, JobName, JobTable, OpenedData, ToWorker } from './protocol.ts';

/** Beside the usual task: where `open` leaves what can be shown before its findings and each layer once it is drawn, and where it and `apply` leave findings part by part. */
export interface JobTask extends Task {
  readonly signal: AbortSignal;
  readonly onOpened?: (data: OpenedData) => void;
  readonly onDrawn?: (layer: string, drawable: Drawable) => void;
  readonly onFindings?: (part: readonly Finding[]) => void;
}

/** What a job's handler answers; `open` has sent its data and its findings ahead and returns what is left of the check. */
export type HandlerOutput<J extends JobName> = J extends 'open'
  ? Pick<JobTable['open']['output'], 'check'>
  : JobTable[J]['output'];

export type JobHandlers = {
  readonly [J in JobName]: (input: JobTable[J]['input'], task: JobTask) => Promise<Result<HandlerOutput<J>>>;
};

const BESIDE: ReadonlySet<JobName> = new Set(['secondOpinion', 'compareEngines']);
/** At most this often does progress cross the boundary. */
const PROGRESS_INTERVAL_MS = 50;

export interface JobRunner {
  receive(message: ToWorker): void;
}

export function createJobRunner(
  handlers: JobHandlers,
  post: (message: FromWorker, job: JobName) => void,
  pause: () => Promise<void>,
): JobRunner {
  const running = new Map<number, AbortController>();
  let queue: Promise<void> = Promise.resolve();

  const start = async (message: Extract<ToWorker, { type: 'run' }>, controller: AbortController) => {
    const answer = await runOne(handlers, message, controller.signal, (said) => post(said, message.job), pause);
    running.delete(message.id);
    post(answer, message.job);
  };

  return {
    receive(message) {
      if (message.type === 'cancel') {
        running.get(message.id)?.abort(new DOMException('cancelled', 'AbortError'));
        return;
      }
      const controller = new AbortController();
      running.set(message.id, controller);
      if (BESIDE.has(message.job)) void start(message, controller);
      else queue = queue.then(() => start(message, controller));
    },
  };
}

/** Runs one job to its one answer; never throws. */
async function runOne(
  handlers: JobHandlers,
  message: Extract<ToWorker, { type: 'run' }>,
  signal: AbortSignal,
  post: (message: FromWorker) => void,
  pause: () => Promise<void>,
): Promise<FromWorker> {
  const { id } = message;
  if (signal.aborted) return { type: 'cancelled', id };
  let reported = 0;
  const task: JobTask = {
    signal,
    pause,
    onProgress(progress) {
      const now = performance.now();
      if (now - reported < PROGRESS_INTERVAL_MS && progress.done < progress.total) return;
      reported = now;
      post({ type: 'progress', id, progress });
    },
    onOpened: (data) => post({ type: 'opened', id, data }),
    onDrawn: (layer, drawable) => post({ type: 'drawn', id, layer, drawable }),
    onFindings: (part) => post({ type: 'findings', id, part: packFindings(part) }),
  };
  try {
    const handler = handlers[message.job] as (input: unknown, task: JobTask) => Promise<Result<unknown>>;
    const result = await handler(message.input, task);
    if (signal.aborted) return { type: 'cancelled', id };
    return result.ok ? { type: 'done', id, output: result.value } : { type: 'failed', id, problem: result.problem };
  } catch (error) {
    if (signal.aborted) return { type: 'cancelled', id };
    return { type: 'failed', id, problem: brokenJob(message.job, error) };
  }
}

/** A fault of ours in words that can be passed on; no stack trace. */
function brokenJob(job: JobName, error: unknown): Problem {
  return fail('engine.broken', { job, reason: error instanceof Error ? error.message : String(error) }).problem;
}
