/** Work that takes long beside the check: the page shows how far it is, and a way out of it. */
import type { Progress } from '../core/task.ts';
import type { CallOptions } from '../engine/engine-client.ts';
import type { ViewStore } from '../ui/store/view-store.ts';

/** What is done by then needs no telling. */
const SHOWN_AFTER_MS = 200;

/** `name`: a text key, of what is being done. */
export type RunWork = <T>(name: string, run: (options: Required<CallOptions>) => Promise<T>) => Promise<T>;

export function createWorkRunner(view: ViewStore): RunWork {
  return async (name, run) => {
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
  };
}
