/** Work that takes long and makes a file: shown with how far it is and a way out of it. What goes wrong is said. */
import { fail, type Result } from '../../../core/result.ts';
import type { Progress } from '../../../core/task.ts';
import { addNotices, type ViewStore } from '../../store/view-store.ts';

export interface FileTask {
  readonly signal: AbortSignal;
  readonly onProgress: (progress: Progress) => void;
}

/** The value, or undefined where it failed or was cancelled; never rejects. `name`: text key of what is done. */
export async function withWork<T>(
  view: ViewStore,
  name: string,
  run: (task: FileTask) => Promise<Result<T>>,
): Promise<T | undefined> {
  const controller = new AbortController();
  const show = (progress?: Progress) => view.setState({ work: { name, progress, cancel: () => controller.abort() } });
  show();
  const made = await run({ signal: controller.signal, onProgress: show })
    .catch((error: unknown) =>
      fail('app.export-failed', { reason: error instanceof Error ? error.message : String(error) }),
    )
    .finally(() => view.setState({ work: undefined }));
  if (made.ok) return made.value;
  if (made.problem.code !== 'engine.cancelled') addNotices(view, 'error', [made.problem]);
  return undefined;
}
