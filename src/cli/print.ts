/** Problems and notes on stderr, and the exit code that goes with them. */
import { ok, type Problem, type Result } from '../core/result.ts';
import { explainProblem } from '../i18n/explain.ts';
import type { Translate } from '../i18n/translate.ts';
import { type CommandContext, EXIT, type ExitCode } from './terminal.ts';

/** How many lines of one list a terminal gets. */
export const LINES_SHOWN = 12;

/** Says what prevented the work: exit code 1. */
export function explainFailure(
  problem: Problem,
  { terminal, translate, clearProgress }: CommandContext,
): Result<ExitCode> {
  clearProgress();
  terminal.stderr.write(`${translate('cli.error', { sentence: explainProblem(problem, translate) })}\n`);
  return ok(EXIT.failed);
}

/** Notes on what was read or written; the work went on. */
export function printNotes(notes: readonly Problem[], { terminal, translate, clearProgress }: CommandContext): void {
  if (notes.length === 0) return;
  clearProgress();
  const lines = gatherAlike(notes, translate);
  for (const line of lines.slice(0, LINES_SHOWN))
    terminal.stderr.write(`${translate('cli.warning', { sentence: line })}\n`);
  if (lines.length > LINES_SHOWN)
    terminal.stderr.write(`${translate('cli.moreNotes', { count: lines.length - LINES_SHOWN })}\n`);
}

/** One line for all notes of one code in one file, layer and column: the first in full, and how many are like it. */
export function gatherAlike(notes: readonly Problem[], translate: Translate): string[] {
  const groups = new Map<string, { first: Problem; count: number }>();
  for (const note of notes) {
    const key = JSON.stringify([note.code, note.at?.file ?? '', note.at?.layer ?? '', note.at?.column ?? '']);
    const group = groups.get(key);
    if (group) group.count++;
    else groups.set(key, { first: note, count: 1 });
  }
  return [...groups.values()].map(({ first, count }) => {
    const sentence = explainProblem(first, translate);
    return count === 1 ? sentence : `${sentence}${translate('cli.similar', { count })}`;
  });
}
