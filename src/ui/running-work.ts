/** Work that takes long and is paid for by the page: its progress is shown, and there is a way out of it. */
import type { Progress } from '../core/task.ts';
import type { ViewStore } from './store/view-store.ts';

export interface WorkInHand {
  readonly signal: AbortSignal;
  progress(progress: Progress): void;
}

/** @param name text key of what is being done */
export async function runWork<T>(view: ViewStore, name: string, run: (work: WorkInHand) => Promise<T>): Promise<T> {
  const controller = new AbortController();
  const show = (progress?: Progress) => view.setState({ work: { name, progress, cancel: () => controller.abort() } });
  show();
  try {
    return await run({ signal: controller.signal, progress: show });
  } finally {
    view.setState({ work: undefined });
  }
}
