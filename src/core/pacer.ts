/** Long work on a thread that must answer: it rests when its time is up, and not at every step. */
import { checkpoint, type Task } from './task.ts';

export interface Pacer {
  /** Whether the time since the last rest is used up. Ask every few hundred steps: it reads the clock. */
  isDue(): boolean;
  /** Gives others a turn. Rejects with the abort reason when cancelled. */
  rest(): Promise<void>;
}

/** `budgetMs`: how long may be worked without a rest. */
export function createPacer(task: Task, budgetMs = 12): Pacer {
  let since = Date.now();
  return {
    isDue: () => Date.now() - since >= budgetMs,
    async rest() {
      await checkpoint(task);
      since = Date.now();
    },
  };
}
