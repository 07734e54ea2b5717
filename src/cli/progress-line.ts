/** One line on a terminal's stderr that says what is going on; nothing at all in a pipe. */
import type { Progress, Task } from '../core/task.ts';
import { formatCount } from '../i18n/format.ts';
import type { Translate } from '../i18n/translate.ts';
import type { Terminal } from './terminal.ts';
import { shorten } from './text-layout.ts';

const REDRAW_MS = 80;
const PAUSE_MS = 40;

/** The task of a command: progress for people, pauses so that Ctrl-C is heard. */
export function createTask(terminal: Terminal, translate: Translate): { task: Task; clearProgress: () => void } {
  const { stderr, signal } = terminal;
  let drawn = false;
  let drawnAt = 0;
  let pausedAt = Date.now();
  const task: Task = {
    ...(signal && { signal }),
    ...(stderr.isTTY && {
      onProgress: (progress: Progress) => {
        const now = Date.now();
        if (drawn && now - drawnAt < REDRAW_MS) return;
        stderr.write(`\r\x1b[K${shorten(formatProgress(progress, translate), (stderr.columns || 80) - 1)}`);
        drawn = true;
        drawnAt = now;
      },
    }),
    pause: async () => {
      if (Date.now() - pausedAt < PAUSE_MS) return;
      await new Promise<void>((resolve) => setImmediate(resolve));
      pausedAt = Date.now();
    },
  };
  const clearProgress = () => {
    if (drawn) stderr.write('\r\x1b[K');
    drawn = false;
  };
  return { task, clearProgress };
}

/** `执行检查 责任重叠 42% (420 / 1,000)` */
function formatProgress({ stage, done, total, detail }: Progress, translate: Translate): string {
  const key = `progress.${stage}`;
  const label = translate(key);
  const parts = [label === key ? stage : label];
  if (detail) {
    const rule = translate(`rule.${detail}`);
    parts.push(rule === `rule.${detail}` ? detail : rule);
  }
  if (total > 0) parts.push(`${Math.min(100, Math.floor((done / total) * 100))}%`);
  if (total > 1) parts.push(`(${formatCount(done)} / ${formatCount(total)})`);
  return parts.join(' ');
}
