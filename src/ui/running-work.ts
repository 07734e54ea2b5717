/** Work that takes long beside the check: the page shows how far it is, and a way out of it. */
import { fail, type Result } from '../core/result.ts';
import type { Progress } from '../core/task.ts';
import { addNotices, type ViewStore } from './store/view-store.ts';

export interface RunningTask {
  readonly signal: AbortSignal;
  readonly onProgress: (progress: Progress) => void;
}

/** What is done by then needs no telling. */
const SHOWN_AFTER_MS = 200;

/** @param name text key of what is being done */
export async function runWork<T>(view: ViewStore, name: string, run: (task: RunningTask) => Promise<T>): Promise<T> {
  const controller = new AbortController();
  const show = (progress?: Progress) => view.setState({ work: { name, progress, cancel: () => controller.abort() } });
  const timer = setTimeout(show, SHOWN_AFTER_MS);
  const onProgress = (progress: Progress) => view.getState().work && show(progress);
  try {
    return await run({ signal: controller.signal, onProgress });
  } finally {
    clearTimeout(timer);
    view.setState({ work: undefined });
  }
}

/** The same, where what goes wrong and what there is to note is said on the page. Undefined where it failed or was cancelled; never rejects. */
export async function runWorkOrSay<T>(
  view: ViewStore,
  name: string,
  run: (task: RunningTask) => Promise<Result<T>>,
): Promise<T | undefined> {
  const made = await runWork(view, name, run).catch((error: unknown) =>
    fail('app.export-failed', { reason: error instanceof Error ? error.message : String(error) }),
  );
  if (made.ok) {
    if (made.notes.length > 0) addNotices(view, 'warning', made.notes);
    return made.value;
  }
  if (made.problem.code !== 'engine.cancelled') addNotices(view, 'error', [made.problem]);
  return undefined;
}
