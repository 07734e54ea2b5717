/** How long work reports, pauses and stops, whoever runs it. */
export interface Progress {
  /** A stage name, also a translation key under `progress.`. */
  stage: string;
  done: number;
  total: number;
  /** What the stage is working on, e.g. a rule id or a layer's title. */
  detail?: string;
}

export interface Task {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
  /** Gives the event loop a turn, so that a cancel can arrive. Absent: never pause. */
  readonly pause?: () => Promise<void>;
}

/** Throws the abort reason if the task was cancelled, after giving the event loop a turn. */
export async function checkpoint(task: Task): Promise<void> {
  if (task.pause) await task.pause();
  task.signal?.throwIfAborted();
}
