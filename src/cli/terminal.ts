/** What a command may touch of the world: two outputs, a folder, the environment, a way to be stopped. */
import type { Task } from '../core/task.ts';
import type { Language } from '../i18n/language.ts';
import type { Translate } from '../i18n/translate.ts';

export interface TextOutput {
  write(text: string): void;
  readonly isTTY: boolean;
  /** Width of a terminal in columns of Latin letters. */
  readonly columns?: number | undefined;
}

export interface Terminal {
  /** What was asked for: tables, JSON, addresses. */
  readonly stdout: TextOutput;
  /** Progress and problems. */
  readonly stderr: TextOutput;
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Aborted by Ctrl-C. */
  readonly signal?: AbortSignal | undefined;
  /** Where the package stands: its `dist/` is what `serve` serves. */
  readonly packageFolder: string;
}

/** What a command gets once language and options are known. */
export interface CommandContext {
  readonly terminal: Terminal;
  readonly language: Language;
  readonly translate: Translate;
  /** Reports progress to a terminal's stderr, pauses for Ctrl-C. */
  readonly task: Task;
  /** Takes the progress line away before anything else is printed. */
  readonly clearProgress: () => void;
}

/** 0: done, whatever was found. 1: nothing could be read, or the work failed. 2: wrong usage. 130: stopped by Ctrl-C. */
export const EXIT = { done: 0, failed: 1, usage: 2, stopped: 130 } as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
